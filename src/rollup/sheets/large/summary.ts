import { viewsOf } from '../../../instrument/model/traverse.ts';
import { bandsOf } from '../../../scoring/bands.ts';
import { firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { CombinedScore } from '../../figures/combinedScores.ts';
import { type Grouping, groupingHeadings } from '../../load/groups.ts';
import { combinedColumns } from '../parts/combinedColumns.ts';
import { combinedValues } from '../parts/combinedValues.ts';
import { planTableSheet, type TableSheet } from '../parts/content.ts';
import { levelChart } from '../parts/levelChart.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import type { LargeContent, LargeGroup } from './largeContent.ts';

/** Rows of the sheet for each bar of a chart, and around the bars. */
const [rowsOfBar, rowsAround] = [1.5, 8];
/** More bars could not be distinguished. */
const maxBars = 40;

/** The combined scores of all partners: the whole and the parts of each view, with a chart of those of the first. */
export function largeSummarySheet(content: LargeContent): SheetPlan {
  const { returned, partners, scores } = content.all;
  const [firstView] = viewsOf(content.rollUp.instrument);
  return scoresSheet(content, {
    name: 'Summary',
    title: `Summary: all partners together (${returned} of ${partners} returned)`,
    note: 'The counts are of partners and of answers, those who returned; the position follows the rule on the sheet Positions.',
    table: 'summary',
    before: [{ heading: 'Part', role: 'text', width: 36 }],
    rows: scores.map((score) => ({ score, cells: [score.label] })),
    charted: {
      title: `${firstView?.title ?? 'Overall'}: answers of all partners by level`,
      rows: scores.filter(({ view }) => view === undefined || view === firstView).length,
    },
  });
}

/** The same for each group, part by part. */
export function largeGroupSheet(content: LargeContent, by: Grouping, groups: readonly LargeGroup[]): SheetPlan {
  const parts = content.all.scores.map((_score, part) =>
    groups.flatMap(({ label, scores }) => {
      const score = scores[part];
      return score === undefined ? [] : [{ score, cells: [score.label, label] }];
    }),
  );
  return scoresSheet(content, {
    name: `By ${by}`,
    title: `${groupingHeadings[by]} by ${by}: combined positions of the partners of each`,
    note: `The counts are of answers of all partners of the ${by} who returned; the position follows the rule on the sheet Positions.`,
    table: `by_${by}`,
    before: [
      { heading: 'Part', role: 'text', width: 32 },
      { heading: groupingHeadings[by], role: 'text', width: 24 },
    ],
    rows: parts.flat(),
    charted: { title: `Overall: answers by level, ${by} by ${by}`, rows: groups.length },
  });
}

interface ScoresSheet extends Pick<TableSheet, 'name' | 'title' | 'note' | 'table'> {
  readonly before: TableSheet['columns'];
  readonly rows: readonly { readonly score: CombinedScore; readonly cells: readonly string[] }[];
  /** The first rows are charted, by the last of their names. */
  readonly charted: { readonly title: string; readonly rows: number };
}

function scoresSheet({ rollUp, ...marks }: LargeContent, { before, rows, charted, ...sheet }: ScoresSheet): SheetPlan {
  const { instrument } = rollUp;
  const combined = combinedColumns(instrument, before, [{ heading: 'View', role: 'text', width: 26 }]);
  const table: TableSheet = {
    ...sheet,
    nameColumns: before.length,
    tabColour: 'result',
    columns: combined.columns,
    printedColumns: combined.printed,
    formats: positionFormats(bandsOf(instrument), {
      firstColumn: combined.position,
      lastColumn: combined.position,
      rows: rows.length,
    }),
    rows: rows.map(({ score, cells }) => [
      ...cells,
      ...combinedValues(score, combined),
      score.view?.title ?? score.label,
    ]),
  };
  if (charted.rows > maxBars) return planTableSheet(marks, table);
  const chartRows = Math.ceil(charted.rows * rowsOfBar) + rowsAround;
  const plan = planTableSheet(marks, { ...table, chartRows });
  const firstRow = firstChartRow(plan);
  const chart = levelChart(
    { rollUp },
    {
      sheet: sheet.name,
      from: { row: firstRow, column: 1 },
      to: { row: firstRow + chartRows - 1, column: combined.printed + 1 },
      title: charted.title,
      description: `Stacked bar chart. Each bar is one of the first ${charted.rows} rows of the table above. It shows which share of the answers is at each level, the lowest on the left. The table holds the figures.`,
      firstRow: headerRow + 1,
      labelColumn: before.length,
      firstLevelColumn: combined.firstLevel,
      levels: combined.columns.slice(combined.firstLevel - 1, combined.lastLevel).map(({ heading }) => heading),
      rows: rows.slice(0, charted.rows).map(({ score, cells }) => ({ label: cells.at(-1) ?? '', tally: score.tally })),
    },
  );
  return { ...plan, charts: [chart] };
}
