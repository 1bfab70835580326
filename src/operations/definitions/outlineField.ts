import { numberedOptions } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeComputed, describeNumber } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { Field, Given, Instrument, Section } from '../../instrument/model/schema.ts';
import { describeFieldCondition } from '../../scoring/conditions/describeConditions.ts';
import { line, type OutlineLine } from './outlineLine.ts';

/** The fields of a section or a question in one line, then when those are asked that are not always, and their facts. */
export const outlineFields = (
  { instrument, section }: { readonly instrument: Instrument; readonly section: Section },
  depth: number,
  label: string,
  fields: readonly Field[],
  optional: readonly string[] = [],
): readonly OutlineLine[] => [
  line(depth, label, fields.map((field) => fieldText(field, optional.includes(field.key))).join('; ')),
  ...fields.flatMap(({ heading, onlyIf }) =>
    onlyIf === undefined
      ? []
      : [line(depth, 'Asked', `${heading}: ${describeFieldCondition(instrument, section, onlyIf)}`)],
  ),
  ...fields.flatMap((field) => (field.given === undefined ? [] : [givenLine(depth, field, field.given)])),
];

/** Where the fact comes from that is in the cells of a field when the workbook goes out. */
export const givenLine = (depth: number, { heading }: Field, given: Given): OutlineLine =>
  line(depth, 'Given', `${heading}: ${givenBy(given)}`);

function givenBy(given: Given): string {
  return given.from === 'partner-list'
    ? `column "${given.column}" of the list of partners`
    : 'answer of the last round';
}

const fieldText = (field: Field, isOptional: boolean): string =>
  `${field.heading} (${field.key}, ${byKind(answers, field)}${isOptional ? ', optional' : ''})`;

const answers: ByKind<[], string> = {
  score: ({ scale }) => `scale ${scale}`,
  text: ({ kind }) => kind,
  date: ({ kind }) => kind,
  'yes-no': () => 'Yes or No',
  link: () => 'web address',
  choices: (field) => `some of ${numberedOptions(field)}`,
  number: describeNumber,
  computed: describeComputed,
  choice: ({ options }) => `one of ${quoteEach(options).join(', ')}`,
};
