import type { View } from '../../instrument/model/schema.ts';
import { describeOptions, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { chartLabel, seriesNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { PartsTable } from '../layout/layout.ts';
import { levelColour } from '../parts/bands.ts';

/**
 * The scorecard's charts: the answers at each level and the open questions of every part. The label of a part shows its
 * position. They refer to cells of the scorecard and the calculations, and store their present values.
 *
 * @param columns The number of columns that a chart covers.
 */
export function scorecardCharts(content: WorkbookContent, columns: number): readonly BarChart[] {
  const { words, layout, scorecard } = content;
  return layout.scorecard.charts.flatMap(({ view: index, firstRow, lastRow }) => {
    const table = layout.scorecard.views[index];
    const labels = layout.workings.chartLabels[index];
    const { parts } = scorecard.views[index] ?? {};
    if (table === undefined || labels === undefined || parts === undefined) return [];
    const { chartLabel: column } = layout.workings.columns;
    return [
      {
        sheet: words.sheets.scorecard,
        from: { row: firstRow, column: 1 },
        to: { row: lastRow + 1, column: columns + 1 },
        kind: 'counts',
        title: words.scorecard.chartTitle(table.view.title),
        description: descriptionOf(content, table.view),
        axisTitle: words.scorecard.chartAxis,
        categories: {
          reference: sheetColumn(words.sheets.workings, column, labels.firstRow, labels.lastRow),
          values: parts.map((part) => chartLabel(content, table.view, part)),
        },
        series: seriesOf(content, table, parts),
      },
    ];
  });
}

/** The figures change with the answers, but a description cannot: so it refers to the cells with the figures. */
const descriptionOf = ({ words, instrument }: WorkbookContent, view: View): string =>
  words.scorecard.chartDescription(view.title, describeOptions(scoredScaleOf(instrument)).join(', '));

function seriesOf(
  content: WorkbookContent,
  { firstRow, lastRow }: PartsTable,
  parts: readonly PartScore[],
): BarChart['series'] {
  const { instrument, layout } = content;
  const { sheets } = content.words;
  const scale = scoredScaleOf(instrument);
  const { columns, workings } = { ...layout.scorecard, workings: layout.workings };
  return seriesNames(content).map((name, index) => {
    const level = scale.options[index]?.level;
    const column = level === undefined ? columns.unanswered : columns.firstLevel + index;
    return {
      name: {
        reference: sheetCell(sheets.workings, workings.firstRow + index, workings.columns.levelName),
        values: [name],
      },
      values: {
        reference: sheetColumn(sheets.scorecard, column, firstRow, lastRow),
        values: parts.map(({ tally }) => (level === undefined ? tally.unanswered : (tally.levels.get(level) ?? 0))),
      },
      colour: level === undefined ? 'grey' : levelColour(scale, level),
    };
  });
}
