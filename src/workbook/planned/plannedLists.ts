import { detailsOf, type PlanLine, targetOf } from '../../scoring/plans/actionPlan.ts';
import { unnamedOrder } from '../../scoring/plans/plannedRows.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { sheetNotAsked } from '../calculations/askedFields.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { cellsOf } from '../checklist/openColumns.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedEntries } from '../layout/layout.ts';
import { anyDetailGiven, givenCells } from './plannedGiven.ts';
import { lineSubject, subjectParts } from './plannedLines.ts';
import { markFormula, markOf } from './plannedMarks.ts';
import { namedFormula } from './plannedNames.ts';

/** The lines of lists of actions: one for each of their rows. */
export function plannedListCells(content: WorkbookContent, lines: readonly PlanLine[]): readonly PlannedCell[] {
  let before = 0;
  return content.layout.planned.lists.flatMap((list) => {
    const cells = listCells(content, lines, list, before);
    before += list.sheet.rows.length;
    return cells;
  });
}

/** @param before Number of rows of the lists before this one. */
function listCells(
  content: WorkbookContent,
  lines: readonly PlanLine[],
  { sheet: list, firstRow }: CollectedEntries,
  before: number,
): readonly PlannedCell[] {
  const { words, layout, response, instrument } = content;
  const { columns, names } = layout.planned;
  const { section } = list;
  const known = new Map(response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers] as const));
  const own = names.find((one) => one.list === list);
  const table = (column: number): string =>
    sheetColumn(words.sheets.planned, column, own?.firstRow ?? 0, (own?.firstRow ?? 0) + (own?.names.length ?? 0));
  const none = unnamedOrder(instrument);
  const notAsked = sheetNotAsked(words, list);
  return list.rows.flatMap((ownRow, index) => {
    const row = firstRow + index;
    const entry = index + 1;
    const order = before + entry;
    const line = lines.find((one) => one.entry?.list.key === section.key && one.entry.entry === entry);
    const cellOf = cellsOf(list.name, list.columns, ownRow);
    const typed = namedFormula(content, own, section, cellOf);
    const named = typed === undefined || notAsked === undefined ? typed : `IF(${notAsked},0,${typed})`;
    const label = quotedText(words.actionPlan.row(section.shortTitle, entry));
    const ofNamed = (otherwise: string, column: number): string =>
      named === undefined ? otherwise : `IF(${named}=0,${otherwise},INDEX(${table(column)},${named}))`;
    const target = targetOf(instrument, section, known.get(entry) ?? new Map());
    const place = ofNamed(String(none), columns.nameBase);
    const subject = lineSubject(content, { ...target, entry: { list: section, entry } });
    const base = address(row, columns.base);
    return [
      ...subjectParts.map((part) =>
        resultCell(
          row,
          columns.subject[part],
          { formula: ofNamed(part === 'about' ? label : '""', columns.nameSubject[part]), result: subject[part] },
          'text',
        ),
      ),
      ...givenCells(content, row, section, cellOf, detailsOf(section, known.get(entry)), (field) =>
        [notAsked ?? [], fieldNotAsked(content.layout, list, field, cellOf) ?? []].flat(),
      ),
      resultCell(
        row,
        columns.base,
        {
          formula: `IF(${anyDetailGiven(content, row)},${place},"")`,
          result: line === undefined ? '' : line.order - order,
        },
        'number',
      ),
      resultCell(
        row,
        columns.order,
        { formula: `IF(${base}="","",${base}+${order})`, result: line?.order ?? '' },
        'number',
      ),
      resultCell(
        row,
        columns.mark,
        {
          formula: markFormula(content, row, section, 'FALSE'),
          result: line === undefined ? '' : markOf(content, line),
        },
        'text',
      ),
    ];
  });
}
