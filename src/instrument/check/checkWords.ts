import { type Finding, finding } from '../../finding.ts';
import type { Field, Instrument, Scale } from '../model/schema.ts';

/** Checks that the words people choose from differ, even when typed in other capitals or with other spaces. */
export function checkWords(instrument: Instrument): readonly Finding[] {
  return [
    ...instrument.scales.flatMap(checkLabels),
    ...instrument.sections.flatMap(({ key, fields }) =>
      fields.flatMap((field) => checkField(instrument, `${key} ${field.key}`, field)),
    ),
  ];
}

function checkLabels({ key, options }: Scale): readonly Finding[] {
  const labels = options.map(({ label }) => label);
  const numbers = options.filter(({ label }) => options.some(({ level }) => tidied(label) === String(level)));
  return [
    ...clashes(key, labels),
    ...numbers
      .filter(({ level, label }) => tidied(label) !== String(level))
      .map(({ label }) => finding('definition.words-clash', { key }, { words: label, with: 'the number of a level' })),
  ];
}

function checkField(instrument: Instrument, key: string, field: Field): readonly Finding[] {
  if (field.kind === 'choice') return clashes(key, field.options);
  if (field.kind !== 'score' || field.notApplicable === undefined) return [];
  const { label } = field.notApplicable;
  const options = instrument.scales.find((scale) => scale.key === field.scale)?.options ?? [];
  const taken = options.flatMap((option) => [tidied(option.label), String(option.level)]);
  return taken.includes(tidied(label))
    ? [finding('definition.words-clash', { key }, { words: label, with: 'a level of the scale' })]
    : [];
}

function clashes(key: string, words: readonly string[]): readonly Finding[] {
  return words.flatMap((word, index) => {
    const other = words.slice(0, index).find((before) => tidied(before) === tidied(word));
    return other === undefined
      ? []
      : [finding('definition.words-clash', { key }, { words: word, with: `another option, "${other}"` })];
  });
}

/** The form in which words are compared: case and white space make no difference. */
const tidied = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();
