import { describeUkTime, ukTime } from '../../time.ts';
import type { ChangedValue, CorrectedAnswer, RoundChange, RoundChangeKind } from './roundChange.ts';

/** A change in words, as in `A3: became part of A7`. Its reason and author are not in it. */
export const describeChange = (change: RoundChange): string => withPartner(change, wordsOf(change));

/** The same without answers, which may be about people. */
export const describeWithoutAnswers = (change: RoundChange): string =>
  withPartner(change, change.what === 'corrected' ? correctedPlaces(change.after, change.before) : wordsOf(change));

const withPartner = ({ partner }: RoundChange, words: string): string =>
  partner === undefined ? words : `${partner}: ${words}`;

/** Who made a change, when and why, as in `on 2026-12-01 09:30 by jo: asked for by telephone`. */
export function describeAuthor({ at, by, reason }: Pick<RoundChange, 'at' | 'by' | 'reason'>): string {
  return `on ${ukTime(at)}${by === undefined ? '' : ` by ${by}`}${reason === undefined ? '' : `: ${reason}`}`;
}

const wordsOf = <Kind extends RoundChangeKind>({ what, before, after }: RoundChange<Kind>): string => {
  const describe: Describe<Kind> = descriptions[what];
  return describe(after, before);
};

type Describe<Kind extends RoundChangeKind> = (after: ChangedValue<Kind>, before: ChangedValue<Kind>) => string;

const at = (time: string): string => describeUkTime(new Date(time));

const option =
  (name: string) =>
  (after: string | number | null, before: string | number | null): string =>
    after === null ? `${name} removed, before ${before}` : `${name} ${after}, before ${before ?? 'none'}`;

/** The values of what is stored under a digest say nothing to people. */
const unnamed =
  (name: string) =>
  (after: string | null): string =>
    after === null ? `${name} removed` : `another ${name}`;

/** The names of what a list has more, and of what it has no more, than before. */
function listChange<One>(
  after: readonly One[],
  before: readonly One[],
  nameOf: (one: One) => string,
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [was, is] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))];
  return { added: [...is].filter((one) => !was.has(one)), removed: [...was].filter((one) => !is.has(one)) };
}

/** Describes such a list by what is said of what it has more, and of what it has no more. */
const list =
  <One>(nameOf: (one: One) => string, added: (names: string) => string, removed: (names: string) => string) =>
  (after: readonly One[], before: readonly One[]): string => {
    const change = listChange(after, before, nameOf);
    return [
      ...(change.added.length === 0 ? [] : [added(change.added.join(', '))]),
      ...(change.removed.length === 0 ? [] : [removed(change.removed.join(', '))]),
    ].join('; ');
  };

/** Characters of an answer that are shown: a text may be as long as a cell. */
const maxAnswerLength = 60;

function placeName({ return: id, section, subject, field }: CorrectedAnswer): string {
  const row = /^\d+$/.test(subject) ? `${section} ${subject}` : subject;
  return `return ${id}, ${row} ${field}`;
}

const correctionName = (one: CorrectedAnswer): string =>
  `${placeName(one)}: ${answerText(one)} instead of ${answerText(one.from)}`;

const corrections = (nameOf: (one: CorrectedAnswer) => string) =>
  list(
    nameOf,
    (names) => `corrected in ${names}`,
    (names) => `no longer corrected in ${names}`,
  );

const correctedPlaces = corrections(placeName);

function answerText({ state, value }: CorrectedAnswer['from']): string {
  if (value === null) return state.replace('-', ' ');
  return `"${value.length > maxAnswerLength ? `${value.slice(0, maxAnswerLength - 1)}…` : value}"`;
}

const descriptions: { readonly [Kind in RoundChangeKind]: Describe<Kind> } = {
  deadline: (after, before) => `deadline moved to ${at(after)}, before ${at(before)}`,
  closing: (after) => (after === null ? 'reopened' : `closed at ${at(after)}`),
  'return address': option('return address'),
  marking: option('marking'),
  branding: unnamed('branding'),
  'earlier round': option('earlier round'),
  contact: option('contact'),
  wording: unnamed('wording of e-mails'),
  'number of reminders': option('number of reminders at most'),
  'days between reminders': option('days between reminders'),
  name: (after, before) => `renamed ${after}, before ${before}`,
  extension: (after) => (after === null ? 'deadline of the round again' : `deadline extended to ${at(after)}`),
  successors: (after) => {
    if (after === null) return 'takes part again';
    if (after.length === 0) return 'withdrawn';
    return `${after.length === 1 ? 'became part of' : 'split into'} ${after.join(' and ')}`;
  },
  'set aside': list(
    String,
    (ids) => `return ${ids} set aside`,
    (ids) => `return ${ids} may count again`,
  ),
  preferred: (after, before) =>
    after === null ? `return ${before} no longer preferred` : `return ${after} preferred to the others`,
  settled: list(
    ({ return: id, code, about }) => `return ${id}: ${code}${about === undefined ? '' : ` (${about})`}`,
    (names) => `accepted of ${names}`,
    (names) => `no longer accepted of ${names}`,
  ),
  corrected: corrections(correctionName),
  entered: list(
    ({ return: id, of }) =>
      of.length === 0 ? `return ${id} entered from paper` : `returns ${of.join(' and ')} put together as return ${id}`,
    (names) => names,
    (names) => `no longer counts: ${names}`,
  ),
  'sent by hand': (after) => (after === null ? 'workbook not sent by hand' : `workbook sent by hand at ${at(after)}`),
  'partner contact': option('contact'),
  'partner name': (after, before) => `name ${after}, before ${before}`,
  'e-mail': option('e-mail address'),
};
