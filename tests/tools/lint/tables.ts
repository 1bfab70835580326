import { fault, faultIf, type LintFault, placeOn, repeated } from './fault.ts';
import { spellingProblem } from './names.ts';
import { cellAt, type WrittenPackage, type WrittenSheet, type WrittenTable } from './openWritten.ts';
import { columnsOf, overlap, type Range } from './range.ts';

/** Excel's limit, in characters. */
const longestHeading = 255;

export function lintTables({ sheets }: WrittenPackage): readonly LintFault[] {
  const all = sheets.flatMap(({ tables }) => tables);
  return [
    ...repeated(all, ({ name }) => name).map(({ name }) => fault('table.name-duplicate', name, 'two tables bear it')),
    ...sheets.flatMap((sheet) => [
      ...sheet.tables.flatMap((table) => [...lintHeadings(table), ...lintExtent(sheet, table)]),
      ...overlaps(sheet),
    ]),
  ];
}

function lintHeadings({ name, headings }: WrittenTable): readonly LintFault[] {
  return [
    ...faultIf(
      spellingProblem(name) !== undefined,
      'table.name-invalid',
      name,
      'it has a space or another sign, begins with a digit, or reads as a cell address',
    ),
    ...headings.flatMap((heading, index) => [
      ...faultIf(heading.trim() === '', 'table.heading-empty', name, `column ${index + 1}`),
      ...faultIf(heading.length > longestHeading, 'table.heading-too-long', name, `${heading.slice(0, 40)}…`),
    ]),
    ...repeated(headings, (heading) => heading).map((heading) => fault('table.heading-duplicate', name, heading)),
  ];
}

function lintExtent(sheet: WrittenSheet, table: WrittenTable): readonly LintFault[] {
  const { name, range, ref, headings, root } = table;
  if (range === undefined) return [fault('table.width', name, `${ref} is no range`)];
  const dataRows = range.bottom - range.top - Number(root.get('totalsRowCount') ?? 0);
  return [
    ...faultIf(
      columnsOf(range).length !== headings.length,
      'table.width',
      name,
      `${ref} has another number of columns than the table, which has ${headings.length}`,
    ),
    ...faultIf(dataRows < 1, 'table.no-rows', name, `${ref} has a header row and no other`),
    ...headingsThatDiffer(sheet, table, range),
  ];
}

/** Excel repairs a file, with a warning, in which the header row says something else than the table. */
function headingsThatDiffer(sheet: WrittenSheet, { headings }: WrittenTable, range: Range): readonly LintFault[] {
  return headings.flatMap((heading, index) => {
    const cell = cellAt(sheet, range.top, range.left + index);
    const isText = cell?.type === 's' || cell?.type === 'inlineStr';
    return isText && cell.content === heading
      ? []
      : [
          fault(
            'table.heading-differs',
            placeOn(sheet.name, cell?.address ?? `row ${range.top}`),
            `the table calls the column ${JSON.stringify(heading)}, the cell holds ${JSON.stringify(cell?.content ?? '')}`,
          ),
        ];
  });
}

function overlaps({ name, tables }: WrittenSheet): readonly LintFault[] {
  return tables.flatMap((table, index) => {
    const { range } = table;
    const other = tables
      .slice(0, index)
      .find((before) => range !== undefined && before.range !== undefined && overlap(before.range, range));
    return other === undefined
      ? []
      : [fault('table.overlap', placeOn(name, table.ref), `${table.name} overlaps ${other.name}`)];
  });
}
