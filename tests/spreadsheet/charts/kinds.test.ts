import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/spreadsheet/charts/chart.ts';
import { chartPart } from '../../../src/spreadsheet/charts/chartPart.ts';
import { lineLooks } from '../../../src/spreadsheet/style/theme.ts';
import { alike } from '../../tools/distinctLooks.ts';
import { allNamed, childOf, readXmlTree, textOf, type XmlElement } from '../../tools/lint/xmlTree.ts';
import { everything } from '../everything.ts';

const charts: readonly Chart[] = everything().sheets.flatMap((sheet) => sheet.charts);

function planned<K extends Chart['kind']>(kind: K): Extract<Chart, { readonly kind: unknown }> & { readonly kind: K } {
  const chart = charts.find((one): one is Chart & { readonly kind: K } => one.kind === kind);
  if (chart === undefined) throw new Error(`No chart of kind ${kind}`);
  return chart;
}

const drawn = (chart: Chart): XmlElement =>
  readXmlTree('chart.xml', new TextEncoder().encode(chartPart(chart, { width: 500, height: 300 })));

const valOf = (root: XmlElement, element: string): readonly (string | undefined)[] =>
  allNamed(root, element).map((one) => one.get('val'));

/** The axis of values: its ends and its step, as far as they are fixed. */
const axisOf = (chart: Chart) => {
  const axis = allNamed(drawn(chart), 'valAx')[0];
  if (axis === undefined) throw new Error('There is no axis of values');
  return { min: valOf(axis, 'min')[0], max: valOf(axis, 'max')[0], step: valOf(axis, 'majorUnit')[0] };
};

describe('bars', () => {
  test.each([
    ['shares', 'percentStacked', '100'],
    ['counts', 'stacked', '100'],
    ['clustered', 'clustered', '0'],
  ] as const)('of %s are horizontal, and %s', (kind, grouping, overlap) => {
    const chart = drawn(planned(kind));
    expect(valOf(chart, 'barDir')).toEqual(['bar']);
    expect([valOf(chart, 'grouping'), valOf(chart, 'overlap')]).toEqual([[grouping], [overlap]]);
    // The first category on top, as in the table.
    expect(valOf(chart, 'orientation')).toEqual(['maxMin', 'minMax']);
  });

  test('of shares end at the whole; those of counts have whole numbers at their axis', () => {
    expect(axisOf(planned('shares'))).toEqual({ min: '0', max: '1', step: '0.25' });
    const counts = planned('counts');
    expect(axisOf(counts)).toEqual({ min: '0', max: undefined, step: undefined });
    const few = counts.series.map((one) => ({ ...one, values: { ...one.values, values: [1, 2, 1, 0] } }));
    expect(axisOf({ ...counts, series: few })).toEqual({ min: '0', max: undefined, step: '1' });
  });

  test('bear their values: inside stacked ones, at the ends of others', () => {
    expect(valOf(drawn(planned('counts')), 'dLblPos')).toEqual(['ctr', 'ctr', 'ctr']);
    expect(valOf(drawn(planned('clustered')), 'dLblPos')).toEqual(['outEnd', 'outEnd']);
  });
});

describe('lines', () => {
  test('have gaps where a cell is empty, which is no 0', () => {
    const values = allNamed(drawn(planned('lines')), 'val').map((one) =>
      allNamed(one, 'pt').map((point) => [point.get('idx'), textOf(childOf(point, 'v'))]),
    );
    expect(values[1]).toEqual([
      ['0', '2'],
      ['2', '2.4'],
    ]);
    expect(valOf(drawn(planned('lines')), 'dispBlanksAs')).toEqual(['gap']);
  });

  test('differ in colour and marker, and neighbours in dashes', () => {
    const chart = drawn(planned('lines'));
    expect(valOf(chart, 'symbol')).toEqual(['circle', 'square', 'triangle', 'diamond']);
    expect(valOf(chart, 'prstDash')).toEqual(['solid', 'sysDash', 'solid', 'sysDash']);
    expect(new Set(lineLooks.map(({ colour }) => colour)).size).toBe(lineLooks.length);
    // Colour is not all that distinguishes them, but the first two differ for everybody.
    expect(alike([lineLooks[0].colour, lineLooks[1].colour])).toEqual([]);
  });

  test('a seventh looks like the first', () => {
    const chart = planned('lines');
    const [one] = chart.series;
    if (one === undefined) throw new Error('There is no line');
    expect(valOf(drawn({ ...chart, series: Array(7).fill(one) }), 'symbol').at(-1)).toBe('circle');
  });

  test('are on the planned axis, and what the categories are is below them', () => {
    expect(axisOf(planned('lines'))).toEqual({ min: '1', max: '3', step: '0.5' });
    const title = (axis: 'catAx' | 'valAx') => textOf(childOf(allNamed(drawn(planned('lines')), axis)[0], 'title'));
    expect([title('catAx'), title('valAx')]).toEqual(['Round', 'Mean level']);
  });
});

test('a radar chart has a corner for each category, and a line for each series', () => {
  const chart = drawn(planned('radar'));
  expect(valOf(chart, 'radarStyle')).toEqual(['marker']);
  expect(allNamed(chart, 'ser')).toHaveLength(3);
  expect(allNamed(allNamed(chart, 'cat')[0], 'pt')).toHaveLength(4);
});

test.each(charts.map((chart) => [chart.kind, chart] as const))(
  'a chart of %s has a title and a legend',
  (_kind, chart) => {
    const root = drawn(chart);
    expect(textOf(childOf(childOf(root, 'chart'), 'title'))).toBe(chart.title);
    expect(valOf(root, 'legendPos')).toEqual(['b']);
  },
);
