import { splitOptions, yesNo } from '../../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../../instrument/model/fieldKinds.ts';
import type { Field, Section } from '../../../instrument/model/schema.ts';
import { blank } from '../../../response/response.ts';
import type { ReturnedResult } from '../../load/rollUp.ts';
import { rowsOf, type Subject, subjectsOf } from './subjects.ts';

/** How often each option of a field was chosen. */
export interface ChoiceCounts {
  readonly subject: Subject;
  readonly field: Field;
  readonly options: readonly string[];
  /** Answers, each with one option or more. */
  readonly answered: number;
  /** How often each option was chosen. */
  readonly chosen: readonly number[];
}

interface Counted {
  readonly options: readonly string[];
  /** The options that an answer chooses. */
  readonly chosenBy: (value: number | string) => readonly string[];
}

const one = (options: readonly string[]): Counted => ({ options, chosenBy: (value) => [String(value)] });

/** How answers are counted; undefined for fields that are left out. */
const counted: ByKind<[], Counted | undefined> = {
  score: () => undefined,
  text: () => undefined,
  date: () => undefined,
  // What says which part a row is about is no answer of its own.
  choice: ({ options, purpose }) => (purpose === 'about' ? undefined : one(options)),
  number: () => undefined,
  computed: () => undefined,
  link: () => undefined,
  'yes-no': () => one(yesNo),
  choices: ({ options }) => ({ options, chosenBy: splitOptions }),
};

export const isCounted = (field: Field): boolean => byKind(counted, field) !== undefined;

export const chosenOptions = (field: Field, value: number | string): readonly string[] =>
  byKind(counted, field)?.chosenBy(value) ?? [];

/** The counts of every field of a section that offers options. */
export const choiceCounts = (section: Section, results: readonly ReturnedResult[]): readonly ChoiceCounts[] =>
  subjectsOf(section).flatMap((subject) =>
    subject.fields.flatMap((field): readonly ChoiceCounts[] => {
      const options = byKind(counted, field)?.options;
      if (options === undefined) return [];
      const given = results.flatMap((result) =>
        rowsOf(subject, result).flatMap((answers) => {
          const answer = answers?.get(field.key) ?? blank;
          return answer.state === 'answered' ? [chosenOptions(field, answer.value)] : [];
        }),
      );
      const chosen = options.map((option) => given.filter((own) => own.includes(option)).length);
      return [{ subject, field, options, answered: given.length, chosen }];
    }),
  );
