import { z } from 'zod';
import { type Finding, finding } from '../../finding/index.ts';
import { isAddress, isChoice, yesNo } from '../model/answerForms.ts';
import { type ByKind, byKind } from '../model/fieldKinds.ts';
import { describeNumber, isAnswer } from '../model/numbers.ts';
import { ownProperty } from '../model/ownProperty.ts';
import { quoteEach } from '../model/quoteEach.ts';
import type { Example, Field, Instrument } from '../model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../model/traverse.ts';

/** Checks that the answers of the worked example fit their fields, and that the example has enough rows. */
export function checkExampleAnswers(instrument: Instrument): readonly Finding[] {
  const { example } = instrument;
  if (example === undefined) return [];
  const items = itemsOf(instrument).flatMap((context) => {
    const { key } = context.item;
    const row = ownProperty(example.items, key);
    return row === undefined ? [] : checkRow(instrument, fieldsOfItem(context), row, `example ${key}`);
  });
  const entries = instrument.sections.filter(isEntries).flatMap((section) => {
    const rows = ownProperty(example.entries, section.key) ?? [];
    const path = `example.entries.${section.key}`;
    const rule = `the section has room for ${section.rows}`;
    return [
      ...rows.flatMap((row, index) =>
        checkRow(instrument, section.fields, row, `example ${section.key} row ${index + 1}`),
      ),
      ...(rows.length > section.rows
        ? [finding('definition.invalid', { key: section.key }, { path, value: `${rows.length} rows`, rule })]
        : []),
    ];
  });
  return [...items, ...entries];
}

type Row = Example['items'][string];

function checkRow(instrument: Instrument, fields: readonly Field[], row: Row, key: string): readonly Finding[] {
  return fields.flatMap((field) => {
    const value = ownProperty(row, field.key);
    const allowed = value === undefined ? undefined : byKind(allowedInstead, field, instrument, value);
    return allowed === undefined
      ? []
      : [finding('definition.example-answer', { key }, { field: field.heading, value: String(value), allowed })];
  });
}

/** Describes what a field accepts, for a value that is not an answer. An undefined scale is reported elsewhere. */
const allowedInstead: ByKind<[instrument: Instrument, value: number | string], string | undefined> = {
  score: ({ scale }, instrument, value) => {
    const levels = instrument.scales.find(({ key }) => key === scale)?.options.map(({ level }) => level);
    return levels === undefined || levels.some((level) => level === value)
      ? undefined
      : `a level: ${levels.join(', ')}`;
  },
  text: (_field, _instrument, value) =>
    /\S/.test(String(value)) ? undefined : 'some text; leave the field out where nothing is answered',
  date: (_field, _instrument, value) =>
    z.iso.date().safeParse(value).success ? undefined : 'a day of the calendar, as in 2027-03-31',
  number: (field, _instrument, value) =>
    typeof value === 'number' && isAnswer(field, value) ? undefined : describeNumber(field),
  computed: () => 'no answer: it is computed from others',
  'yes-no': (_field, _instrument, value) =>
    yesNo.some((word) => word === value) ? undefined : `one of: ${quoteEach(yesNo).join(', ')}`,
  link: (_field, _instrument, value) =>
    isAddress(String(value)) ? undefined : 'an address that begins with https:// or http://',
  choices: (field, _instrument, value) =>
    isChoice(field, value)
      ? undefined
      : `some of: ${quoteEach(field.options).join(', ')}, in this order, with a semicolon and a space between`,
  choice: ({ options }, _instrument, value) =>
    options.some((option) => option === value) ? undefined : `one of: ${quoteEach(options).join(', ')}`,
};
