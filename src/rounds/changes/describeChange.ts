import { describeUkTime, ukTime } from '../../time.ts';
import type { ChangedValue, RoundChange, RoundChangeKind } from './roundChange.ts';

/** A change in words, as in `A3: became part of A7`. Its reason and author are not in it. */
export function describeChange(change: RoundChange): string {
  const words = wordsOf(change);
  return change.partner === undefined ? words : `${change.partner}: ${words}`;
}

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

const settledName = ({ return: id, code }: { readonly return: number; readonly code: string }): string =>
  `return ${id}: ${code}`;

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
  'set aside': (after, before) => {
    const [aside, again] = [after.filter((id) => !before.includes(id)), before.filter((id) => !after.includes(id))];
    return [
      ...(aside.length === 0 ? [] : [`return ${aside.join(', ')} set aside`]),
      ...(again.length === 0 ? [] : [`return ${again.join(', ')} may count again`]),
    ].join('; ');
  },
  preferred: (after, before) =>
    after === null ? `return ${before} no longer preferred` : `return ${after} preferred to the others`,
  settled: (after, before) => {
    const was = new Set(before.map(settledName));
    const now = new Set(after.map(settledName));
    const [accepted, again] = [[...now].filter((one) => !was.has(one)), [...was].filter((one) => !now.has(one))];
    return [
      ...(accepted.length === 0 ? [] : [`accepted of ${accepted.join(', ')}`]),
      ...(again.length === 0 ? [] : [`no longer accepted of ${again.join(', ')}`]),
    ].join('; ');
  },
  'partner name': (after, before) => `name ${after}, before ${before}`,
  'e-mail': option('e-mail address'),
};
