import { textLines, textWidth } from '../style/rowHeight.ts';
import type { Chart, ChartSize } from './chart.ts';
import { fontSizes } from './chartText.ts';

/**
 * Where a chart draws its bars or lines: with an automatic layout, some programs leave half of a low chart empty, and cut
 * labels that have room. Labels of bars get as much of the width as they need, up to `maxLabels`. Around a centre, the
 * program chooses.
 */
export function plotLayout(chart: Chart, size: ChartSize): string {
  if (chart.kind === 'radar') return '<c:layout/>';
  const { title, legend, axisTitle, labels } = roomFor(chart, size);
  const isBars = chart.kind !== 'lines';
  const left = isBars ? labels : axisTitle + valueLabels;
  const below = legend + labelLine + (isBars ? axisTitle : categoryRoom(chart));
  const [x, y] = [left / size.width, title / size.height];
  const [w, h] = [1 - x - margin / size.width, 1 - y - below / size.height];
  if (w < minShare || h < minShare) return '<c:layout/>';
  const places = Object.entries({ x, y, w, h }).map(([name, share]) => `<c:${name} val="${share.toFixed(4)}"/>`);
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${places.join('')}</c:manualLayout></c:layout>`;
}

/** Points: around texts, of a line of labels, and of the values along an axis on the left. */
const [margin, labelLine, valueLabels] = [14, 20, 34];
/** Labels of bars get at most this share of the width: LibreOffice breaks them at half of it, and they end before the bars. */
const maxLabels = 0.55;
const pitch = 1.25;
/** The bars or lines have at least this share of the chart's width and of its height. */
const minShare = 0.25;
/** What the sign and the space around an entry of the legend take, in points. A line's is longer. */
const [barSign, lineSign] = [24, 52];

const categoryRoom = (chart: Chart): number =>
  'categoryTitle' in chart && chart.categoryTitle !== undefined ? fontSizes.small * pitch : 0;

/** The points that texts take: at the top, at the bottom, along the axis of values, and to the left of bars. */
function roomFor(
  { kind, title, series, axisTitle, categories }: Chart,
  { width }: ChartSize,
): Record<'title' | 'legend' | 'axisTitle' | 'labels', number> {
  const inside = width - 2 * margin;
  const entries = series.flatMap(({ name }) => name.values).map((entry) => textWidth(entry, fontSizes.small));
  // Programs put entries below each other in columns of one width.
  const entryWidth = Math.max(1, ...entries) + (kind === 'lines' ? lineSign : barSign);
  const columns = Math.max(1, Math.floor(inside / entryWidth));
  const longest = Math.max(0, ...categories.values.map((label) => textWidth(label, fontSizes.small)));
  const lines = (count: number, size: number): number => count * size * pitch;
  return {
    title: lines(textLines(title, inside, fontSizes.title, true), fontSizes.title) + margin,
    legend: lines(Math.ceil(entries.length / columns), fontSizes.small) + margin,
    axisTitle: lines(textLines(axisTitle, inside / 2, fontSizes.small, false), fontSizes.small) + 4,
    labels: Math.min(width * maxLabels, longest + margin),
  };
}
