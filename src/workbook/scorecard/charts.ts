import type { View } from '../../instrument/model/schema.ts';
import { describeOptions, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { headingText } from '../../spreadsheet/plan/sheetParts.ts';
import type { ChartSeries, StackedBarChart } from '../../spreadsheet/style/chart.ts';
import { widthOf } from '../../spreadsheet/style/rowHeight.ts';
import { chartLabel } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, type ChartPlace, sheetNames } from '../layout/layout.ts';
import { levelColour } from '../parts/bands.ts';
import { figureHeadings, figuresOf } from '../parts/figures.ts';

/**
 * The scorecard's charts: one for each view, with the share of the answered questions at each level. Not applicable and
 * unanswered are left out, and the label of each part shows its position. They refer to cells of the scorecard and the
 * calculations, and store their present values.
 *
 * @param widths Those of the scorecard's columns, in characters.
 */
export function scorecardCharts(content: WorkbookContent, widths: readonly number[]): readonly StackedBarChart[] {
  const { layout, scorecard, instrument } = content;
  return layout.scorecard.views.flatMap(({ view, ...rows }, index) => {
    const place = layout.scorecard.charts.places[index];
    const labels = layout.workings.chartLabels[index];
    const { parts } = scorecard.views[index] ?? {};
    if (place === undefined || labels === undefined || parts === undefined) return [];
    const { chartLabel: column } = layout.workings.columns;
    return [
      {
        sheet: sheetNames.scorecard,
        ...chartCorners(widths, place),
        title: `${view.title}: position and answers by level`,
        description: descriptionOf(content, view),
        axisTitle: 'Share of the answered questions; the figures in the bars are counts',
        categories: {
          reference: sheetColumn(sheetNames.workings, column, labels.firstRow, labels.lastRow),
          values: parts.map((part) => chartLabel(instrument, view, part)),
        },
        series: seriesOf(content, rows, parts),
      },
    ];
  });
}

/** Points between two charts side by side. */
const gap = 8;

/**
 * The corners of a chart. Programs differ in how wide they draw columns, so charts meet where a column begins.
 *
 * @param widths Those of the sheet's columns, in characters.
 */
export function chartCorners(
  widths: readonly number[],
  { firstRow, lastRow, side }: ChartPlace,
): Pick<StackedBarChart, 'from' | 'to'> {
  const middle = middleColumn(widths);
  const [left, right] =
    side === 'left'
      ? [{ column: 1 }, { column: middle }]
      : [{ column: middle, right: gap }, { column: widths.length + 1 }];
  return { from: { row: firstRow, ...left }, to: { row: lastRow + 1, ...right } };
}

/** The column that begins nearest to the middle. */
function middleColumn(widths: readonly number[]): number {
  const middle = widthOf(widths) / 2;
  const distances = widths.map((_width, index) => Math.abs(widthOf(widths.slice(0, index)) - middle));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** The figures change with the answers, but a description cannot: so it refers to the cells with the figures. */
function descriptionOf({ instrument }: WorkbookContent, view: View): string {
  const scale = scoredScaleOf(instrument);
  return (
    `Stacked bar chart. Each bar is one row of the table "${view.title}" on this sheet, labelled with its position. ` +
    `It shows which share of the answered questions is at each level, from left to right: ${describeOptions(scale).join(', ')}. ` +
    'Questions that are not applicable or unanswered are left out. The table holds the figures.'
  );
}

function seriesOf(
  { instrument, layout }: WorkbookContent,
  rows: BlockRows,
  parts: readonly PartScore[],
): readonly ChartSeries[] {
  const scale = scoredScaleOf(instrument);
  const headings = figureHeadings(instrument).map(headingText);
  return scale.options.map((option, index) => {
    const column = layout.scorecard.columns.firstLevel + index;
    return {
      name: {
        reference: sheetCell(sheetNames.scorecard, rows.headerRow, column),
        values: headings.slice(index, index + 1),
      },
      values: {
        reference: sheetColumn(sheetNames.scorecard, column, rows.firstRow, rows.lastRow),
        values: parts.map((part) => Number(figuresOf(part)[index])),
      },
      colour: levelColour(scale, option.level),
    };
  });
}
