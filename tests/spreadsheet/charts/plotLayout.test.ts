import { describe, expect, test } from 'vitest';
import type { BarChart, LineChart } from '../../../src/spreadsheet/charts/chart.ts';
import { plotLayout } from '../../../src/spreadsheet/charts/plotLayout.ts';

const cells = { reference: "'S'!$A$1" };
const size = { width: 400, height: 240 };
const frame = { sheet: 'S', from: { row: 1, column: 1 }, to: { row: 9, column: 9 }, title: 'Title', description: 'D' };

/** A chart of bars with these labels and these entries in its legend. */
const bars = (
  labels: readonly string[],
  entries: readonly string[] = ['Level 1'],
  changes: Partial<BarChart> = {},
): BarChart => ({
  ...frame,
  kind: 'shares',
  axisTitle: 'Share',
  categories: { ...cells, values: labels },
  series: entries.map((entry) => ({
    name: { ...cells, values: [entry] },
    values: { ...cells, values: [1] },
    colour: 'red',
  })),
  ...changes,
});

const lines = (kind: LineChart['kind'], changes: Partial<LineChart> = {}): LineChart => ({
  ...frame,
  kind,
  axisTitle: 'Mean',
  categories: { ...cells, values: ['2025', '2026'] },
  series: [{ name: { ...cells, values: ['Part'] }, values: { ...cells, values: [1, 2] } }],
  ...changes,
});

/** Left edge, top edge, width and height of the plot as shares of the chart; undefined where programs choose. */
function placeOf(xml: string): { x: number; y: number; w: number; h: number } | undefined {
  const [x, y, w, h] = [...xml.matchAll(/<c:[xywh] val="([\d.]+)"\/>/g)].map(([, share]) => Number(share));
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y, w, h };
}

const place = (chart: BarChart | LineChart, of = size) => {
  const found = placeOf(plotLayout(chart, of));
  if (found === undefined) throw new Error('The program chooses the place');
  return found;
};

describe('labels of bars', () => {
  test('have as much of the width as the longest needs', () => {
    // 9 pt Arial: 20 digits are 20 × 0.556 × 9 = 100 points.
    const { x } = place(bars(['1'.repeat(20), '1']));
    expect(x * size.width).toBeGreaterThan(100);
    expect(x * size.width).toBeLessThan(125);
    expect(place(bars(['1'])).x * size.width).toBeLessThan(25);
  });

  test('have little more than half of it at most', () => {
    expect(place(bars(['long '.repeat(40)])).x).toBe(0.55);
  });
});

describe('bars and lines', () => {
  test('end within the chart, with room for what is above, below and beside them', () => {
    for (const chart of [bars(['One', 'Two']), lines('lines'), lines('lines', { categoryTitle: 'Round' })]) {
      const { x, y, w, h } = place(chart);
      expect(x + w).toBeLessThan(0.98);
      // A title of 11 points above; values, a title and a legend of 9 points below.
      expect(y * size.height).toBeGreaterThan(20);
      expect((1 - y - h) * size.height).toBeGreaterThan(3 * 9 * 1.2);
    }
  });

  test('are lower where the title, the legend or a title of categories takes more lines', () => {
    const one = place(bars(['One']));
    expect(place(bars(['One'], ['Level 1'], { title: 'A long title '.repeat(8) })).y).toBeGreaterThan(one.y);
    const entries = ['A long entry of a legend, of which only one fits', 'Another', 'And one more'];
    expect(place(bars(['One'], entries)).h).toBeLessThan(one.h);
    expect(place(lines('lines', { categoryTitle: 'Round' })).h).toBeLessThan(place(lines('lines')).h);
  });

  test('are placed by the program where texts leave too little, and around a centre', () => {
    expect(placeOf(plotLayout(bars(['One'], ['Level 1'], { title: 'x '.repeat(800) }), size))).toBeUndefined();
    expect(placeOf(plotLayout(bars(['One']), { width: 400, height: 60 }))).toBeUndefined();
    expect(placeOf(plotLayout(lines('radar'), size))).toBeUndefined();
  });
});
