import type { Workbook } from 'exceljs';
import { deferRows, deferredRowsOf } from '../../spreadsheet/write/deferredRows.ts';
import type { Content } from '../../spreadsheet/write/worksheet.ts';
import { headerRow, type RollUpContent, type TableSheet, writeTableSheet } from './parts/content.ts';
import { linkTo } from './parts/formulas.ts';

const name = 'Contents';
const table = 'contents';
const columns: TableSheet['columns'] = [
  { heading: 'Sheet', role: 'link', width: 26 },
  { heading: 'What it shows', role: 'text', width: 90 },
  { heading: 'Figures', role: 'text', width: 16 },
];

/**
 * Begins the sheet Contents, with a link to each sheet. It is begun early, because sheets are in the order in which they are begun,
 * and filled once all sheets are written.
 *
 * @returns the function that fills it.
 */
export function startContents(workbook: Workbook, content: RollUpContent): () => void {
  const sheet = writeTableSheet(workbook, content, {
    name,
    title: 'Contents',
    note: 'Click a name to go to the sheet. Figures by formula can be traced to the sheet Data.',
    table,
    columns,
    rows: [
      [linkTo('Notes', 1, 1, 'Notes'), 'What this workbook shows, from which returns, and how to read it', 'By value'],
    ],
  });
  return () => {
    const others = workbook.worksheets.filter((other) => other.name !== 'Notes' && other.name !== name);
    const rows = others.map((other) => [
      linkTo(other.name, 1, 1, other.name),
      String(other.getCell(1, 1).value ?? ''),
      hasFormulas(workbook, other.name) ? 'By formula' : 'By value',
    ]);
    deferRows(workbook, { sheet: name, table, firstRow: headerRow + 2, columns, rows });
    sheet.pageSetup.printArea = `A$1:C$${headerRow + 1 + rows.length}`;
  };
}

/** Whether a sheet has figures by formula. Links are formulas too, and do not count. */
function hasFormulas(workbook: Workbook, sheet: string): boolean {
  const rows = deferredRowsOf(workbook).find((held) => held.sheet === sheet)?.rows ?? [];
  const first = workbook.getWorksheet(sheet)?.getRow(headerRow + 1);
  let found = rows.some((row) => row.some(worksOut));
  first?.eachCell(({ formula }) => {
    found ||= typeof formula === 'string' && !isLink(formula);
  });
  return found;
}

const worksOut = (content: Content): boolean =>
  typeof content === 'object' && 'formula' in content && !isLink(content.formula);

const isLink = (formula: string): boolean => formula.startsWith('HYPERLINK(');
