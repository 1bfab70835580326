import { describe, expect, test } from 'vitest';
import type { NumberField } from '../../../src/instrument/model/schema.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { errorsOf, findingsIn } from '../changedSample.ts';

/** The instrument with the first number of its first section changed. */
const withNumber = (change: Partial<NumberField>, number: keyof typeof places = 'people') => ({
  ...kindsInstrument,
  sections: kindsInstrument.sections.map((section, at) => ({
    ...section,
    fields: section.fields.map((field, index) =>
      at === 0 && index === places[number] ? { ...field, ...change } : field,
    ),
  })),
});

const places = { people: 0, budget: 1, share: 2, wait: 3 } as const;

describe('a number', () => {
  test('is sound with limits of both kinds', () => {
    expect(errorsOf(kindsInstrument)).toEqual([]);
  });

  test.each<[string, keyof typeof places, Partial<NumberField>]>([
    ['limits that exclude everything', 'people', { least: 10_000, greatest: 9_999 }],
    ['no whole number between its limits', 'people', { least: 1_000.2, greatest: 1_000.8 }],
    ['a usual limit beyond the least', 'people', { usualLeast: -5 }],
    ['usual limits that exclude everything', 'people', { usualLeast: 2_000, usualGreatest: 1_500 }],
    ['usual limits, and no field for the reason', 'budget', { usualGreatest: 1_000 }],
    ['a field for the reason, and no usual limits', 'budget', { reasonIn: 'note' }],
    ['decimals of an integer', 'people', { decimals: 1 }],
    ['a unit of a percentage', 'share', { unit: '%' }],
  ])('is refused: %s', (_what, number, change) => {
    expect(errorsOf(withNumber(change, number))).toEqual([`definition.invalid 1 ${number}`]);
  });

  test.each<[string, keyof typeof places, Partial<NumberField>]>([
    ['the reason in a field that is not there', 'people', { reasonIn: 'notes' }],
    ['the reason in a number', 'people', { reasonIn: 'budget' }],
    ['a weight that is a text', 'share', { weightedBy: 'note' }],
    ['a weight that is itself', 'share', { weightedBy: 'share' }],
  ])('is refused: %s', (_what, number, change) => {
    expect(errorsOf(withNumber(change, number))).toEqual([`definition.unknown-reference 1 ${number}`]);
  });

  test('says what is wrong and what to do', () => {
    expect(
      findingsIn(withNumber({ least: 10, greatest: 9, usualLeast: undefined, reasonIn: undefined })).slice(0, 1),
    ).toMatchInlineSnapshot(`
      [
        {
          "code": "definition.invalid",
          "facts": {
            "path": "greatest",
            "rule": "no answer is between the least and the greatest: change one of them",
            "value": "9",
          },
          "message": "greatest is 9: no answer is between the least and the greatest: change one of them.",
          "place": {
            "key": "1 people",
          },
          "severity": "error",
        },
      ]
    `);
  });

  test('answers an example within its limits', () => {
    const example = (people: number | string) =>
      errorsOf({
        ...kindsInstrument,
        example: { introduction: 'Made up.', items: { '1.1.1': { people } }, entries: {} },
      });
    expect(example(54_300)).toEqual([]);
    for (const wrong of ['54,300', -1, 500_001, 2.5])
      expect(example(wrong), String(wrong)).toEqual(['definition.example-answer example 1.1.1']);
  });
});
