import { describe, expect, test } from 'vitest';
import { answered, answerOf, blank, notApplicable, unreadable } from '../../../src/response/response.ts';
import { suppressText } from '../../../src/rollup/disclosure/suppressText.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

const response = responseWith(sampleInstrument, {
  '1.1.1 score': answered(3),
  '1.1.1 evidence': answered('Minutes of Ashmere PCT'),
  '1.1.1 due': answered('2027-03-31'),
  '1.1.2 score': unreadable('ask Jo'),
  '1.2.1 score': notApplicable,
  'participants 2 name': answered('Sample person A'),
});
const replace = (text: string): string => `<${text}>`;

describe('what remains of a response', () => {
  const suppressed = suppressText(sampleInstrument, response, replace);

  test('are levels and dates', () => {
    expect(answerOf(suppressed, '1.1.1', 'score')).toEqual(answered(3));
    expect(answerOf(suppressed, '1.1.1', 'due')).toEqual(answered('2027-03-31'));
    expect(answerOf(suppressed, '1.2.1', 'score')).toEqual(notApplicable);
    expect(answerOf(suppressed, '2.1.1', 'evidence')).toEqual(blank);
  });

  test('is no text, read or not, and rows keep their numbers', () => {
    expect(answerOf(suppressed, '1.1.1', 'evidence')).toEqual(answered('[c]'));
    expect(answerOf(suppressed, '1.1.2', 'score')).toEqual(unreadable('[c]'));
    expect(suppressed.entries.get('participants')).toEqual([
      { entry: 2, answers: new Map([['name', answered('[c]')]]) },
    ]);
  });
});

test('is no number, by which somebody could recognise a partner', () => {
  const given = responseWith(kindsInstrument, { '1.1.1 people': answered(54_321) });
  expect(answerOf(suppressText(kindsInstrument, given, replace), '1.1.1', 'people')).toEqual(answered('[c]'));
});

test('about people, texts become pseudonyms', () => {
  const suppressed = suppressText({ ...sampleInstrument, aboutPeople: true }, response, replace);
  expect(answerOf(suppressed, '1.1.1', 'evidence')).toMatchObject({ value: expect.stringMatching(/^<.*ashmere.*>$/i) });
});
