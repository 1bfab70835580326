import { describe, expect, test } from 'vitest';
import { returnsIn, writtenDecision } from '../../../../src/operations/rounds/tracker/writtenDecision.ts';

describe('a decision in a tracker', () => {
  test.each([
    ['set aside 12', { how: 'set aside', ids: [12] }],
    ['Set aside 12, 13 and 15', { how: 'set aside', ids: [12, 13, 15] }],
    ['prefer 12', { how: 'prefer', id: 12 }],
    ['Merge 12 & 15', { how: 'merge', ids: [12, 15] }],
    ['accept return.halves 15', { how: 'accept', id: 15, codes: ['return.halves'] }],
    ['accept return.halves, answer.changed 15', { how: 'accept', id: 15, codes: ['return.halves', 'answer.changed'] }],
  ])('%s', (text, decision) => {
    expect(writtenDecision(text)).toEqual(decision);
  });

  test.each([
    ...['', 'set aside', 'prefer', 'prefer 12 15', 'merge 12', 'accept 12', 'accept return.halves', '12'],
    ...['prefer return.halves 12', 'ask them', 'prefer 12 please', 'prefer -1', 'prefer 1.5', 'prefer 99999999999'],
  ])('is none: %j', (text) => {
    expect(writtenDecision(text)).toBeUndefined();
  });

  test('names returns', () => {
    expect(returnsIn({ how: 'merge', ids: [12, 15] })).toEqual([12, 15]);
    expect(returnsIn({ how: 'prefer', id: 12 })).toEqual([12]);
  });
});
