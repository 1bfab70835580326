import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { answered, blank, type Response } from '../../src/response/response.ts';
import { ownScoreOf, scorecardOf, scoredItems, scoreOf } from '../../src/scoring/scorecard.ts';
import { faultsOf } from '../instrument/changedSample.ts';
import { choicesOfOverall, ofTwoScales } from '../ruledInstruments.ts';

const [, lowest, lowestFigure, mean, none] = choicesOfOverall;

/** Levels of the five items; the last two are answered by Yes (1) or No (0). */
const given = (...levels: readonly (number | undefined)[]): Response => ({
  items: new Map(
    ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key, index) => {
      const level = levels[index];
      return [key, new Map([['score', level === undefined ? blank : answered(level)]])];
    }),
  ),
  entries: new Map(),
});

function positions(instrument: Instrument | undefined, response: Response): readonly string[] {
  if (instrument === undefined) throw new Error('there are five');
  const { overall, views } = scorecardOf(instrument, response);
  return [overall, ...(views[0]?.parts ?? [])].map(({ band }) => band);
}

describe('sections with different scales', () => {
  test('all count, each answer as a level of the scorecard', () => {
    const instrument = ofTwoScales();
    const response = given(2, 3, 3, 1, 0);
    expect(scoredItems(instrument)).toHaveLength(5);
    expect([...scorecardOf(instrument, response).overall.tally.levels]).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
    const last = scoredItems(instrument).at(-1);
    expect(last && [scoreOf(response, last), ownScoreOf(response, last)]).toEqual([answered(1), answered(0)]);
  });

  test('have one position each', () => {
    expect(positions(ofTwoScales(), given(3, 3, 3, 0, 0))).toEqual(['amber', 'green', 'red']);
  });
});

describe('the position of the whole', () => {
  test('is the worst of the parts', () => {
    expect(positions(lowest, given(3, 3, 3, 0, 0))).toEqual(['red', 'green', 'red']);
    expect(positions(lowestFigure, given(3, 3, 3, 1, 0))).toEqual(['Fair', 'Good', 'Fair']);
  });

  test('is the mean of the parts, whatever their size', () => {
    expect(positions(mean, given(1, 1, 1, 1, 1))).toEqual(['Fair', 'Weak', 'Good']);
    expect(mean && scorecardOf(mean, given(1, 1, 1, 1, 1)).overall.figure).toBe(0.5);
  });

  test('leaves out parts without a position, and is none if too little is answered', () => {
    expect(positions(mean, given(3, 3, 3, undefined, undefined))).toEqual(['Good', 'Good', 'not-scored']);
    expect(positions(mean, given(3, 3, undefined, undefined, undefined))).toEqual(['not-scored', 'Good', 'not-scored']);
  });

  test('is none if the instrument wants none', () => {
    expect(positions(none, given(3, 3, 3, 1, 1))).toEqual(['not-scored', 'green', 'green']);
  });
});

describe('countsAs', () => {
  const countingAs = (countsAs: Readonly<Record<string, number>>): Instrument => {
    const instrument = ofTwoScales();
    return {
      ...instrument,
      sections: instrument.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) =>
          field.kind === 'score' && field.countsAs !== undefined ? { ...field, countsAs } : field,
        ),
      })) as Instrument['sections'],
    };
  };

  test.each<[string, Readonly<Record<string, number>>]>([
    ['leaves out a level', { 0: 1 }],
    ['has one too many', { 0: 1, 1: 3, 2: 3 }],
    ['names a level that the scorecard does not have', { 0: 1, 1: 4 }],
  ])('that %s is reported', (_what, countsAs) => {
    expect(faultsOf(countingAs(countsAs))).toEqual(['definition.counts-as 2 score']);
  });

  test('the mean of parts needs figures', () => {
    const { scorecard, ...rest } = ofTwoScales();
    expect(faultsOf({ ...rest, scorecard: { ...scorecard, overall: 'mean' } })).toEqual([
      'definition.overall-mean scorecard',
    ]);
  });
});
