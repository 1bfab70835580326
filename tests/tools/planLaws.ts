import { address, parseCellReference } from '../../src/spreadsheet/model/address.ts';
import type { PlannedCell, PlannedTable, SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { formatFormulas, shown } from '../planned.ts';
import { confusedLooks } from './distinctLooks.ts';
import { overlap, parseRange, type Range } from './lint/range.ts';

/** What is true of every plan. Each place where it is not is reported with its sheet. */
export const brokenLaws = (plan: WorkbookPlan): readonly string[] => [
  ...twice(namesOf(plan)).map((name) => `The name ${name} is given twice`),
  ...plan.sheets.flatMap((sheet) =>
    laws.flatMap((law) => law(sheet, plan)).map((broken) => `${sheet.name}: ${broken}`),
  ),
];

type Law = (sheet: SheetPlan, plan: WorkbookPlan) => readonly string[];

/** Names of cells, tables and sheets. Excel does not distinguish small letters from capitals. */
const namesOf = ({ sheets }: WorkbookPlan): readonly string[] => [
  ...sheets.flatMap(({ cells, tables }) => [
    ...cells.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()])),
    ...tables.map(({ name }) => name.toLowerCase()),
  ]),
  ...sheets.map(({ name }) => `'${name.toLowerCase()}'`),
];

const twice = (names: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
};

const placeOf = ({ row, column }: PlannedCell): string => address(row, column);

const cellsOnce: Law = ({ cells }) => twice(cells.map(placeOf)).map((place) => `${place} is planned twice`);

const rangeOf = ({ row, headings, rows }: PlannedTable): Range => ({
  ...{ top: row, left: 1 },
  ...{ bottom: row + rows, right: headings.length },
});

const tablesApart: Law = ({ tables }) =>
  tables.flatMap((one, index) =>
    tables
      .slice(index + 1)
      .filter((other) => overlap(rangeOf(one), rangeOf(other)))
      .map((other) => `the tables ${one.name} and ${other.name} overlap`),
  );

const headingsAreCells: Law = ({ cells, tables }) => {
  const texts = new Map(cells.map((cell) => [placeOf(cell), cell.content]));
  return tables.flatMap(({ name, row, headings }) =>
    headings
      .filter((heading, index) => texts.get(address(row, index + 1)) !== heading)
      .map((heading) => `the heading "${heading}" of the table ${name} is in no cell`),
  );
};

const longRowsFillTheirTable: Law = ({ tables, long }) => {
  if (long === undefined) return [];
  const table = tables.find(({ name }) => name === long.table);
  const isFilled =
    table?.row === long.firstRow - 1 &&
    table.rows === long.rows.length &&
    table.headings.length === long.columns.length;
  return isFilled ? [] : [`the long rows do not fill the table ${long.table}`];
};

/** Such a link has no target in the template of a round. */
const noLinkIsFilledIn: Law = ({ cells }) =>
  cells
    .filter(({ origin }) => origin === 'partner' || origin === 'answer')
    .filter(({ content }) => typeof content === 'object' && 'address' in content)
    .map((cell) => `${placeOf(cell)} is a link of origin ${cell.origin}`);

/** Everything that refers to cells. */
const formulasOf = ({ cells, formats, charts }: SheetPlan): readonly string[] => [
  ...cells.flatMap(({ content }) => (typeof content === 'object' && 'formula' in content ? [content.formula] : [])),
  ...cells.flatMap(({ validation }) => (validation?.rule.is === 'list' ? [validation.rule.range] : [])),
  ...formatFormulas({ formats }),
  ...charts.flatMap(({ categories, series }) => [
    categories.reference,
    ...series.flatMap(({ name, values }) => [name.reference, values.reference]),
  ]),
];

const sheetsExist: Law = (sheet, { sheets }) => {
  const names = new Set(sheets.map(({ name }) => name));
  const named = formulasOf(sheet).flatMap((formula) =>
    // The sheet of a link is in a text, in which quotation marks are doubled.
    [...formula.replaceAll('""', '"').matchAll(/'((?:[^']|'')+)'!\$?[A-Z]/g)].map(([, name = '']) =>
      name.replaceAll("''", "'"),
    ),
  );
  return [...new Set(named)].filter((name) => !names.has(name)).map((name) => `there is no sheet ${name}`);
};

const listsAreFilled: Law = ({ cells }, { sheets }) => {
  const ranges = new Set(
    cells.flatMap(({ validation }) => (validation?.rule.is === 'list' ? [validation.rule.range] : [])),
  );
  return [...ranges].flatMap((text) => {
    const [first = '', last = first] = text.split(':');
    const start = parseCellReference(first);
    const range = parseRange(`${first.split('!').at(-1)}:${last.split('!').at(-1)}`);
    const filled = sheets
      .find(({ name }) => name === start?.sheet)
      ?.cells.filter(({ row, column, content }) => isIn(range, row, column) && (shown(content) ?? '') !== '');
    const isFilled = range !== undefined && filled?.length === range.bottom - range.top + 1;
    return isFilled ? [] : [`the list ${text} has empty cells`];
  });
};

const isIn = (range: Range | undefined, row: number, column: number): boolean =>
  range !== undefined && overlap(range, { top: row, bottom: row, left: column, right: column });

/** Rows of charts have heights, too: charts are placed by them. */
const heightsHaveContent: Law = ({ heights, cells, charts }) => {
  const used = new Set(cells.map(({ row }) => row));
  return [...heights.keys()]
    .filter((row) => !used.has(row) && !charts.some(({ from, to }) => from.row <= row && row <= to.row))
    .map((row) => `row ${row} has a height and no content`);
};

const formatsAreInUse: Law = ({ cells, formats, long }) => {
  const longEnd = long === undefined ? 0 : long.firstRow + long.rows.length - 1;
  const used: Range = {
    ...{ top: 1, left: 1, bottom: Math.max(longEnd, ...cells.map(({ row }) => row)) },
    right: Math.max(long?.columns.length ?? 0, ...cells.map(({ column }) => column)),
  };
  return formats
    .map(({ range }) => [range, parseRange(range)] as const)
    .filter(([, range]) => range === undefined || range.bottom > used.bottom || range.right > used.right)
    .map(([range]) => `${range} is formatted and not in use`);
};

/** Of two formats of a cell, LibreOffice applies only the first. */
const coloursHaveLines: Law = ({ formats }) => {
  const lined = formats.flatMap((format) => ('boxedWhen' in format ? (parseRange(format.range) ?? []) : []));
  return formats.flatMap((format) => {
    const range = parseRange(format.range);
    if (!('colours' in format) || format.isBoxed === true || range === undefined) return [];
    return lined.some((other) => overlap(range, other)) ? [`the colours of ${format.range} hide its lines`] : [];
  });
};

const looksAreDistinct: Law = (sheet) => confusedLooks(sheet);

const laws: readonly Law[] = [
  ...[cellsOnce, tablesApart, headingsAreCells, longRowsFillTheirTable, noLinkIsFilledIn],
  ...[sheetsExist, listsAreFilled, heightsHaveContent, formatsAreInUse, coloursHaveLines, looksAreDistinct],
];
