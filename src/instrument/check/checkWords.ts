import { type Finding, finding } from '../../finding/index.ts';
import { type ByKind, byKind } from '../model/fieldKinds.ts';
import type { Instrument, Scale, ScoreField } from '../model/schema.ts';
import { fieldsIn } from '../model/traverse.ts';

/** Checks that the words people choose from differ, even when typed in other capitals or with other spaces. */
export function checkWords(instrument: Instrument): readonly Finding[] {
  return [
    ...instrument.scales.flatMap(checkLabels),
    ...instrument.sections.flatMap((section) =>
      fieldsIn(section).flatMap((field) => byKind(checks, field, instrument, `${section.key} ${field.key}`)),
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

const checks: ByKind<[instrument: Instrument, key: string], readonly Finding[]> = {
  score: checkNotApplicable,
  text: () => [],
  date: () => [],
  choice: ({ options }, _instrument, key) => clashes(key, options),
  choices: ({ options }, _instrument, key) => clashes(key, options),
  'yes-no': () => [],
  link: () => [],
  number: () => [],
  computed: () => [],
};

function checkNotApplicable(
  { scale: named, notApplicable }: ScoreField,
  instrument: Instrument,
  key: string,
): readonly Finding[] {
  if (notApplicable === undefined) return [];
  const { label } = notApplicable;
  const options = instrument.scales.find((scale) => scale.key === named)?.options ?? [];
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
