import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/instrument/model/traverse.ts';
import { answered, notApplicable, notAsked, unreadable } from '../../src/response/response.ts';
import { partsOf, scorecardOf, weakestOf } from '../../src/scoring/scorecard.ts';
import { tallyOf } from '../../src/scoring/tally.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';
import { responseWith } from '../tools/responseWith.ts';

const { options } = instrument.scales[0] ?? { options: [] };

describe('a tally', () => {
  test('has every level, with those that nobody chose', () => {
    expect(tallyOf(options, [answered(3), answered(3), answered(1)]).levels).toEqual(
      new Map([
        [1, 1],
        [2, 0],
        [3, 2],
      ]),
    );
  });

  test('counts what could not be read as unanswered, and what was not asked not at all', () => {
    const { notApplicable: outside, unanswered } = tallyOf(options, [unreadable('4'), notApplicable, notAsked]);
    expect([outside, unanswered]).toEqual([1, 1]);
  });
});

describe('the scorecard of five questions', () => {
  const scorecard = scorecardOf(
    instrument,
    responseWith(instrument, {
      '1.1.1 score': answered(3),
      '1.1.2 score': answered(1),
      '1.2.1 score': answered(2),
      '2.1.1 score': answered(3),
      '2.1.2 score': notApplicable,
    }),
  );

  test('leaves out of the coverage what does not apply', () => {
    expect(scorecard.overall).toMatchObject({ coverage: 1, band: 'amber', tally: { notApplicable: 1, unanswered: 0 } });
  });

  test('has the parts of each view, by section and by group, each with its own position', () => {
    expect(scorecard.views.map(({ parts }) => parts.map(({ key, band }) => `${key} ${band}`))).toEqual([
      ['1 amber', '2 green'],
      ['people amber', 'money red'],
    ]);
  });

  test('lists what is below the best level, the worst first', () => {
    expect(scorecard.development.map(({ item, level }) => [item.key, level])).toEqual([
      ['1.1.2', 1],
      ['1.2.1', 2],
    ]);
  });

  test('has no position where too few questions are answered', () => {
    const few = scorecardOf(instrument, responseWith(instrument, { '1.1.1 score': answered(3) }));
    expect(few.overall).toMatchObject({ coverage: 0.2, band: 'not-scored' });
  });
});

describe('the weakest question of a part', () => {
  const parts = viewsOf(instrument).flatMap((view) => partsOf(instrument, view));
  const weakestIn = (given: Parameters<typeof responseWith>[1]): readonly (string | undefined)[] => {
    const scorecard = scorecardOf(instrument, responseWith(instrument, given));
    return parts.map((part) => weakestOf(scorecard, part)?.item.key);
  };

  test('is at its lowest level, and of several the first', () => {
    expect(parts.map(({ key }) => key)).toEqual(['1', '2', 'people', 'money']);
    expect(
      weakestIn({
        '1.1.1 score': answered(2),
        '1.1.2 score': answered(1),
        '1.2.1 score': answered(1),
        '2.1.1 score': answered(1),
        '2.1.2 score': answered(2),
      }),
    ).toEqual(['1.1.2', '2.1.1', '1.2.1', '1.1.2']);
  });

  test('is none where all are at the best level or unanswered', () => {
    expect(weakestIn({ '1.1.1 score': answered(3) })).toEqual([undefined, undefined, undefined, undefined]);
  });
});
