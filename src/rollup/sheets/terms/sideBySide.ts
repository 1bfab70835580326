import type { Workbook } from 'exceljs';
import { address } from '../../../spreadsheet/model/address.ts';
import { colourWhen } from '../../../spreadsheet/write/worksheet.ts';
import { bandRules } from '../../../workbook/parts/bands.ts';
import { sideBySide } from '../../figures/sideBySide.ts';
import { headerRow, type TableSheet, type TermContent, writeTableSheet } from '../parts/content.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';

const columnsOfPlace = 2;

/** Writes the positions of each area under each term, one column for each instrument. */
export function writeSideBySide(workbook: Workbook, content: TermContent): void {
  const { instruments, rows } = sideBySide(content.rollUp);
  const columns: TableSheet['columns'] = [
    { heading: 'Area or partner', role: 'text', width: 34 },
    { heading: content.rollUp.title, role: 'text', width: 32 },
    ...instruments.map(({ title }) => ({ heading: title, role: 'position' as const, width: 30 })),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const sheet = writeTableSheet(workbook, content, {
    name: 'Side by side',
    title: 'Side by side: positions of each area by each self-assessment',
    note: 'Each position follows the rule of its own self-assessment. Several partners of an area are listed, the worst first. [x] means no return, [z] nothing scored here.',
    table: 'side_by_side',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows: rows.map(({ place, term, positions }) => [place, term.title, ...positions]),
  });
  if (rows.length === 0 || instruments.length === 0) return;
  const first = address(headerRow + 1, columnsOfPlace + 1);
  const last = address(headerRow + rows.length, columns.length);
  colourWhen(sheet, `${first}:${last}`, bandRules(first));
}
