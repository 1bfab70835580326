import { describeOption, describeOptions, isChosenByLabel, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../scoring/bands.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { headerRow } from '../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { levelColour } from '../../workbook/parts/bands.ts';
import type { CombinedScore } from '../figures/combinedScores.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../sheets/parts/content.ts';
import { positionFormats } from '../sheets/parts/positionFormats.ts';
import type { Feedback } from './feedback.ts';
import { sidesOf } from './standings.ts';

const name = 'Parts';
const columnsBefore = 4;

/** The sheet Parts: for the whole and each part, the counts of the partner's answers and of those of others. */
export function feedbackPartsSheet(marks: SheetMarks, feedback: Feedback): SheetPlan {
  const scale = scoredScaleOf(feedback.instrument);
  const byLabel = isChosenByLabel(scale);
  const columns: TableSheet['columns'] = [
    { heading: 'Part', role: 'text', width: 36 },
    { heading: 'Who', role: 'reference', width: 13 },
    { heading: 'Partners', role: 'number', width: 10 },
    { heading: 'Position', role: 'position', width: 13 },
    ...scale.options.map((option) => ({ heading: describeOption(scale, option), role: 'number' as const, width: 14 })),
    { heading: 'Not applicable', role: 'number', width: 11 },
    { heading: 'Unanswered', role: 'number', width: 13 },
    ...(byLabel ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 9 }]),
  ];
  const rows = partRows(feedback, columns.length);
  return planTableSheet(marks, {
    ...{ name, table: 'parts', columns, rows, zoom: 100, tabColour: 'read' },
    title: 'Part by part: you and others',
    note: 'The counts are of answers, over all questions of the part. The sheet Notes explains positions and signs.',
    formats: positionFormats(bandsOf(feedback.instrument), {
      firstColumn: columnsBefore,
      lastColumn: columnsBefore,
      rows: rows.length,
    }),
  });
}

function partRows(feedback: Feedback, columns: number): readonly (readonly Content[])[] {
  const sides = sidesOf(feedback);
  return (sides[0].scores ?? []).flatMap(({ label }, index) =>
    sides.map(({ who, scores }): readonly Content[] => {
      const score = scores?.[index];
      return score === undefined
        ? [label, who, ...Array.from({ length: columns - 2 }, () => missingValueMarks.suppressed)]
        : [label, who, score.answering, ...figuresOf(feedback, score)];
    }),
  );
}

function figuresOf({ instrument }: Feedback, { band, tally, median }: CombinedScore): readonly Content[] {
  return [
    ...[bandName(band), ...tally.levels.values(), tally.notApplicable, tally.unanswered],
    ...(isChosenByLabel(scoredScaleOf(instrument)) ? [] : [median ?? missingValueMarks.unanswered]),
  ];
}

/**
 * A chart of the counts over the whole, for a sheet before this one. Suppressed rows are last, so that the bars refer to
 * cells without a gap.
 */
export function levelsChart(feedback: Feedback, sheet: string, corners: Pick<BarChart, 'from' | 'to'>): BarChart {
  const scale = scoredScaleOf(feedback.instrument);
  const shown = sidesOf(feedback).filter(({ scores }) => scores !== undefined);
  const [firstRow, lastRow] = [headerRow + 1, headerRow + shown.length];
  return {
    ...{ sheet, kind: 'shares', ...corners },
    title: 'All answers by level',
    description: `Stacked bar chart. Each bar shows which share of the answered questions is at each level, from left to right: ${describeOptions(scale).join(', ')}. The sheet Parts holds the figures.`,
    axisTitle: 'Share of the answered questions; the figures in the bars count answers',
    categories: { reference: sheetColumn(name, 2, firstRow, lastRow), values: shown.map(({ who }) => who) },
    series: scale.options.map((option, index) => ({
      name: {
        reference: sheetCell(name, headerRow, columnsBefore + 1 + index),
        values: [describeOption(scale, option)],
      },
      values: {
        reference: sheetColumn(name, columnsBefore + 1 + index, firstRow, lastRow),
        values: shown.map(({ scores }) => scores?.[0]?.tally.levels.get(option.level) ?? 0),
      },
      colour: levelColour(scale, option.level),
    })),
  };
}
