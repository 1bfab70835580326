import { expect, test } from 'vitest';
import { answered, answerOf, notAsked } from '../../../src/response/response.ts';
import { carryOver } from '../../../src/scoring/editions/carryOver.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { sampleInstrument as before, sampleDefinition } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';
import { revised } from './revised.ts';

const answers = {
  '1.1.1 score': answered(3),
  '1.1.2 score': answered(1),
  '1.2.1 score': answered(2),
  '2.1.1 score': answered(3),
  '2.1.2 score': answered(3),
  'participants 2 name': answered('Sample person A'),
  'participants 2 role': answered('Lead'),
};
const now = revised((json) =>
  json.replaceAll('1.1.2', '1.1.3').replaceAll('{"kind":"text","key":"role"', '{"kind":"text","key":"post"'),
);
const carried = carryOver(before, now, responseWith(before, answers));

test('questions are matched by key: retired ones are gone, and new ones were not asked', () => {
  expect([...carried.items.keys()]).toEqual(['1.1.1', '1.1.3', '1.2.1', '2.1.1', '2.1.2']);
  expect(answerOf(carried, '1.1.1', 'score')).toEqual(answered(3));
  expect(answerOf(carried, '1.1.3', 'score')).toEqual(notAsked);
});

test('what was not asked counts neither as answered nor as unanswered', () => {
  expect(scorecardOf(now, carried).overall).toMatchObject({ coverage: 1, tally: { unanswered: 0 } });
});

test('rows keep their numbers and the fields that both editions have', () => {
  expect(carried.entries.get('participants')).toEqual([
    {
      entry: 2,
      answers: new Map([
        ['name', answered('Sample person A')],
        ['post', notAsked],
      ]),
    },
  ]);
});

test('a row is left out where no field with an answer is asked any more', () => {
  const onlyRole = responseWith(before, { 'participants 1 role': answered('Lead') });
  expect(carryOver(before, now, onlyRole).entries.get('participants')).toEqual([]);
});

test('a whole section that is new has no rows', () => {
  const without = { ...before, sections: sampleDefinition.sections.filter(({ shape }) => shape === 'items') };
  expect(carryOver(without, before, responseWith(without, {})).entries.get('participants')).toEqual([]);
});
