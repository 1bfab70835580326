import { address } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { quotedText } from '../parts/bands.ts';
import { checkedEntries, lackingFormulas, stateFormula, tooFewFormula } from './checklistLines.ts';
import { collectedColumn } from './collected.ts';
import { firstEmptyEntry, firstOpenEntry, nthOpen, openRows } from './openEntries.ts';

/** A sheet with something to answer: how much is still open, and its first open cell. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly open: Formula & { readonly result: number };
  readonly cell: string;
}

/** One row for each sheet, with a link to its first open cell. */
export function sheetsBlock(content: WorkbookContent): SheetPart {
  const { titleRow, headerRow, firstRow } = content.layout.checklist.sheets;
  const parts = partsOf(content);
  return joinParts([
    { cells: [cell(titleRow, 1, 'What is left, by sheet', 'heading')] },
    tableHeadings({
      name: 'checklist_sheets',
      row: headerRow,
      headings: ['Sheet', 'Go to the first open cell', 'Open items', 'State'],
      rows: parts.length,
    }),
    { cells: parts.flatMap((part, index) => partCells(firstRow + index, part)) },
  ]);
}

function partCells(row: number, { name, title, open, cell: place }: Part): readonly PlannedCell[] {
  const count = address(row, 3);
  const link = linkText(title);
  const target = `HYPERLINK(${quotedText(`#'${name}'!`)}&${place},${quotedText(link)})`;
  return [
    cell(row, 1, name, 'text'),
    resultCell(
      row,
      2,
      { formula: `IF(${count}=0,"${nothingOpen}",${target})`, result: open.result === 0 ? nothingOpen : link },
      'link',
    ),
    resultCell(row, 3, open, 'number'),
    resultCell(row, 4, stateFormula(`${count}=0`, open.result === 0), 'position'),
  ];
}

const nothingOpen = 'Complete';
const linkText = (title: string): string => `Go to ${title}`;

/** The longest texts that the rows may show. */
export const sheetTexts = (content: WorkbookContent): readonly PlannedCell[] =>
  partsOf(content).map(({ title }, index) =>
    resultCell(content.layout.checklist.sheets.firstRow + index, 2, linkText(title), 'link'),
  );

const partsOf = (content: WorkbookContent): readonly Part[] => [...itemParts(content), ...entryParts(content)];

function itemParts(content: WorkbookContent): readonly Part[] {
  const { layout, checklist } = content;
  const { items: open } = layout.collected.columns;
  return layout.items.map((items) => {
    const own = layout.collected.rows.filter((row) => row.items === items);
    const range = (column: number): string => collectedColumn(content, column, own);
    const count = checklist.items.filter(
      ({ section, unmet }) => section.key === items.section.key && unmet.length > 0,
    ).length;
    return {
      name: items.name,
      title: `${items.section.key} ${items.section.title}`,
      open: { formula: `COUNT(${range(open.open)})`, result: count },
      cell: nthOpen(range(open.cell), range(open.open), own.length, '1'),
    };
  });
}

function entryParts(content: WorkbookContent): readonly Part[] {
  return checkedEntries(content).map(({ sheet, check }) => {
    const lacking = lackingFormulas(content, sheet).map(({ formula }) => `IF(${formula},1,0)`);
    const tooFew = `IF(${tooFewFormula(content, sheet)},1,0)`;
    return {
      name: sheet.name,
      title: sheet.section.title,
      open: {
        formula: [openRows(content, sheet), ...(sheet.section.required > 0 ? [tooFew] : []), ...lacking].join('+'),
        result: check.rows.length + check.lacking.length + (check.tooFew ? 1 : 0),
      },
      cell: `IFERROR(${firstOpenEntry(content, sheet)},${firstEmptyEntry(content, sheet).formula})`,
    };
  });
}
