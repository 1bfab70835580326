import { describeOptions, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName } from '../../scoring/bands.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell } from '../../spreadsheet/model/address.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelColour } from '../parts/bands.ts';
import { figureHeadings } from '../parts/figures.ts';
import type { Perspective } from './perspective.ts';

/** The bar of a perspective: its questions by level, unanswered ones in grey. */
export function perspectiveChart(content: WorkbookContent, perspective: Perspective): BarChart {
  const { words, instrument, layout } = content;
  const { part, score, column, rows, scoredRow, view } = perspective;
  const { columns } = layout.scorecard;
  const headerRow = layout.scorecard.views[view]?.headerRow ?? 0;
  const scale = scoredScaleOf(instrument);
  const headings = figureHeadings(words, instrument);
  const cellAt = (row: number, at: number): string => sheetCell(words.sheets.scorecard, row, at);
  const series = [
    ...scale.options.map(({ level }, index) => ({
      at: columns.firstLevel + index,
      count: score.tally.levels.get(level) ?? 0,
      colour: levelColour(scale, level),
    })),
    { at: columns.unanswered, count: score.tally.unanswered, colour: 'grey' as const },
  ];
  return {
    sheet: words.sheets.perspectives,
    from: { row: rows.chart, column },
    to: { row: rows.chart + 1, column: column + 1 },
    kind: 'shares',
    title: part.title,
    description: words.perspectives.chartDescription(describeOptions(scale).join(', ')),
    axisTitle: words.perspectives.chartAxis,
    categories: {
      reference: cellAt(scoredRow, columns.position),
      values: [bandName(score.band, words.bands)],
    },
    series: series.map(({ at, count, colour }) => ({
      name: { reference: cellAt(headerRow, at), values: [headings[at - columns.position] ?? ''] },
      values: { reference: cellAt(scoredRow, at), values: [count] },
      colour,
    })),
  };
}
