import { expect, test } from 'vitest';
import { sharedTerms } from '../../../../src/rollup/figures/terms/sharedTerms.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';

const instrument = (key: string, terms: Readonly<Record<string, string>>) => ({
  ...sampleInstrument,
  key,
  vocabularies: [
    {
      key: 'stages',
      title: `Stages of ${key}`,
      terms: Object.entries(terms).map(([term, title]) => ({ key: term, title, meaning: `${title}.` })),
    },
  ],
});

test('terms of several instruments are merged in their order, with the title that comes first', () => {
  const shared = sharedTerms(
    [instrument('a', { plan: 'Plan', buy: 'Buy' }), instrument('b', { buy: ' BUY ', review: 'Review' })],
    'stages',
  );
  expect(shared).toMatchObject({ title: 'Stages of a', clashes: [] });
  expect(shared?.terms.map(({ title }) => title)).toEqual(['Plan', 'Buy', 'Review']);
});

test('a term with two titles is a clash, with the first and the first other one', () => {
  const all = ['Buy', 'Buy', 'Procure', 'Purchase'].map((title, index) => instrument(`i${index}`, { buy: title }));
  expect(sharedTerms(all, 'stages')?.clashes).toEqual([
    {
      term: 'buy',
      titles: [
        ['i0', 'Buy'],
        ['i2', 'Procure'],
      ],
    },
  ]);
});

test('instruments without the vocabulary have no part in it', () => {
  expect(sharedTerms([sampleInstrument, instrument('b', { buy: 'Buy' })], 'stages')?.terms).toHaveLength(1);
  expect(sharedTerms([sampleInstrument], 'stages')).toBeUndefined();
});
