import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { cellHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Role } from '../../spreadsheet/style/theme.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { BlockRows } from '../layout/layout.ts';
import { checkedEntries, columns } from './checklistLines.ts';
import { letterOf } from './openColumns.ts';
import { toDoText } from './toDo.ts';

export const rowHeadings = (
  { checklist: words }: Words,
  { titleRow, headerRow, firstRow, lastRow }: BlockRows,
): SheetPart =>
  joinParts([
    { cells: [cell(titleRow, 1, words.rows, 'heading')] },
    tableHeadings({
      name: 'checklist_rows',
      row: headerRow,
      headings: words.lineHeadings,
      rows: lastRow - firstRow + 1,
    }),
  ]);

/** Text from a formula cannot make its row higher, so each row has room for two lines at least. */
const twoLines = 29;

/** The height of the rows, with room for the longest text of what to do. */
export function rowHeight(content: WorkbookContent, widths: readonly number[]): number {
  const { layout } = content;
  const sections = new Set(layout.collected.entries.map(({ sheet }) => sheet.section.key));
  const texts = layout.collected.requirements
    .filter(({ section }) => sections.has(section))
    .flatMap(({ requirements }) => requirements.map((requirement) => toDoText(content, requirement)));
  return Math.max(twoLines, ...texts.map((text) => cellHeight(resultCell(1, columns.toDo, text, 'text'), widths)));
}

const roles: Readonly<Partial<Record<number, Role>>> = { [columns.state]: 'position', [columns.link]: 'link' };

/** Open rows that partners added, up to a maximum, and how many more there are. */
export function rowCells(content: WorkbookContent, { firstRow, lastRow }: BlockRows): readonly PlannedCell[] {
  const { checklist: words, sheets } = content.words;
  const { entries, columns: from, headerRow: above } = content.layout.collected;
  const total = entries.reduce((sum, { sheet: own }) => sum + own.rows.length, 0);
  const all = (column: number): string => sheetColumn(sheets.collected, column, above + 1, above + total);
  const order = all(from.entryOrder);
  const open = checkedEntries(content).flatMap(({ sheet: own, check }) =>
    check.rows.map(({ entry, unmet }) => ({ own, entry, first: unmet[0]?.requirement })),
  );
  const lines = lastRow - firstRow + 1;
  return Array.from({ length: lines }, (_, index) => {
    const [row, nth] = [firstRow + index, index + 1];
    const found = open[index];
    const isLast = row === lastRow && total > lines;
    const isMore = isLast && open.length > lines;
    const at = (column: number): string =>
      total === 1 ? all(column) : `INDEX(${all(column)},MATCH(SMALL(${order},${nth}),${order},0))`;
    const shown = (column: number, formula: string, result: string): PlannedCell => {
      const text = isLast && column !== columns.what ? `IF(COUNT(${order})>${lines},"",${formula})` : formula;
      return resultCell(
        row,
        column,
        {
          formula: `IF(COUNT(${order})<${nth},"",${text})`,
          result: found === undefined || (isMore && column !== columns.what) ? '' : result,
        },
        roles[column] ?? 'text',
      );
    };
    const number = sentenceFormula(words.entry, at(from.entryNumber));
    const more = sentenceFormula(words.more, `(COUNT(${order})-${lines - 1})`);
    const cell = at(from.entries.cell);
    const place =
      found?.first === undefined
        ? ''
        : `${letterOf(found.own.columns, found.first.field)}${found.own.rows[found.entry - 1] ?? ''}`;
    return [
      shown(columns.sheet, at(from.entrySheet), found?.own.name ?? ''),
      shown(
        columns.what,
        isLast ? `IF(COUNT(${order})>${lines},${more},${number})` : number,
        isMore ? words.more(open.length - lines + 1) : words.entry(found?.entry ?? ''),
      ),
      shown(columns.toDo, at(from.entries.toDo), found?.first === undefined ? '' : toDoText(content, found.first)),
      shown(columns.state, quotedText(words.open), words.open),
      shown(
        columns.link,
        `HYPERLINK("#'"&${at(from.entrySheet)}&"'!"&${cell},${sentenceFormula(words.goTo, cell)})`,
        words.goTo(place),
      ),
    ];
  }).flat();
}
