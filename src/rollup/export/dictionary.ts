import { yesNo } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeComputed, describeNumber } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOptions, fieldsIn, fieldsOfItem, itemsOf, scaleOf } from '../../instrument/model/traverse.ts';
import { describeUkTime } from '../../time.ts';
import { describeAnonymity } from '../disclosure/describeAnonymity.ts';
import { stateMeanings } from '../figures/stateWord.ts';
import { missingValueMarksOf } from '../load/missingValueMarks.ts';
import { exportColumns } from './columns.ts';
import type { DataOf } from './dataWriter.ts';

/** An entry of the data dictionary. */
export interface DictionaryEntry {
  readonly what: 'about' | 'column' | 'question' | 'field' | 'level' | 'state' | 'mark';
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  /** The possible values, if they are a list. */
  readonly values: string;
}

export const dictionaryColumns = ['what', 'name', 'type', 'meaning', 'values'] as const;

/** The data dictionary: the source of the data, and every column, question, field, level and state. */
export function dictionaryOf(rollUp: DataOf): readonly DictionaryEntry[] {
  const { instrument, round, partners } = rollUp;
  const entry =
    (what: DictionaryEntry['what'], type = '') =>
    ([name, meaning]: readonly [string, string], values = ''): DictionaryEntry => ({
      ...{ what, name, type, meaning, values },
    });
  const about = entry('about', 'text');
  const levels = instrument.scales.flatMap(({ key, options }) =>
    options.map(({ level, label, meaning }) => entry('level', 'integer')([`${key} ${level}`, `${label}: ${meaning}`])),
  );
  return [
    about(['Self-assessment', instrument.title]),
    about(['Rows', 'One for each partner that returned, question and field. Partners without a return have none.']),
    about([
      'Returns',
      `${partners.filter(({ counting }) => counting !== undefined).length} of ${partners.length} partners have returned; the deadline was ${describeUkTime(round.due)}.`,
    ]),
    about(['Which return counts', 'The last one before the deadline; if all were late, the last of them.']),
    about(['Figures', 'Partners scored themselves; the scores have not been validated.']),
    ...(round.marking === undefined ? [] : [about(['Marking', round.marking])]),
    ...describeAnonymity(rollUp).map((words) => about(words)),
    ...exportColumns(rollUp).map(({ name, type, meaning }) =>
      entry('column', type)([name, meaning], name === 'state' ? stateMeanings.map(([word]) => word).join('; ') : ''),
    ),
    ...itemsOf(instrument).map((context) =>
      entry('question')(
        [context.item.key, context.item.question],
        fieldsOfItem(context)
          .map(({ key }) => key)
          .join('; '),
      ),
    ),
    ...fieldsOf(instrument),
    ...levels,
    ...stateMeanings.map((words) => entry('state', 'text')(words)),
    ...(instrument.aboutPeople === true || rollUp.anonymous === true
      ? missingValueMarksOf(instrument, rollUp.anonymous)
          .slice(-1)
          .map((words) => entry('mark', 'text')(words))
      : []),
  ];
}

/** Entries for the fields of each section and of its items. Sections often have the same fields, but not always. */
function fieldsOf(instrument: Instrument): readonly DictionaryEntry[] {
  return instrument.sections.flatMap((section) =>
    fieldsIn(section).map((field) => ({
      what: 'field' as const,
      name: `${section.title}: ${field.key}`,
      type: field.kind,
      meaning: `${field.heading}. ${field.prompt}`,
      values: byKind(values, field, instrument).join('; '),
    })),
  );
}

/** The answers from which people choose. */
const values: ByKind<[instrument: Instrument], readonly string[]> = {
  score: (field, instrument) => describeOptions(scaleOf(instrument, field)),
  text: () => [],
  date: () => [],
  number: (field) => [describeNumber(field)],
  computed: (field) => [describeComputed(field)],
  'yes-no': () => yesNo,
  link: () => [],
  choices: ({ options }) => quoteEach(options),
  choice: ({ options }) => quoteEach(options),
};
