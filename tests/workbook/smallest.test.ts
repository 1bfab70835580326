import { expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument, Section } from '../../src/instrument/model/schema.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { sampleDefinition } from '../sampleInstrument.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

/** Ranges of one cell, and parts of which there are none: programs differ most where there is least. */

const seed = 20_261_129;

const text = (key: string, more: object = {}) =>
  ({ kind: 'text', key, heading: key, prompt: `Enter the ${key}.`, ...more }) as const;

const entries = (changes: Partial<Extract<Section, { shape: 'entries' }>>): Section => ({
  shape: 'entries',
  key: 'plan',
  title: 'Plan',
  shortTitle: 'Plan',
  introduction: 'What is planned.',
  entry: 'action',
  required: 0,
  rows: 1,
  fields: [text('what', { purpose: 'action' })],
  ...changes,
});

const questions = (changes: Partial<Extract<Section, { shape: 'items' }>>): Section => ({
  shape: 'items',
  key: '1',
  title: 'Questions',
  shortTitle: 'Questions',
  introduction: 'What is asked.',
  fields: [text('answer')],
  activities: [
    { key: '1.1', title: 'All', items: [{ key: '1.1.1', question: 'How?', criteria: [], evidence: [], groups: {} }] },
  ],
  ...changes,
});

const { scorecard: _, ...unscored } = sampleDefinition;
const definition = (sections: readonly Section[]): Instrument => defineInstrument({ ...unscored, sections });

const small: readonly (readonly [string, Instrument])[] = [
  ['one question in words', definition([questions({})])],
  [
    'one question with an action',
    definition([questions({ fields: [text('answer'), text('action', { purpose: 'action' })] })]),
  ],
  ['one row of a list of actions', definition([entries({})])],
  [
    'one question and one row that may name it',
    definition([
      questions({}),
      entries({
        fields: [
          text('what', { purpose: 'action' }),
          {
            kind: 'choice',
            key: 'about',
            heading: 'About',
            prompt: 'Choose.',
            options: ['1.1.1', 'Questions'],
            purpose: 'about',
          },
        ],
      }),
    ]),
  ],
  [
    'rows that belong together, one each, with a kind that has to be there',
    definition([
      entries({
        key: 'needs',
        title: 'Needs',
        shortTitle: 'Needs',
        fields: [text('case')],
        mustHave: [{ section: 'plan', when: { field: 'kind', is: ['None'] }, needs: ['what'] }],
      }),
      entries({
        fields: [
          text('case'),
          text('what', { purpose: 'action' }),
          { kind: 'choice', key: 'kind', heading: 'Kind', prompt: 'Choose.', options: ['None', 'Some'] },
        ],
        belongsTo: { section: 'needs', by: ['case'] },
        mustInclude: [{ field: 'kind', is: ['None'] }],
      }),
    ]),
  ],
  [
    'a row with more fields than one formula checks',
    definition([entries({ rows: 2, fields: Array.from({ length: 40 }, (_one, index) => text(`field-${index}`)) })]),
  ],
];

/** One start of a program for all, as that takes longest. */
const sets = await Promise.all(
  small.map(async ([what, instrument]) => {
    const cases = casesFor(instrument, seed, 8).filter((_one, index) => [4, 7].includes(index));
    const details = issuedFor(instrument);
    return { what, instrument, cases, details, files: filledWith(await writeWorkbook(instrument, details), cases) };
  }),
);

/** One file of each in turn, for LibreOffice, which takes a second and more for each. */
const isTurn = (place: number, index: number): boolean => (place + index) % 2 === 0;

async function expectAgreement(
  savedBy: (files: readonly Uint8Array[]) => readonly Uint8Array[],
  isTaken: (place: number, index: number) => boolean,
): Promise<void> {
  const taken = sets.flatMap((set, place) =>
    set.cases.flatMap((one, index) => (isTaken(place, index) ? [{ ...set, one, file: set.files[index] }] : [])),
  );
  const saved = savedBy(taken.map(({ file = new Uint8Array() }) => file));
  expect(saved.length).toBeGreaterThanOrEqual(small.length);
  for (const [index, { what, instrument, details, one }] of taken.entries()) {
    const compared = await compareFormulas(instrument, details, one.response, saved[index] ?? new Uint8Array());
    expect(compared.formulas, what).toBeGreaterThan(5);
    expect(compared.differences, `${what}, file ${index}`).toEqual([]);
  }
}

withLibreOffice('worked out afresh by LibreOffice', () => {
  test(`the smallest workbooks give what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectAgreement(savedByLibreOffice, isTurn);
  });
});

withGnumeric('worked out afresh by Gnumeric', () => {
  test(`the smallest workbooks give what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectAgreement(savedByGnumeric, () => true);
  });
});
