import { describe, expect, test } from 'vitest';
import type { FigureRule, Instrument, Scale } from '../../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { changed, faultsOf, findingsIn, withItems } from '../changedSample.ts';

type Bands = FigureRule['bands'];

const bands = (...from: readonly number[]): Bands =>
  from.map((cut, index) => ({
    title: ['Weak', 'Fair', 'Good', 'Best'][index] ?? 'Other',
    colour: (['red', 'amber', 'light-green', 'green'] as const)[index] ?? 'green',
    from: cut,
  }));

const ruled = (rule: FigureRule, definition: Instrument = sampleDefinition): Instrument => ({
  ...definition,
  scorecard: { ...sampleDefinition.scorecard, rule },
});

const meanOf = (...from: readonly number[]): Instrument =>
  ruled({ by: 'mean', minimumCoverage: 0.75, bands: bands(...from) });

describe('bands', () => {
  test('that rise from the worst figure are sound', () => {
    expect(faultsOf(meanOf(1, 1.5, 2.5))).toEqual([]);
    expect(faultsOf(ruled({ by: 'percentage', minimumCoverage: 0, bands: bands(0, 0.4, 0.8) }))).toEqual([]);
  });

  test('fall if 1 is best', () => {
    const falling: Scale[] = sampleDefinition.scales.map((scale) => ({
      ...scale,
      options: scale.options.toReversed(),
    }));
    const definition = changed({
      scales: falling,
      sections: withItems((item) => ({ ...item, criteria: [] })).sections,
    });
    const rule = (from: Bands): FigureRule => ({ by: 'mean', minimumCoverage: 0.75, bands: from });
    expect(faultsOf(ruled(rule(bands(3, 2.5, 1.5)), definition))).toEqual([]);
    expect(faultsOf(ruled(rule(bands(1, 1.5, 2.5)), definition))).toContain('definition.bands-out-of-order scorecard');
  });

  test('are not judged while the levels of the scale are in no order', () => {
    const [scale] = sampleDefinition.scales;
    if (scale === undefined) throw new Error('The sample has no scale');
    const [weak, fair, good] = scale.options;
    const options = [good, weak, fair].flatMap((option) => option ?? []);
    const scales = sampleDefinition.scales.map((one) => (one === scale ? { ...scale, options } : one));
    const sections = withItems((item) => ({ ...item, criteria: [] })).sections;
    const found = faultsOf(
      ruled({ by: 'mean', minimumCoverage: 0.75, bands: bands(1, 2) }, changed({ scales, sections })),
    );
    expect(found).toEqual([`definition.levels-out-of-order ${scale.key}`]);
  });

  test('that overlap, or are in the wrong order, are reported', () => {
    expect(faultsOf(meanOf(1, 2, 2))).toEqual(['definition.bands-out-of-order scorecard']);
    expect(faultsOf(meanOf(1, 2.5, 1.5))).toEqual(['definition.bands-out-of-order scorecard']);
  });

  test('that leave a hole below them are reported', () => {
    expect(faultsOf(meanOf(1.5, 2))).toEqual(['definition.bands-hole scorecard']);
  });

  test('that nothing can reach are reported', () => {
    expect(faultsOf(meanOf(1, 2, 4))).toEqual(['definition.band-unreachable scorecard']);
    expect(faultsOf(ruled({ by: 'percentage', minimumCoverage: 0, bands: bands(0, 60) }))).toEqual([
      'definition.band-unreachable scorecard',
    ]);
  });

  test('beside each other have different colours', () => {
    const [weak, fair] = bands(1, 2);
    if (weak === undefined || fair === undefined) throw new Error('there are two');
    const rule: FigureRule = { by: 'mean', minimumCoverage: 0, bands: [weak, { ...fair, colour: 'red' }] };
    expect(faultsOf(ruled(rule))).toEqual(['definition.band-colours scorecard']);
  });

  test('have names of their own', () => {
    const named = (first: string, second: string): Instrument =>
      ruled({
        ...{ by: 'mean', minimumCoverage: 0 },
        bands: [
          { title: first, colour: 'red', from: 1 },
          { title: second, colour: 'green', from: 2 },
        ],
      });
    expect(faultsOf(named('Good', 'good'))).toEqual(['definition.words-clash scorecard']);
    expect(faultsOf(named('not scored', 'Good'))).toEqual(['definition.words-clash scorecard']);
  });
});

describe('weights', () => {
  const weighted = (weight: number): Instrument =>
    ruled(
      { by: 'weighted-mean', minimumCoverage: 0, bands: bands(1, 2) },
      withItems((item) => (item.key === '1.1.1' ? { ...item, weight } : item)),
    );

  test.each([0, -1, 0.0005, 1001])('of %d are refused', (weight) => {
    expect(faultsOf(weighted(weight))).toEqual(['definition.weight 1.1.1']);
  });

  test.each([0.001, 0.3, 1.125, 1000])('of %d are taken', (weight) => {
    expect(faultsOf(weighted(weight))).toEqual([]);
  });
});

describe('statements under levels', () => {
  const rule: FigureRule = { by: 'all-below-met', metFrom: 3, minimumCoverage: 0, bands: bands(0, 1, 2) };
  const under = withItems((item) => ({ ...item, under: item.key === '2.1.1' ? 2 : 1 }));

  test('are sound with a level for each', () => {
    expect(faultsOf(ruled(rule, under))).toEqual([]);
  });

  test('without their level are reported', () => {
    const without = withItems((item) => (item.key === '1.2.1' ? item : { ...item, under: 2 }));
    expect(faultsOf(ruled({ ...rule, bands: bands(0, 1) }, without))).toEqual(['definition.no-level-under 1.2.1']);
  });

  test('are met by a level of the scale', () => {
    const [found] = findingsIn(ruled({ ...rule, metFrom: 7 }, under));
    expect(found).toMatchObject({ code: 'definition.unknown-level', facts: { named: 7, known: [1, 2, 3] } });
  });
});
