import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { FigureRule, Instrument } from '../../src/instrument/model/schema.ts';
import { alikeLevels, typicalPositions } from '../../src/scoring/typicalAnswers.ts';
import { option, withItems } from '../instrument/changedSample.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';

const said = (instrument: Instrument): readonly string[] =>
  typicalPositions(instrument).map(({ answers, position }) => `${answers}: ${position}`);

const onFive = (changes: Partial<typeof sampleDefinition.scorecard> | { readonly rule: FigureRule }): Instrument =>
  defineInstrument({
    ...withItems((item) => ({ ...item, criteria: [] })),
    scales: sampleDefinition.scales.map((scale) => ({ ...scale, options: [1, 2, 3, 4, 5].map(option) })),
    scorecard: { ...sampleDefinition.scorecard, ...changes },
  });

const meanRule: FigureRule = {
  ...{ by: 'mean', minimumCoverage: 0.75 },
  bands: [
    { title: 'Weak', colour: 'red', from: 1 },
    { title: 'Fair', colour: 'amber', from: 2.5 },
    { title: 'Strong', colour: 'green', from: 3.5 },
  ],
};

describe('typical answers', () => {
  test('are those at each level, and mixtures', () => {
    expect(said(sampleInstrument)).toEqual([
      'all at level 1: Red',
      'all at level 2: Amber',
      'all at level 3: Green',
      'half at level 1, half at level 3: Red',
      'a quarter at level 1, the others at level 3: Amber',
    ]);
  });

  test('have the figure behind their position', () => {
    expect(said(onFive({ rule: meanRule }))).toEqual([
      'all at level 1: Weak (mean level 1)',
      'all at level 2: Weak (mean level 2)',
      'all at level 3: Fair (mean level 3)',
      'all at level 4: Strong (mean level 4)',
      'all at level 5: Strong (mean level 5)',
      'half at level 1, half at level 5: Fair (mean level 3)',
      'a quarter at level 1, the others at level 5: Strong (mean level 4)',
    ]);
  });

  test('are none if nothing is scored', () => {
    const { scorecard: _, ...unscored } = sampleInstrument;
    expect(typicalPositions(unscored)).toEqual([]);
  });
});

describe('levels that the rule does not distinguish', () => {
  test('are those between the ends of five, under the rule of shares', () => {
    expect(alikeLevels(onFive({}))).toEqual([{ levels: [2, 3, 4], position: 'Amber' }]);
  });

  test('are none of three, and none that the author put together by cut-offs', () => {
    expect(alikeLevels(sampleInstrument)).toEqual([]);
    expect(alikeLevels(onFive({ rule: meanRule }))).toEqual([]);
  });

  test('are all, if all have the same position', () => {
    const [weak, ...others] = meanRule.bands;
    if (weak === undefined) throw new Error('there are three');
    const rule = {
      ...meanRule,
      minimumCoverage: 0,
      bands: [{ ...weak, from: -9 }, ...others.map((band, at) => ({ ...band, from: at - 5 }))],
    };
    expect(alikeLevels(onFive({ rule }))).toEqual([{ levels: [1, 2, 3, 4, 5], position: 'Strong' }]);
  });
});
