import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { planTableSheet, type SheetMarks } from './parts/content.ts';
import { linkTo } from './parts/formulas.ts';

/** The sheet Contents, with a link to each of the other sheets. */
export const contentsSheet = (marks: SheetMarks, others: readonly SheetPlan[]): SheetPlan =>
  planTableSheet(marks, {
    name: 'Contents',
    title: 'Contents',
    note: 'Click a name to go to the sheet.',
    table: 'contents',
    tabColour: 'read',
    columns: [
      { heading: 'Sheet', role: 'link', width: 26 },
      { heading: 'What it shows', role: 'text', width: 100 },
    ],
    rows: others.map((sheet) => [linkTo(sheet.name, 1, 1, sheet.name), titleOf(sheet)]),
  });

const titleOf = ({ cells }: SheetPlan): Content =>
  cells.find(({ row, column }) => row === 1 && column === 1)?.content ?? '';
