import type { View } from '../../instrument/model/schema.ts';
import { describeOptions, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { chartLabel, seriesNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type PartsTable, sheetNames } from '../layout/layout.ts';
import { levelColour } from '../parts/bands.ts';

/**
 * The scorecard's charts: the answers at each level and the open questions of every part. The label of a part shows its
 * position. They refer to cells of the scorecard and the calculations, and store their present values.
 *
 * @param columns The number of columns that a chart covers.
 */
export function scorecardCharts(content: WorkbookContent, columns: number): readonly BarChart[] {
  const { layout, scorecard, instrument } = content;
  return layout.scorecard.charts.flatMap(({ view: index, firstRow, lastRow }) => {
    const table = layout.scorecard.views[index];
    const labels = layout.workings.chartLabels[index];
    const { parts } = scorecard.views[index] ?? {};
    if (table === undefined || labels === undefined || parts === undefined) return [];
    const { chartLabel: column } = layout.workings.columns;
    return [
      {
        sheet: sheetNames.scorecard,
        from: { row: firstRow, column: 1 },
        to: { row: lastRow + 1, column: columns + 1 },
        kind: 'counts',
        title: `${table.view.title}: position and answers by level`,
        description: descriptionOf(content, table.view),
        axisTitle: 'Number of questions',
        categories: {
          reference: sheetColumn(sheetNames.workings, column, labels.firstRow, labels.lastRow),
          values: parts.map((part) => chartLabel(instrument, table.view, part)),
        },
        series: seriesOf(content, table, parts),
      },
    ];
  });
}

/** The figures change with the answers, but a description cannot: so it refers to the cells with the figures. */
function descriptionOf({ instrument }: WorkbookContent, view: View): string {
  const scale = scoredScaleOf(instrument);
  return (
    `Stacked bar chart. Each bar is one row of the table "${view.title}" on this sheet, labelled with its position. ` +
    `It shows how many questions are at each level, from left to right: ${describeOptions(scale).join(', ')}. ` +
    'Unanswered questions are at the end, in grey; those that are not applicable are left out. The table holds the figures.'
  );
}

function seriesOf(
  { instrument, layout }: WorkbookContent,
  { firstRow, lastRow }: PartsTable,
  parts: readonly PartScore[],
): BarChart['series'] {
  const scale = scoredScaleOf(instrument);
  const { columns, workings } = { ...layout.scorecard, workings: layout.workings };
  return seriesNames(instrument).map((name, index) => {
    const level = scale.options[index]?.level;
    const column = level === undefined ? columns.unanswered : columns.firstLevel + index;
    return {
      name: {
        reference: sheetCell(sheetNames.workings, workings.firstRow + index, workings.columns.levelName),
        values: [name],
      },
      values: {
        reference: sheetColumn(sheetNames.scorecard, column, firstRow, lastRow),
        values: parts.map(({ tally }) => (level === undefined ? tally.unanswered : (tally.levels.get(level) ?? 0))),
      },
      colour: level === undefined ? 'grey' : levelColour(scale, level),
    };
  });
}
