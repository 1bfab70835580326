import {
  describeOption,
  describeOptions,
  isChosenByLabel,
  levelName,
  scoredScaleOf,
} from '../../instrument/model/traverse.ts';
import { answeredOf, bandNames } from '../../scoring/position.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { firstChartRow, headerRow } from '../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { levelColour } from '../../workbook/parts/bands.ts';
import { type CombinedScore, combinedScores } from '../figures/combinedScores.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../sheets/parts/content.ts';
import { positionFormats } from '../sheets/parts/positionFormats.ts';
import type { Feedback } from './feedback.ts';

/** The result of the partner, or of a group, in one part. */
interface Standing {
  readonly part: string;
  /** `You`, or the name of the group. */
  readonly who: string;
  readonly partners: number;
  /** Undefined if it is suppressed. */
  readonly score: CombinedScore | undefined;
}

const columnsBefore = 4;

/** The sheets Overall, with a chart, and Parts, which compare the partner with all partners and its region. */
export function standingSheets(marks: SheetMarks, feedback: Feedback): readonly SheetPlan[] {
  const [overall = [], ...parts] = standingsOf(feedback);
  const shown = overall.filter(({ score }) => score !== undefined);
  // A chart of one bar compares nothing.
  const chartRows = shown.length > 1 ? 4 + shown.length * 3 : 0;
  const plan = standingsSheet(marks, feedback, {
    ...{ name: 'Overall', table: 'overall', standings: overall, chartRows },
    title: 'Overall: you, compared with others',
  });
  const partByPart = standingsSheet(marks, feedback, {
    ...{ name: 'Parts', table: 'parts', standings: parts.flat(), chartRows: 0 },
    title: 'Part by part: you, compared with others',
  });
  const charts = chartRows === 0 ? [] : [chartOf(plan, feedback, shown, chartRows)];
  return [{ ...plan, charts }, partByPart];
}

/** The results by part, and in each part for the partner and the groups. */
function standingsOf({ instrument, own, groups }: Feedback): readonly (readonly Standing[])[] {
  const sides = [
    { who: 'You', returned: 1, scores: combinedScores(instrument, [own]) },
    ...groups.map(({ label, returned, figures }) => ({ who: label, returned, scores: figures?.scores })),
  ];
  return (sides[0]?.scores ?? []).map(({ label }, index) =>
    sides.map(({ who, returned, scores }) => ({
      ...{ part: label, who, score: scores?.[index] },
      partners: scores?.[index]?.answering ?? returned,
    })),
  );
}

function standingsSheet(
  marks: SheetMarks,
  { instrument }: Feedback,
  sheet: Pick<TableSheet, 'name' | 'title' | 'table'> & {
    readonly standings: readonly Standing[];
    readonly chartRows: number;
  },
): SheetPlan {
  const { standings, ...start } = sheet;
  const scale = scoredScaleOf(instrument);
  const [lowest] = scale.options;
  const byLabel = isChosenByLabel(scale);
  const columns: TableSheet['columns'] = [
    { heading: 'Part', role: 'text', width: 34 },
    { heading: 'Who', role: 'reference', width: 14 },
    { heading: 'Partners', role: 'number', width: 10 },
    { heading: 'Position', role: 'position', width: 13 },
    ...scale.options.map((option) => ({
      ...{ heading: `Answers: ${describeOption(scale, option)}`, role: 'number' as const, width: 14 },
    })),
    { heading: 'Not applicable', role: 'number', width: 12 },
    { heading: 'Unanswered', role: 'number', width: 13 },
    ...(byLabel ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 10 }]),
    { heading: lowest === undefined ? 'Share' : `Share at ${levelName(scale, lowest)}`, role: 'percent', width: 11 },
  ];
  return planTableSheet(marks, {
    ...start,
    note: 'The counts are of answers, over all questions of the part. The sheet Notes explains the positions and [c].',
    columns,
    formats: positionFormats({ firstColumn: columnsBefore, lastColumn: columnsBefore, rows: standings.length }),
    rows: standings.map(({ part, who, partners, score }) => {
      if (score === undefined) {
        return [part, who, ...columns.slice(2).map((): Content => missingValueMarks.suppressed)];
      }
      const { tally } = score;
      const answered = answeredOf(tally);
      return [
        ...[part, who, partners, bandNames[score.band], ...tally.levels.values()],
        ...[tally.notApplicable, tally.unanswered],
        ...(byLabel ? [] : [score.median ?? missingValueMarks.unanswered]),
        answered === 0 ? missingValueMarks.unanswered : ([...tally.levels.values()][0] ?? 0) / answered,
      ];
    }),
  });
}

/** A chart of the same counts. Suppressed rows are last in the table, so that the bars refer to cells without a gap. */
function chartOf(plan: SheetPlan, { instrument }: Feedback, shown: readonly Standing[], chartRows: number): BarChart {
  const scale = scoredScaleOf(instrument);
  const [firstRow, lastRow] = [headerRow + 1, headerRow + shown.length];
  const below = firstChartRow(plan);
  return {
    sheet: plan.name,
    from: { row: below, column: 1 },
    to: { row: below + chartRows, column: columnsBefore + scale.options.length + 1 },
    kind: 'shares',
    title: 'Answers by level: you, and all partners',
    description: `Stacked bar chart. Each bar is a row of the table on this sheet and shows which share of the answered questions is at each level, from left to right: ${describeOptions(scale).join(', ')}. The table holds the figures.`,
    axisTitle: 'Share of the answered questions; the figures in the bars count answers',
    categories: {
      reference: sheetColumn(plan.name, 2, firstRow, lastRow),
      values: shown.map(({ who }) => who),
    },
    series: scale.options.map((option, index) => {
      const column = columnsBefore + 1 + index;
      return {
        name: {
          reference: sheetCell(plan.name, headerRow, column),
          values: [`Answers: ${describeOption(scale, option)}`],
        },
        values: {
          reference: sheetColumn(plan.name, column, firstRow, lastRow),
          values: shown.map(({ score }) => score?.tally.levels.get(option.level) ?? 0),
        },
        colour: levelColour(scale, option.level),
      };
    }),
  };
}
