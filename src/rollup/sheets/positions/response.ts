import { address, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type Grouping, groupingHeadings, groupsOf, type PartnerGroup } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { PartnerResult } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { figure, linkTo, shareOf } from '../parts/formulas.ts';
import { deadlineWords, returnsColumns } from './returns.ts';

/** The name in tables for all partners of a roll-up. */
export const allPartners = 'All partners';

/** Columns with the counts, from which the board summary takes those of all partners. */
export const responseColumns = { partners: 2, late: 4, returned: 5, noReturn: 6 } as const;

const headings: Readonly<Record<Grouping, string>> = { region: 'region', area: 'area', kind: 'kind of partner' };

/** The response rate by group, on which the reliability of every other figure depends. */
export function responseSheet(content: RollUpContent): SheetPlan {
  const { rollUp, by, limits } = content;
  const groups = groupsOf(rollUp.partners, by);
  const comparisons = rollUp.partners.length * groups.length * 3;
  const isTraced = rollUp.anonymous !== true && comparisons > 0 && comparisons <= limits.comparisons;
  let firstRow = headerRow + 1;
  return planTableSheet(content, {
    name: 'Response',
    title: `Response rate by ${headings[by]}`,
    note: 'The rate is the share of partners to whom a workbook was issued. All other figures are of those who returned.',
    table: 'response',
    tabColour: 'result',
    columns: [
      { heading: groupingHeadings[by], role: 'text', width: 34 },
      { heading: 'Partners', role: 'number', width: 12 },
      { heading: 'In time', role: 'number', width: 12, identifying: true },
      { heading: 'Late', role: 'number', width: 12, identifying: true },
      { heading: 'Returned', role: 'number', width: 12 },
      { heading: 'No return', role: 'number', width: 12 },
      { heading: 'Response rate', role: 'percent', width: 14 },
      { heading: 'Partner by partner', role: 'link', width: 30 },
    ],
    rows: [{ label: allPartners, partners: rollUp.partners }, ...groups].map((group, index) => {
      const row = responseRow(content, group, headerRow + 1 + index, index === 0, isTraced, firstRow);
      if (index > 0) firstRow += group.partners.length;
      return row;
    }),
  });
}

function responseRow(
  { rollUp }: RollUpContent,
  { label, partners }: PartnerGroup<PartnerResult>,
  row: number,
  isAll: boolean,
  isTraced: boolean,
  firstRow: number,
): readonly Content[] {
  const lastRow = headerRow + rollUp.partners.length;
  const cells = (column: number): string => sheetColumn(returnsColumns.sheet, column, headerRow + 1, lastRow);
  const inGroup = isAll ? '' : `(${cells(returnsColumns.group)}=${address(row, 1)})*`;
  const count = (test: string): string => `SUMPRODUCT(${inGroup}(${test})*1)`;
  const inTime = partners.filter(({ counting }) => counting?.late === false).length;
  const late = partners.filter(({ counting }) => counting?.late === true).length;
  const [all, onTime, lateCell, returned] = [2, 3, 4, 5].map((column) => address(row, column));
  const deadline = cells(returnsColumns.deadline);
  return [
    label,
    figure(isTraced, count(`${deadline}<>""`), partners.length),
    figure(isTraced, count(`${deadline}="${deadlineWords.inTime}"`), inTime),
    figure(isTraced, count(`${deadline}="${deadlineWords.late}"`), late),
    figure(isTraced, `${onTime}+${lateCell}`, inTime + late),
    figure(isTraced, `${all}-${returned}`, partners.length - inTime - late),
    figure(
      isTraced,
      shareOf(returned ?? '', all ?? ''),
      partners.length === 0 ? missingValueMarks.unanswered : (inTime + late) / partners.length,
    ),
    linkTo(returnsColumns.sheet, firstRow, 1, isAll ? 'Returns' : `Returns: ${label}`),
  ];
}
