import { describe, expect, test } from 'vitest';
import { answered, blank, emptyResponse, notApplicable, type Response } from '../../../src/response/response.ts';
import { answeredQuestions, returnCoverage } from '../../../src/scoring/answeredQuestions.ts';
import { withConditions } from '../../../src/scoring/conditions/withConditions.ts';
import { actionPlanOf } from '../../../src/scoring/plans/actionPlan.ts';
import { checklistOf } from '../../../src/scoring/plans/checklist.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { conditionalInstrument as instrument } from '../../workbook/conditional.ts';

const trust = { kind: 'trust' };

const responding = (given: Readonly<Record<string, Readonly<Record<string, number | string>>>>): Response => ({
  entries: new Map(),
  items: new Map(
    [...emptyResponse(instrument).items].map(([key, answers]) => [
      key,
      new Map(
        [...answers.keys()].map((field) => {
          const value = given[key]?.[field];
          return [field, value === undefined ? blank : answered(value)];
        }),
      ),
    ]),
  ),
});

const notAsked = (response: Response, partner: Parameters<typeof withConditions>[2] = trust): readonly string[] =>
  [...withConditions(instrument, response, partner).items].flatMap(([key, answers]) =>
    answers.get('score')?.state === 'does-not-apply' ? [key] : [],
  );

describe('what is asked', () => {
  test('depends on answers, on those of questions that are asked themselves, and on the partner', () => {
    expect(notAsked(responding({}))).toEqual(['1.1.2', '2.1.1', '2.1.2']);
    expect(notAsked(responding({ '1.1.1': { score: 3 }, '1.1.2': { score: 3 } }))).toEqual([]);
    expect(notAsked(responding({ '1.1.1': { score: 1 }, '1.1.2': { score: 3 } }))).toEqual(['1.1.2', '2.1.1', '2.1.2']);
    expect(notAsked(responding({ '1.1.1': { score: 2 } }), { kind: 'PCT' })).toEqual(['1.2.1', '2.1.1', '2.1.2']);
    expect(notAsked(responding({ '1.1.1': { score: 2 } }), {})).toEqual(['1.2.1', '2.1.1', '2.1.2']);
  });

  test('is decided again after an answer has changed, with what was answered before', () => {
    const closed = withConditions(instrument, responding({ '1.1.1': { score: 1 }, '1.1.2': { score: 3 } }), trust);
    expect(closed.items.get('1.1.2')?.get('score')).toEqual({ state: 'does-not-apply', given: 3 });
    const items = new Map(closed.items).set('1.1.1', new Map([['score', answered(2)]]));
    const open = withConditions(instrument, { ...closed, items }, trust);
    expect(open.items.get('1.1.2')?.get('score')).toEqual(answered(3));
  });

  test('counts as not applicable, and nowhere as open or as answered', () => {
    const response = withConditions(
      instrument,
      responding({
        '1.1.1': { score: 1, action: 'Do it', lead: 'Ada', due: '2027-01-01' },
        '1.1.2': { score: 1, action: 'Not asked' },
        '1.2.1': { score: 3 },
      }),
      trust,
    );
    expect(answeredQuestions(instrument, response)).toEqual({ answered: 2, unanswered: 0, notApplicable: 3 });
    expect(returnCoverage(instrument, response)).toBe(1);
    const { overall, development } = scorecardOf(instrument, response);
    expect(overall.tally).toEqual({
      levels: new Map([
        [1, 1],
        [2, 0],
        [3, 1],
      ]),
      notApplicable: 3,
      unanswered: 0,
    });
    expect(development.map(({ item }) => item.key)).toEqual(['1.1.1']);
    expect(checklistOf(instrument, response).items.filter(({ unmet }) => unmet.length > 0)).toEqual([]);
    expect(actionPlanOf(instrument, response).map(({ item }) => item?.item.key)).toEqual(['1.1.1']);
  });

  test('differs from what the partner says is not applicable', () => {
    const items = new Map(responding({}).items).set('1.1.1', new Map([['score', notApplicable]]));
    const response = withConditions(instrument, { items, entries: new Map() }, trust);
    expect(response.items.get('1.1.1')?.get('score')).toEqual(notApplicable);
    expect(response.items.get('1.1.2')?.get('score')).toEqual({ state: 'does-not-apply' });
  });
});
