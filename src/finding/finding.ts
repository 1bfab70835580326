import { entries, type FactsOf, type FindingCode } from './catalogue.ts';
import type { Place } from './place.ts';
import type { Facts, Severity } from './wording/entry.ts';

/** A finding with this code, or with one of these. */
export type FindingOf<Code extends FindingCode> = {
  readonly [C in Code]: {
    readonly code: C;
    readonly severity: Severity;
    readonly place: Place;
    readonly facts: FactsOf<C>;
    /** The fault, the value, the rule and the cure, as sentences. The place is not repeated in it. */
    readonly message: string;
  };
}[Code];

/** Something that is wrong with a definition, a list, a return or a file, as data. Its code decides which facts it has. */
export type Finding = FindingOf<FindingCode>;

/**
 * A finding as the register stores it. An earlier version of Scorebook may have recorded other facts under the same code, so
 * they are read by name and nothing is assumed of them; the message is the one of that version.
 */
export interface RecordedFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly place: Place;
  readonly facts: Facts;
  readonly message: string;
}

/** Makes a finding; the code decides its severity and its wording. */
export function finding<Code extends FindingCode>(code: Code, place: Place, facts: FactsOf<Code>): FindingOf<Code> {
  const { severity, say } = entries[code];
  return { code, severity, place: shortKey(place), facts: { ...facts }, message: say(facts) };
}

/** Characters of a key that are shown. What fits into a workbook is shorter; a wrong key may be as long as its file. */
const maxKeyLength = 300;

const shortKey = (place: Place): Place =>
  place.key === undefined || place.key.length <= maxKeyLength
    ? place
    : { ...place, key: `${place.key.slice(0, maxKeyLength - 1)}…` };

/**
 * The same finding with its texts changed, so that a text that must not be repeated is neither in its facts nor in its message.
 *
 * @param change Gives the text that replaces a fact, by its name. A fact that is one of a few fixed words has to remain.
 */
export function reworded<Code extends FindingCode>(
  found: FindingOf<Code>,
  change: (text: string, fact: string) => string,
): FindingOf<Code> {
  const changed = Object.entries<unknown>(found.facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? change(fact, name) : fact,
  ]);
  // Each fact has its name and type as before.
  const facts = Object.fromEntries(changed) as FactsOf<Code>;
  return { ...found, facts, message: entries[found.code].say(facts) };
}

export const hasErrors = (findings: readonly RecordedFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
