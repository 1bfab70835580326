import { planSheet } from '../../src/spreadsheet/plan/planSheet.ts';
import { planTableSheet } from '../../src/spreadsheet/plan/planTableSheet.ts';
import { boxFilledRows, cell, resultCell, tableHeadings } from '../../src/spreadsheet/plan/sheetParts.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { workbookOf } from '../tools/rendered.ts';

/** Everything that plans can say about views, prints and conditional formats, on three sheets. */
export function everything(): WorkbookPlan {
  const rows = [6, 7, 8, 9].map((row) => [
    resultCell(row, 1, row < 8 ? `Need ${row}` : undefined, 'text'),
    resultCell(row, 2, row < 8 ? row - 7 : undefined, 'change'),
    cell(row, 3, undefined, 'input'),
  ]);
  const needs = planSheet(
    {
      ...{ name: '1 Needs', title: 'Needs', note: 'What is needed?', footer: 'X01', marking: 'OFFICIAL' },
      widths: [40, 12, 80],
      ...{ headerRow: 5, titleRow: 4, titleColumns: 1, columnBreaks: [2], orientation: 'portrait' },
      filled: { column: 1, fromRow: 7 },
      ...{ frozen: { rows: 5, columns: 2 }, selected: { row: 7, column: 3 }, zoom: 100, tabColour: 'fill in' },
      isProtected: true,
    },
    [
      tableHeadings({ name: 'needs', row: 5, headings: ['Need', 'Change', 'Evidence'], rows: 4 }),
      boxFilledRows(rows.flat(), { firstRow: 6, lastRow: 9, columns: 3, filled: 1 }),
      { formats: [{ range: 'C6:C9', colours: [{ formula: 'B6=1', colour: 'green' }] }] },
      { formats: [{ range: 'C7', colours: [{ formula: 'TRUE', colour: 'wrong' }], isFirst: true }] },
    ],
  );
  const shares = planTableSheet(
    { marking: undefined, footer: 'X01' },
    {
      ...{ name: 'Shares', title: 'Shares', note: 'Of partners.', table: 'shares', tabColour: 'result' },
      ...{ filterButtons: true, frozen: { rows: 5, columns: 1 }, titleColumns: 1 },
      columns: [
        { heading: 'Part', role: 'text', width: 30 },
        { heading: 'Lowest', role: 'percent', width: 12 },
        { heading: 'Partners', role: 'number', width: 12 },
      ],
      rows: [
        ['Needs', 0, 3],
        ['Structure', 0.4, 5],
        ['Money', 1, 10],
      ],
      formats: [
        { range: 'B6:B8', bars: { colour: 'grey', to: 1 } },
        { range: 'C6:C8', bars: { colour: 'grey', to: 10 } },
      ],
    },
  );
  const guide = planSheet(
    { name: 'Guide', title: 'Guide', note: 'Read this.', widths: [60], footer: 'X01', tabColour: 'read' },
    [],
  );
  return workbookOf([guide, needs, shares], { opensOn: '1 Needs' });
}
