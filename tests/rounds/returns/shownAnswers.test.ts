import { expect, test } from 'vitest';
import {
  changedAnswers,
  describeAnswerChange,
  nameAnswerChange,
  shownAnswers,
  storedShown,
} from '../../../src/rounds/returns/shownAnswers.ts';
import type { LastAnswer } from '../../../src/scoring/plans/lastRound.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** What is shown of an answer to question 1.1.1. */
const shown = (answer: Omit<LastAnswer, 'changed'>) =>
  shownAnswers({
    round: '2026',
    items: new Map([['1.1.1', { ...answer, changed: false }]]),
    scorecard: undefined,
  });

const level = (number: number, evidence?: string) =>
  shown({ state: 'level', level: number, ...(evidence === undefined ? {} : { evidence }) });

test.each([
  ['the level', level(2), level(3), '1.1.1 (level was 2, is 3)'],
  ['the evidence', level(2, 'A survey'), level(2, 'Two surveys'), '1.1.1 (other evidence)'],
  ['both', level(2), level(3, 'A survey'), '1.1.1 (level was 2, is 3; other evidence)'],
  ['to no answer', level(2), shown({ state: 'unanswered' }), '1.1.1 (level was 2, is not answered)'],
  ['from not applicable', shown({ state: 'not-applicable' }), level(1), '1.1.1 (level was not applicable, is 1)'],
])('a change of %s is named', (_what, before, now, named) => {
  expect(changedAnswers(sampleInstrument, before, now).map(nameAnswerChange)).toEqual([named]);
});

test('the same answer is no change, nor is a question that was not shown', () => {
  expect(changedAnswers(sampleInstrument, level(2, 'A survey'), level(2, 'A survey'))).toEqual([]);
  expect(changedAnswers(sampleInstrument, new Map(), level(2))).toEqual([]);
});

test('a change is described in sentences', () => {
  expect(changedAnswers(sampleInstrument, level(2), level(3, 'A survey')).map(describeAnswerChange)).toEqual([
    'The level was 2 when the review was issued, and is 3 now. The evidence has changed since the review was issued.',
  ]);
});

test('what is stored is read again, without the words of the evidence', () => {
  const answers = level(2, 'A survey of all schools');
  const json = JSON.stringify({ round: '2026', shown: [...answers] });
  expect(json).not.toContain('survey');
  expect(new Map(storedShown.parse(JSON.parse(json)).shown)).toEqual(answers);
});
