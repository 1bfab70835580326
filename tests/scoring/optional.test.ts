import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDefinition } from '../../src/operations/definitions/checkDefinition.ts';
import { answered, emptyResponse, notApplicable, type Response, unreadable } from '../../src/response/response.ts';
import { answeredQuestions, returnCoverage } from '../../src/scoring/answeredQuestions.ts';
import { withConditions } from '../../src/scoring/conditions/withConditions.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { withOptional } from '../optionalItems.ts';
import { responseArbitrary } from '../responses.ts';
import { figureRules, ruledArbitrary } from '../ruledInstruments.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { responseWith } from '../tools/responseWith.ts';

const instrument = withOptional(sampleInstrument, ['1.1.2']);

const decided = (answers: Parameters<typeof responseWith>[1]): Response =>
  withConditions(instrument, responseWith(instrument, answers), {});

const openIn = (response: Response): readonly string[] =>
  checklistOf(instrument, response).items.flatMap(({ item, unmet }) => (unmet.length > 0 ? [item.key] : []));

describe('a question that may be left blank', () => {
  test('is in no count and not open while it is blank', () => {
    const response = decided({ '1.1.1 score': answered(3) });
    expect(answeredQuestions(instrument, response)).toEqual({ answered: 1, unanswered: 3, notApplicable: 0 });
    expect(openIn(response)).toEqual(['1.2.1', '2.1.1', '2.1.2']);
    expect(scorecardOf(instrument, response).overall.tally).toMatchObject({ notApplicable: 0, unanswered: 3 });
  });

  test('counts as any other once it is answered', () => {
    const response = decided({ '1.1.2 score': answered(1) });
    expect(answeredQuestions(instrument, response)).toEqual({ answered: 1, unanswered: 4, notApplicable: 0 });
    expect(scorecardOf(instrument, response).development.map(({ item }) => item.key)).toEqual(['1.1.2']);
    expect(answeredQuestions(instrument, decided({ '1.1.2 score': notApplicable })).notApplicable).toBe(1);
  });

  test('is open if something is typed that is no answer, or an action lacks its lead', () => {
    expect(openIn(decided({ '1.1.2 score': unreadable('quite good') }))).toContain('1.1.2');
    expect(openIn(decided({ '1.1.2 action': answered('Write it down') }))).toContain('1.1.2');
  });

  test('counts again once its answer is corrected, and not any more once that is taken away', () => {
    const blankOne = decided({});
    const items = new Map(blankOne.items).set('1.1.2', new Map([['score', answered(2)]]));
    const corrected = withConditions(instrument, { ...blankOne, items }, {});
    expect(corrected.items.get('1.1.2')?.get('score')).toEqual(answered(2));
    const again = withConditions(instrument, { ...corrected, items: emptyResponse(instrument).items }, {});
    expect(answeredQuestions(instrument, again).unanswered).toBe(4);
  });
});

test('by any rule, a blank optional question changes a position no more than one that is not there', () => {
  for (const by of figureRules) {
    fc.assert(
      fc.property(
        ruledArbitrary(by).chain((ruled) => fc.tuple(fc.constant(ruled), responseArbitrary(ruled))),
        ([ruled, response]) => {
          const optional = withOptional(ruled, ['1.1.1']);
          const items = new Map(response.items).set('1.1.1', emptyResponse(ruled).items.get('1.1.1') ?? new Map());
          const blankOne = scorecardOf(optional, withConditions(optional, { ...response, items }, {})).overall;
          const out = new Map(items).set('1.1.1', new Map([['score', notApplicable]]));
          const without = scorecardOf(ruled, { ...response, items: out }).overall;
          expect([blankOne.band, blankOne.figure, blankOne.coverage]).toEqual([
            without.band,
            without.figure,
            without.coverage,
          ]);
        },
      ),
      { numRuns: 20 },
    );
  }
});

test('whatever is optional, coverage is never lower than without', () => {
  fc.assert(
    fc.property(
      responseArbitrary(sampleInstrument),
      fc.subarray(['1.1.1', '1.1.2', '1.2.1', '2.1.1']),
      (response, keys) => {
        const optional = withOptional(sampleInstrument, keys);
        const before = returnCoverage(sampleInstrument, response) ?? 1;
        expect(returnCoverage(optional, withConditions(optional, response, {})) ?? 1).toBeGreaterThanOrEqual(before);
      },
    ),
    { numRuns: 50 },
  );
});

test('a part of which all questions are optional is a warning of check', () => {
  const codes = (keys: readonly string[]): readonly (readonly [string, string | undefined])[] =>
    checkDefinition(withOptional(sampleInstrument, keys), 'sample.yaml').findings.flatMap(({ code, place }) =>
      code === 'definition.all-optional' ? [[code, place.key]] : [],
    );
  expect(codes(['2.1.1'])).toEqual([]);
  expect(codes(['2.1.1', '2.1.2'])).toEqual([['definition.all-optional', '2']]);
});
