import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/instrument/model/schema.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { errorsOf, findingsIn } from '../changedSample.ts';

/** The instrument with one check in the section of the key. */
const withCheck = (check: unknown, key = '2') => ({
  ...kindsInstrument,
  sections: kindsInstrument.sections.map((section) =>
    section.key === key ? { ...section, checks: [check] } : section,
  ),
});

const atMost: Check = { is: 'at-most', sum: ['health', 'council'], to: 'total' };

describe('a check of numbers', () => {
  test.each<[string, unknown, string?]>([
    ['of a sum and a computed figure', atMost],
    ['of one number and a figure of the definition', { is: 'at-least', sum: ['places'], to: 1 }],
    [
      'in rows with an answer',
      { is: 'equal', sum: ['wages'], to: 'rooms', when: { field: 'known', is: ['Yes'] } },
      'costs',
    ],
    ['of a change since the last round', { is: 'jump', figure: 'health', beyond: 20, reasonIn: 'note' }],
  ])('is sound: %s', (_what, check, key) => {
    expect(errorsOf(withCheck(check, key))).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['a field that is not there', { ...atMost, to: 'budget' }, 'definition.unknown-reference 2'],
    ['a text', { ...atMost, sum: ['note'] }, 'definition.unknown-reference 2'],
    ['a number compared with itself', { ...atMost, to: 'health' }, 'definition.invalid 2'],
    ['pounds and places', { ...atMost, to: 'places' }, 'definition.invalid 2'],
    [
      'a condition on what nothing can depend on',
      { ...atMost, when: { field: 'total', is: [1] } },
      'definition.invalid 2 total',
    ],
    [
      'a jump of a text',
      { is: 'jump', figure: 'note', beyond: 20, reasonIn: 'note' },
      'definition.unknown-reference 2',
    ],
    [
      'a reason in a number',
      { is: 'jump', figure: 'health', beyond: 20, reasonIn: 'places' },
      'definition.unknown-reference 2',
    ],
    ['a kind that there is not', { ...atMost, is: 'below' }, 'definition.invalid 2'],
    ['no limit at all', { is: 'jump', figure: 'health', beyond: 0, reasonIn: 'note' }, 'definition.invalid 2'],
  ])('is refused: %s', (_what, check, fault) => {
    expect(errorsOf(withCheck(check))).toEqual([fault]);
  });

  test('is refused as a jump in rows that partners add', () => {
    const jump = { is: 'jump', figure: 'wages', beyond: 20, reasonIn: 'name' };
    expect(errorsOf(withCheck(jump, 'costs'))).toEqual(['definition.invalid costs']);
  });

  test.each<[string, Check]>([
    ['a sum that is always greater', { is: 'at-most', sum: ['health', 'council'], to: 0 }],
    ['a sum that is never as small', { is: 'equal', sum: ['health'], to: 0.5 }],
    ['a number that is never so great', { is: 'at-least', sum: ['places'], to: 1e15 }],
  ])('is refused if limits exclude everything: %s', (_what, check) => {
    expect(errorsOf(withCheck(check))).toEqual(['definition.check-impossible 2']);
  });

  test('says which limits contradict each other', () => {
    const found = findingsIn(withCheck({ is: 'equal', sum: ['health', 'council'], to: 0.5 })).find(
      ({ severity }) => severity === 'error',
    );
    expect(found?.message).toBe(
      'No answers can meet the check of "health" and "council": by the limits of the fields, what is added up is at least £1, and "£0.50" at most £0.50. Change a limit, or the check.',
    );
  });
});

describe('a check of numbers elsewhere', () => {
  const of = (item: string, field: string) => ({ item, field });
  const costs = { total: 'cost', in: 'costs' };

  test.each<[string, unknown, string?]>([
    ['a number of each row with one of a question', { ...atMost, to: of('2.1.1', 'council') }],
    ['a number of a question with a total', { is: 'equal', sum: [costs], to: of('2.1.1', 'total') }],
    ['rows that partners add with their total', { is: 'at-most', sum: ['wages'], to: costs }, 'costs'],
    [
      'a total of some rows',
      { is: 'at-least', sum: ['total'], to: { ...costs, when: { field: 'known', is: ['Yes'] } } },
    ],
  ])('is sound: %s', (_what, check, key) => {
    expect(errorsOf(withCheck(check, key))).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['a question that is not there', { ...atMost, to: of('2.1.9', 'health') }, 'definition.unknown-reference 2'],
    ['a text of a question', { ...atMost, to: of('2.1.1', 'note') }, 'definition.unknown-reference 2'],
    ['a field of another section', { ...atMost, to: of('1.1.1', 'health') }, 'definition.unknown-reference 2'],
    ['rows that are not there', { ...atMost, to: { total: 'cost', in: 'rents' } }, 'definition.unknown-reference 2'],
    ['a text of the rows', { ...atMost, to: { total: 'name', in: 'costs' } }, 'definition.unknown-reference 2'],
    ['rows that may lack it', { ...atMost, to: { total: 'whole', in: 'costs' } }, 'definition.invalid 2'],
    [
      'rows by an answer that there is not',
      { ...atMost, to: { ...costs, when: { field: 'known', is: ['Perhaps'] } } },
      'definition.unknown-reference 2',
    ],
    ['another unit', { ...atMost, to: { total: 'people', in: 'costs' } }, 'definition.invalid 2'],
    ['a total with itself', { is: 'equal', sum: ['spent'], to: costs }, 'definition.invalid 2'],
    [
      'a question with itself',
      { is: 'equal', sum: [of('2.1.1', 'health')], to: of('2.1.1', 'health') },
      'definition.invalid 2',
    ],
    ['nothing of its own section', { is: 'at-least', sum: [costs], to: of('1.1.1', 'budget') }, 'definition.invalid 2'],
    [
      'a sum that is always smaller',
      { is: 'at-least', sum: [of('2.1.1', 'places')], to: 1e15 },
      'definition.check-impossible 2',
    ],
  ])('is refused: %s', (_what, check, fault) => {
    expect(errorsOf(withCheck(check))).toEqual([fault]);
  });
});
