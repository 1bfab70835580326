import type { FindingCode, Place } from '../../finding/index.ts';
import type { CorrectedAnswer, ListKind, RoundChange, RoundChangeKind } from '../changes/roundChange.ts';
import { type ListedNow, listNow, valueNow } from '../changes/valueNow.ts';
import type { Countable } from './countingReturn.ts';

/** What was decided about a return, as far as it is seen without its answers. */
export interface Decided extends Pick<Countable, 'setAside' | 'preferred' | 'isPart'> {
  /** Present if an analyst entered it from paper. */
  readonly isPaper?: true;
  /** The returns of which it was put together. */
  readonly of?: readonly number[];
  /** The number of its answers that were corrected; none if absent. */
  readonly corrected?: number;
}

/** What was decided about a return, after all changes of its round. */
export function decisionsOn(changes: readonly RoundChange[], partner: string, id: number): Decided {
  const entered = listNow(changes, 'entered', partner).map(({ one }) => one);
  const own = entered.find((one) => one.return === id);
  const aside = new Set(listNow(changes, 'set aside', partner).map(({ one }) => one));
  const corrected = listNow(changes, 'corrected', partner).filter(({ one }) => one.return === id).length;
  return {
    // What was entered counts as long as the decision to enter it does.
    ...(aside.has(id) || (own === undefined && wasEntered(changes, partner, id)) ? { setAside: true } : {}),
    ...(own === undefined ? {} : own.of.length === 0 ? { isPaper: true } : { of: own.of }),
    ...(entered.some(({ return: whole, of }) => of.includes(id) && !aside.has(whole)) ? { isPart: true } : {}),
    ...(valueNow(changes, 'preferred', partner) === id ? { preferred: true } : {}),
    ...(corrected === 0 ? {} : { corrected }),
  };
}

const wasEntered = (changes: readonly RoundChange[], partner: string, id: number): boolean =>
  changes.some(
    (change) =>
      change.what === 'entered' && change.partner === partner && change.after.some((one) => one.return === id),
  );

/** The kinds of changes that decide about returns. */
const deciding = [
  'set aside',
  'preferred',
  'settled',
  'corrected',
  'entered',
] as const satisfies readonly RoundChangeKind[];

/** A decision about a return of a partner. */
export type Decision = RoundChange<(typeof deciding)[number]>;

/** Whether a change is such a decision, and is in force. */
export const isDecision = (change: RoundChange): change is Decision =>
  change.undone === undefined && deciding.some((kind) => kind === change.what);

/** The decisions about the returns of a partner that are in force, earliest first. */
export const decisionsFor = (changes: readonly RoundChange[], partner: string): readonly Decision[] =>
  changes.filter(isDecision).filter((change) => change.partner === partner);

/** An answer that was corrected, with the change that did. */
export interface CorrectionMade {
  readonly answer: CorrectedAnswer;
  readonly change: RoundChange<'corrected'>;
}

/** The answers that were corrected, by the number of the return. */
export function correctionsIn(changes: readonly RoundChange[]): ReadonlyMap<number, readonly CorrectionMade[]> {
  const corrections = new Map<number, CorrectionMade[]>();
  for (const { one, change } of allListed(changes, 'corrected')) {
    const known = corrections.get(one.return);
    if (known === undefined) corrections.set(one.return, [{ answer: one, change }]);
    else known.push({ answer: one, change });
  }
  return corrections;
}

/** A finding as far as it matters for what was decided about it. */
export interface Decidable {
  readonly code: string;
  readonly place: Place;
}

/** Whether a finding about a return still holds after all that was decided about it. */
export type StillHolds = (returnId: number, found: Decidable) => boolean;

/** @returns Undefined where nothing was decided about findings or answers. */
export function findingsAfter(changes: readonly RoundChange[]): StillHolds | undefined {
  const settled = new Set(
    allListed(changes, 'settled').map(({ one }) =>
      keyOf(one.return, one.code, ...(one.at === undefined ? [] : [one.at])),
    ),
  );
  const corrected = new Set(
    allListed(changes, 'corrected').map(({ one }) => keyOf(one.return, one.section, one.subject, one.field)),
  );
  const entered = new Set(allListed(changes, 'entered').map(({ one }) => one.return));
  if (settled.size + corrected.size + entered.size === 0) return undefined;
  return (id, { code, place }) => {
    const { section = '', key = '', field = '' } = place;
    return (
      !(entered.has(id) && provenance.has(code)) &&
      !settled.has(keyOf(id, code)) &&
      !settled.has(keyOf(id, code, placeKey(place))) &&
      !corrected.has(keyOf(id, section, key, field))
    );
  };
}

/** A place in a return as a text, equal for the same place. */
export const placeKey = ({ sheet = '', cell = '', section = '', key = '', field = '' }: Place): string =>
  keyOf(sheet, cell, section, key, field);

/** Doubts whether a file is from its partner, which nobody has of one that an analyst entered. */
const provenance: ReadonlySet<string> = new Set<FindingCode>([
  'return.identified-by-hand',
  'return.partner-name-changed',
]);

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

/** What the lists of all partners of a round have. */
function allListed<Kind extends ListKind>(changes: readonly RoundChange[], what: Kind): readonly ListedNow<Kind>[] {
  const byPartner = new Map<string, RoundChange[]>();
  for (const change of changes) {
    if (change.what !== what || change.partner === undefined) continue;
    const own = byPartner.get(change.partner);
    if (own === undefined) byPartner.set(change.partner, [change]);
    else own.push(change);
  }
  return [...byPartner].flatMap(([partner, own]) => listNow(own, what, partner));
}
