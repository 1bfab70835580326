import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { planTableSheet, type SheetMarks } from './parts/content.ts';
import { linkTo } from './parts/formulas.ts';

/** The sheet Contents, with a link to the sheet Notes and to each of the sheets that follow it. */
export const contentsSheet = (marks: SheetMarks, following: readonly SheetPlan[]): SheetPlan =>
  planTableSheet(marks, {
    name: 'Contents',
    title: 'Contents',
    note: 'Click a name to go to the sheet. Figures by formula can be traced to the sheet Data.',
    table: 'contents',
    columns: [
      { heading: 'Sheet', role: 'link', width: 26 },
      { heading: 'What it shows', role: 'text', width: 90 },
      { heading: 'Figures', role: 'text', width: 16 },
    ],
    rows: [
      rowFor('Notes', 'What this workbook shows, from which returns, and how to read it', false),
      ...following.map((sheet) => rowFor(sheet.name, titleOf(sheet), hasFormulas(sheet))),
    ],
  });

const rowFor = (name: string, title: Content, byFormula: boolean): readonly Content[] => [
  linkTo(name, 1, 1, name),
  title,
  byFormula ? 'By formula' : 'By value',
];

const titleOf = ({ cells }: SheetPlan): Content =>
  cells.find(({ row, column }) => row === 1 && column === 1)?.content ?? '';

/** Whether a sheet has figures by formula. Links are formulas too, and do not count. */
function hasFormulas({ cells, long }: SheetPlan): boolean {
  if (cells.some(({ content }) => worksOut(content))) return true;
  if (long?.rows.onlyValues === true) return false;
  for (const row of long?.rows ?? []) if (row.some(worksOut)) return true;
  return false;
}

const worksOut = (content: Content | undefined): boolean =>
  typeof content === 'object' && 'formula' in content && !content.formula.startsWith('HYPERLINK(');
