import { bandList, bandName, bandsOf } from '../../../scoring/bands.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { groupingHeadings } from '../../load/groups.ts';
import { wordWidth } from '../parts/combinedColumns.ts';
import { planTableSheet, type TableSheet } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import type { LargeContent } from './largeContent.ts';

/** Columns before those of positions. */
const before = 3;

/** The combined positions of each group, part by part. A list of so many partners is no page to read. */
export function largeHeatMapSheet({ rollUp: { instrument }, by, all, groups, ...marks }: LargeContent): SheetPlan {
  const rows = [all, ...(groups.get(by) ?? [])];
  const columns: TableSheet['columns'] = [
    { heading: groupingHeadings[by], role: 'text', width: 26 },
    { heading: 'Partners', role: 'number', width: 11 },
    { heading: 'Returned', role: 'number', width: 11 },
    ...all.scores.map(({ label }) => ({
      ...{ heading: label, role: 'position' as const },
      width: Math.max(13, wordWidth(label)),
    })),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  return planTableSheet(marks, {
    name: 'Heat map',
    title: `Heat map: combined positions by ${by}`,
    note: `All answers of a ${by} together. ${bandList(instrument)} are explained on the sheet Positions.`,
    table: 'heat_map',
    nameColumns: 1,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' })),
    formats: positionFormats(bandsOf(instrument), {
      firstColumn: before + 1,
      lastColumn: columns.length,
      rows: rows.length,
    }),
    rows: rows.map(({ label, partners, returned, scores }) => [
      label,
      partners,
      returned,
      ...scores.map(({ band }) => bandName(band)),
    ]),
  });
}
