import { levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, bestBand } from '../../../scoring/bands.ts';
import { scoredItems } from '../../../scoring/scorecard.ts';
import type { LineChart } from '../../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import { firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { ukMinute } from '../../../time.ts';
import type { Trend, TrendPoint } from '../../figures/trend.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { chartCorners } from '../parts/chartCorners.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { shareAxis } from './shareAxis.ts';

export const trendName = 'Trend';
const chartRows = 18;

/** Columns of the sheet, counted from 1, of which charts show figures. A level has the same place, and colour, in both. */
const shown = { all: [7, 8, 6], constant: [10, 11] } as const;

/** The sheet Trend: the levels of several rounds, over the questions that are the same in all of them. */
export function trendSheet(content: RollUpContent, trend: Trend): SheetPlan {
  const { instrument } = content.rollUp;
  const scale = scoredScaleOf(instrument);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)].map((option) =>
    option === undefined ? '' : levelName(scale, option),
  );
  const best = bandName(bestBand(instrument));
  const columns: TableSheet['columns'] = [
    { heading: 'Round', role: 'reference', width: 18 },
    { heading: 'Deadline', role: 'time', width: 17 },
    { heading: 'Partners asked', role: 'number', width: 11 },
    { heading: 'Returned', role: 'number', width: 11 },
    { heading: `Partners ${best}`, role: 'number', width: 11 },
    { heading: `Share of partners ${best}`, role: 'percent', width: 13 },
    { heading: `Share at ${lowest}`, role: 'percent', width: 13 },
    { heading: `Share at ${highest}`, role: 'percent', width: 13 },
    { heading: 'Partners in every round', role: 'number', width: 13 },
    { heading: `Their share at ${lowest}`, role: 'percent', width: 14 },
    { heading: `Their share at ${highest}`, role: 'percent', width: 14 },
  ];
  const charted = [
    { columns: shown.all, title: 'All partners that returned in each round' },
    { columns: shown.constant, title: `Partners that returned in every round: ${trend.constant}` },
  ].filter((chart) =>
    chart.columns.every((column) => trend.points.every((point) => isFigure(figuresOf(trend, point)[column - 1]))),
  );
  const plan = planTableSheet(content, {
    name: trendName,
    title: `Trend over ${trend.points.length} rounds`,
    note: `Shares are of the answers to the ${trend.questions} of ${scoredItems(instrument).length} questions that are the same in every round; positions are by each round's own questions.`,
    table: 'trend',
    pages: 1,
    tabColour: 'result',
    columns,
    rows: trend.points.map((point) => figuresOf(trend, point)),
    chartRows: charted.length === 0 ? 0 : chartRows,
  });
  const [first, last] = [headerRow + 1, headerRow + trend.points.length];
  const firstRow = firstChartRow(plan);
  const charts = charted.map(
    ({ columns: own, title }, index): LineChart => ({
      kind: 'lines',
      sheet: trendName,
      ...chartCorners(plan.widths, {
        firstRow,
        lastRow: firstRow + chartRows - 2,
        side: index === 0 ? 'left' : 'right',
      }),
      title,
      description: `Line chart with a point for each round, the earliest on the left. It shows ${own.map((column) => (columns[column - 1]?.heading ?? '').toLowerCase()).join(', ')}. The table above holds the figures.`,
      axisTitle: 'Share',
      axis: shareAxis(
        own.flatMap((column) => trend.points.map((point) => Number(figuresOf(trend, point)[column - 1]))),
      ),
      format: '0%',
      categoryTitle: 'Round',
      categories: {
        reference: sheetColumn(trendName, 1, first, last),
        values: trend.points.map(({ round }) => round.round),
      },
      series: own.map((column) => ({
        name: { reference: sheetCell(trendName, headerRow, column), values: [columns[column - 1]?.heading ?? ''] },
        values: {
          reference: sheetColumn(trendName, column, first, last),
          values: trend.points.map((point) => Number(figuresOf(trend, point)[column - 1])),
        },
      })),
    }),
  );
  return { ...plan, charts };
}

const isFigure = (content: unknown): boolean => typeof content === 'number';

function figuresOf(trend: Trend, point: TrendPoint): readonly (string | number | Date)[] {
  const { round, asked, returned, best, all, constant } = point;
  // A line would take a mark for zero, so charts leave out what has one.
  const missing = returned === 0 ? missingValueMarks.noReturn : missingValueMarks.changed;
  const ofConstant = trend.constant === 0 ? missingValueMarks.noReturn : missing;
  return [
    round.round,
    ukMinute(round.due),
    asked,
    returned,
    returned === 0 ? missing : best,
    returned === 0 ? missing : best / returned,
    all?.lowest ?? missing,
    all?.highest ?? missing,
    trend.constant,
    constant?.lowest ?? ofConstant,
    constant?.highest ?? ofConstant,
  ];
}

/** Notes on this sheet; empty if there is none. */
export function describeTrend(trend: Trend | undefined): readonly Note[] {
  if (trend === undefined) return [];
  return [
    [
      'Trend',
      `Trend compares ${trend.points.length} rounds. Shares count only the ${trend.questions} questions with the same wording and scale in all of them, and answers with a level. Partners come and go: one chart counts all partners that returned in a round, the other only those that returned in every round (${trend.constant}), matched by their codes. A position follows the questions and the rule of its own round.`,
    ],
  ];
}
