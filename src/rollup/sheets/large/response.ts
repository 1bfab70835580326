import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { groupingHeadings } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet } from '../parts/content.ts';
import type { LargeContent } from './largeContent.ts';

/** The response rate by group. */
export const largeResponseSheet = (content: LargeContent): SheetPlan =>
  planTableSheet(content, {
    name: 'Response',
    title: `Response rate by ${content.by}`,
    note: 'The rate is the share of partners to whom a workbook was issued. All other figures are of those who returned.',
    table: 'response',
    tabColour: 'result',
    nameColumns: 1,
    columns: [
      { heading: groupingHeadings[content.by], role: 'text', width: 34 },
      { heading: 'Partners', role: 'number', width: 12 },
      { heading: 'In time', role: 'number', width: 12 },
      { heading: 'Late', role: 'number', width: 12 },
      { heading: 'Returned', role: 'number', width: 12 },
      { heading: 'No return', role: 'number', width: 12 },
      { heading: 'Response rate', role: 'percent', width: 14 },
    ],
    rows: [content.all, ...(content.groups.get(content.by) ?? [])].map(({ label, partners, returned, late }) => [
      label,
      partners,
      returned - late,
      late,
      returned,
      partners - returned,
      partners === 0 ? missingValueMarks.unanswered : returned / partners,
    ]),
  });
