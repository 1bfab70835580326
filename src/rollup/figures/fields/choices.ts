import { splitOptions, yesNo } from '../../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Scale, Section } from '../../../instrument/model/schema.ts';
import { describeOption, isItems, isScored, scaleOf } from '../../../instrument/model/traverse.ts';
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

const levels = (scale: Scale): Counted => ({
  options: scale.options.map((option) => describeOption(scale, option)),
  chosenBy: (value) =>
    scale.options.filter(({ level }) => level === value).map((option) => describeOption(scale, option)),
});

/** How answers are counted; undefined for fields that are left out. */
const counted: ByKind<[Instrument, Section], Counted | undefined> = {
  // Those that the scorecard counts have sheets of their own.
  score: (field, instrument, section) =>
    isItems(section) && isScored(instrument, section) ? undefined : levels(scaleOf(instrument, field)),
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

export const isCounted = (instrument: Instrument, section: Section, field: Field): boolean =>
  byKind(counted, field, instrument, section) !== undefined;

/** The options that an answer chooses, as `choiceCounts` names them. */
export const chosenOptions = (
  instrument: Instrument,
  section: Section,
  field: Field,
  value: number | string,
): readonly string[] => byKind(counted, field, instrument, section)?.chosenBy(value) ?? [];

/** The counts of every field of a section that offers options, without scores that the scorecard counts. */
export const choiceCounts = (
  instrument: Instrument,
  section: Section,
  results: readonly ReturnedResult[],
): readonly ChoiceCounts[] =>
  subjectsOf(section).flatMap((subject) =>
    subject.fields.flatMap((field): readonly ChoiceCounts[] => {
      const own = byKind(counted, field, instrument, section);
      if (own === undefined) return [];
      const { options, chosenBy } = own;
      const given = results.flatMap((result) =>
        rowsOf(subject, result).flatMap((answers) => {
          const answer = answers?.get(field.key) ?? blank;
          return answer.state === 'answered' ? [chosenBy(answer.value)] : [];
        }),
      );
      const chosen = options.map((option) => given.filter((all) => all.includes(option)).length);
      return [{ subject, field, options, answered: given.length, chosen }];
    }),
  );
