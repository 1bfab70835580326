import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answered, answerOf, doesNotApply } from '../../../src/response/response.ts';
import { withComputed } from '../../../src/scoring/figures/withComputed.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { responseArbitrary } from '../../responses.ts';
import { responseWith } from '../../tools/responseWith.ts';

/** The figure of the first service, or the state of its answer without one. */
function figure(field: string, answers: Readonly<Record<string, Answer>>): number | string {
  const answer = answerOf(withComputed(kindsInstrument, responseWith(kindsInstrument, answers)), '2.1.1', field);
  return answer.state === 'answered' ? answer.value : answer.state;
}

const amounts = (health: number, council: number) => ({
  '2.1.1 health': answered(health),
  '2.1.1 council': answered(council),
});

describe('a computed figure', () => {
  test('is worked out from the answers, whatever was stored', () => {
    expect(figure('total', { ...amounts(1, 2), '2.1.1 total': answered(500) })).toBe(3);
    expect(figure('total', { '2.1.1 total': answered(500) })).toBe('blank');
  });

  test('counts as little as the question that is not asked', () => {
    const taken = { '2.1.1 health': { ...doesNotApply, given: 1 }, '2.1.1 council': { ...doesNotApply, given: 2 } };
    const response = withComputed(kindsInstrument, responseWith(kindsInstrument, taken));
    expect(answerOf(response, '2.1.1', 'total')).toEqual({ state: 'does-not-apply', given: 3 });
  });
});

describe('the total of a list', () => {
  const row = (entry: number, wages: number, rooms: number) => ({
    [`costs ${entry} wages`]: answered(wages),
    [`costs ${entry} rooms`]: answered(rooms),
  });

  test('adds up what its rows give, or what is computed in them', () => {
    const rows = {
      ...row(1, 10.5, 2),
      ...row(3, 100, 0.25),
      'costs 1 people': answered(3),
      'costs 3 people': answered(4),
    };
    expect(figure('spent', rows)).toBe(112.75);
    expect(figure('staff', rows)).toBe(7);
  });

  test('is blank without rows, and as long as a row lacks its number', () => {
    expect(figure('spent', {})).toBe('blank');
    expect(figure('spent', { ...row(1, 10, 2), 'costs 2 name': answered('Rent') })).toBe('blank');
  });
});

test('working figures out again changes nothing', () => {
  fc.assert(
    fc.property(responseArbitrary(kindsInstrument), (response) => {
      expect(withComputed(kindsInstrument, response)).toEqual(response);
    }),
    { numRuns: 20 },
  );
});
