import { expect, test } from 'vitest';
import type { Field, Instrument } from '../../../src/instrument/model/schema.ts';
import { type Answer, answered, notApplicable, type Response, unreadable } from '../../../src/response/response.ts';
import { lastRoundFacts, missingBefore } from '../../../src/scoring/plans/lastRoundFacts.ts';
import { carriedInstrument, givenInstrument } from '../../givenInstrument.ts';

const answers = (all: Readonly<Record<string, Answer>>) => new Map(Object.entries(all));

const response: Response = {
  items: new Map([
    ['1.1.1', answers({ people: answered(120), budget: unreadable('about 40'), note: answered('two\nlines') })],
    ['9.9.9', answers({ people: answered(7) })],
  ]),
  entries: new Map([
    [
      'projects',
      [
        { entry: 2, answers: answers({ name: answered('Drop-in'), people: answered(30) }) },
        { entry: 3, answers: answers({ name: unreadable('#REF!') }) },
        { entry: 5, answers: answers({ plan: answered('No') }) },
      ],
    ],
  ]),
};

const factsOf = (instrument: Instrument, before = instrument) =>
  lastRoundFacts(instrument, { instrument: before, response });

test('answers of the last round are facts now, and rows follow one another', () => {
  expect(factsOf(carriedInstrument)).toEqual({
    items: new Map([['1.1.1', answers({ people: answered(120), note: answered('two\nlines') })]]),
    entries: new Map([
      [
        'projects',
        [
          { entry: 1, answers: answers({ name: answered('Drop-in'), people: answered(30) }) },
          { entry: 2, answers: answers({ plan: answered('No') }) },
        ],
      ],
    ]),
  });
});

test('what is not applicable is no fact, nor is an answer that the field no longer takes', () => {
  const before = new Map([['1.1.1', answers({ people: notApplicable })]]);
  const last = { instrument: carriedInstrument, response: { ...response, items: before } };
  expect(lastRoundFacts(carriedInstrument, last).items).toEqual(new Map());
  const narrower = changedField(carriedInstrument, 'people', { greatest: 100 });
  expect(factsOf(narrower, carriedInstrument).items.get('1.1.1')).toEqual(answers({ note: answered('two\nlines') }));
});

test('only fields that say so have them', () => {
  expect(factsOf(givenInstrument, carriedInstrument)).toEqual({ items: new Map(), entries: new Map() });
});

test('fields that the edition of then did not have are named', () => {
  const before = changedField(carriedInstrument, 'people', { key: 'persons' });
  expect(missingBefore(carriedInstrument, carriedInstrument)).toEqual([]);
  const missing = missingBefore(carriedInstrument, before);
  expect(missing.map(({ section, item, field }) => `${item?.key ?? section.key} ${field.key}`)).toEqual([
    '1.1.1 people',
    '1.1.2 people',
    'costs people',
    'projects people',
  ]);
});

function changedField(instrument: Instrument, key: string, change: Readonly<Record<string, unknown>>): Instrument {
  const sections = instrument.sections.map((section) => ({
    ...section,
    // The change is one that the field's kind allows.
    fields: section.fields.map((field) => (field.key === key ? ({ ...field, ...change } as Field) : field)),
  }));
  return { ...instrument, sections };
}
