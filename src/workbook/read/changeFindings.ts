import { type Finding, finding, type Place, type QuotedAnswer } from '../../finding/index.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { chosenText, chosenValue, isItems, scaleOf } from '../../instrument/model/traverse.ts';
import { britishDate } from '../../response/readDate.ts';
import { type Answer, isNotAsked, typedValue } from '../../response/response.ts';
import type { AnswerChange, RemovedRow, ResponseChanges } from '../../response/responseChanges.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { repeatableText } from './checkPersonal.ts';

/**
 * Reports the differences between a return and an earlier one, answer by answer: first answers that are blank now, then
 * changed ones, then, for each section, questions answered for the first time.
 *
 * @param earlier When the earlier return arrived, in words.
 * @param places Where the answers are in the file of the later return.
 */
export function changeFindings(
  instrument: Instrument,
  earlier: string,
  { added, changed, emptied, removed }: ResponseChanges,
  places: readonly Place[],
): readonly Finding[] {
  const { placeOf, sheetOf } = changePlaces(instrument, places);
  return [
    ...emptied.map((change) => {
      const [from] = quotedAnswers(instrument, change);
      return finding('answer.emptied', placeOf(change), { field: change.field.heading, from, earlier });
    }),
    ...removed.map((row) =>
      finding('entry.gone', sheetOf(row.section), {
        row: row.reference,
        values: valuesOf(instrument, row),
        earlier,
      }),
    ),
    ...changed.map((change) => {
      const [from, to] = quotedAnswers(instrument, change);
      return finding('answer.changed', placeOf(change), { field: change.field.heading, from, to, earlier });
    }),
    ...instrument.sections.flatMap((section) => {
      const own = added.filter((change) => change.section === section);
      if (own.length === 0) return [];
      const references = [...new Set(own.map(({ reference }) => reference))];
      const facts = { answers: own.length, of: isItems(section) ? 'question' : 'row', references, earlier } as const;
      return [finding('answer.added', sheetOf(section), facts)];
    }),
  ];
}

/** Where changes are: in the cell of an answer, or on the sheet of a row that is gone. */
export function changePlaces(
  instrument: Instrument,
  places: readonly Place[],
): { readonly placeOf: (change: AnswerChange) => Place; readonly sheetOf: (section: Section) => Place } {
  const byAnswer = new Map(places.map((place) => [answerId(place.section, place.key, place.field), place]));
  const sheets = sheetsOf(instrument, places);
  const sheetOf = ({ key }: Section): Place => {
    const sheet = sheets.get(key);
    return sheet === undefined ? {} : { sheet };
  };
  const placeOf = ({ section, reference, field }: AnswerChange): Place =>
    byAnswer.get(answerId(section.key, reference, field.key)) ?? {
      ...sheetOf(section),
      section: section.key,
      key: reference,
      field: field.key,
    };
  return { placeOf, sheetOf };
}

const answerId = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);

/** Sheet names of sections as in the file, or else as issued. */
function sheetsOf(instrument: Instrument, places: readonly Place[]): ReadonlyMap<string, string> {
  const { items, entries } = layoutOf(instrument);
  return new Map([
    ...[...items, ...entries].map(({ section, name }) => [section.key, name] as const),
    ...places.flatMap(({ section, sheet }) =>
      section === undefined || sheet === undefined ? [] : [[section, sheet] as const],
    ),
  ]);
}

/** Both answers of a change. Long texts are cut around the first difference. */
export function quotedAnswers(
  instrument: Instrument,
  { field, before, now }: AnswerChange,
): readonly [QuotedAnswer, QuotedAnswer] {
  const [from, to] = [quotedAnswer(instrument, field, before), quotedAnswer(instrument, field, now)];
  const start = partAt(from.value ?? '', to.value ?? '');
  return [cut(from, start), cut(to, start)];
}

function quotedAnswer(instrument: Instrument, field: Field, answer: Answer): QuotedAnswer {
  const value = typedValue(answer);
  if (value === undefined) return { state: isNotAsked(answer) ? 'not asked' : stateNames[answer.state] };
  return { state: stateNames[answer.state], value: quotedValue(instrument, field, answer, value) };
}

const stateNames = {
  answered: 'answered',
  unreadable: 'unreadable',
  'not-applicable': 'not applicable',
  blank: 'blank',
  'does-not-apply': 'not applicable',
} as const satisfies Record<Answer['state'], QuotedAnswer['state']>;

/** An answer chosen from a list is shown in the definition's wording; any other as typed. */
function quotedValue(instrument: Instrument, field: Field, { state }: Answer, value: number | string): string {
  return state === 'answered'
    ? byKind(valuesSaid, field, instrument, value)
    : repeatableText(instrument, String(value));
}

const valuesSaid: ByKind<[instrument: Instrument, value: number | string], string> = {
  score: (field, instrument, value) => {
    const scale = scaleOf(instrument, field);
    const option = scale.options.find(({ level }) => level === value);
    return String(option === undefined ? value : chosenValue(scale, option));
  },
  text: (_field, instrument, value) => repeatableText(instrument, String(value)),
  date: (_field, instrument, value) => repeatableText(instrument, britishDate(value)),
  choice: (_field, _instrument, value) => String(value),
  'yes-no': (_field, _instrument, value) => String(value),
  link: (_field, instrument, value) => repeatableText(instrument, String(value)),
  choices: (_field, _instrument, value) => String(value),
  number: (field, instrument, value) => chosenText(instrument, field, value),
  computed: (field, instrument, value) => chosenText(instrument, field, value),
};

/** Maximum number of characters of an answer; sentences show fewer still. */
const maxQuoted = 200;
/** Characters before the first difference, so that people recognise the place. */
const leadIn = 20;
/** Texts that differ within these are shown from their beginning. */
const seenAtOnce = 50;

function partAt(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same < seenAtOnce ? 0 : same - leadIn;
}

function cut(answer: QuotedAnswer, start: number): QuotedAnswer {
  if (answer.value === undefined) return answer;
  const text = `${start > 0 ? '…' : ''}${answer.value.slice(start, start + maxQuoted)}`;
  return { ...answer, value: text.toWellFormed() };
}

/** The first few answers of a row, by which people recognise it. */
export const valuesOf = (instrument: Instrument, { section, answers }: RemovedRow): readonly string[] =>
  section.fields
    .flatMap((field) => {
      const answer = answers.get(field.key);
      return answer === undefined ? [] : (quotedAnswer(instrument, field, answer).value ?? []);
    })
    .slice(0, 3)
    .map((value) => cut({ state: 'answered', value }, 0).value ?? '');
