import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { sideBySide } from '../../figures/sideBySide.ts';
import { planTableSheet, type TableSheet, type TermContent } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';

const columnsOfPlace = 2;

/** The positions of each area under each term, one column for each instrument. */
export function sideBySideSheet(content: TermContent): SheetPlan {
  const { instruments, rows } = sideBySide(content.rollUp);
  const columns: TableSheet['columns'] = [
    { heading: 'Area or partner', role: 'text', width: 34 },
    { heading: content.rollUp.title, role: 'text', width: 32 },
    ...instruments.map(({ title }) => ({ heading: title, role: 'position' as const, width: 30 })),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  return planTableSheet(content, {
    name: 'Side by side',
    title: 'Side by side: positions of each area by each self-assessment',
    note: 'Each position follows the rule of its own self-assessment. Several partners of an area are listed, the worst first. [x] means no return, [z] nothing scored here.',
    table: 'side_by_side',
    nameColumns: 2,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    formats: positionFormats({ firstColumn: columnsOfPlace + 1, lastColumn: columns.length, rows: rows.length }),
    rows: rows.map(({ place, term, positions }) => [place, term.title, ...positions]),
  });
}
