import type { FindingOf } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { Refusal } from '../../refusal.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { roundWording } from '../../rounds/round/roundWording.ts';
import { describeUkTime } from '../../time.ts';

/** For whom a round is generated, and what may be changed of it. */
export interface PermittedChanges {
  /** Codes of the partners; all when absent. */
  readonly partner?: readonly string[];
  readonly changeDue?: boolean;
  readonly changeEdition?: boolean;
  readonly changeReturnTo?: boolean;
  readonly changeMarking?: boolean;
  readonly changePrevious?: boolean;
  readonly changeBranding?: boolean;
}

/** An option of a round that changes. */
export type OptionChange = FindingOf<'round.changed'>;

/** What would change of a round. */
export interface IntendedChanges {
  /** The deadline of the round. */
  readonly due: Date;
  /** How the instrument differs, as the beginning of a sentence. */
  readonly otherEdition: string | undefined;
  readonly options: readonly OptionChange[];
  /** Whether workbooks of the round may have reached partners. */
  readonly areOut: boolean;
}

/**
 * Changes of a round are for all its partners. The deadline and the wording change only when that is asked for: they decide
 * anew which returns are late, and how all are scored. So does what workbooks say that partners have already.
 *
 * @throws Refusal for what is not permitted.
 */
export function checkChanges(permitted: PermittedChanges, before: Round, intended: IntendedChanges): void {
  const { round, due: known } = before;
  const { due, otherEdition, options, areOut } = intended;
  if (known.getTime() !== due.getTime() && permitted.changeDue !== true) {
    throw new Refusal(
      'deadline.not-to-be-changed',
      (input) =>
        `Round ${round} has workbooks with the deadline ${describeUkTime(known)}; ${input('due')} would make it ${describeUkTime(due)}. Leave ${input('due')} out, or add ${input('changeDue')} to move it.`,
    );
  }
  if (otherEdition !== undefined && permitted.changeEdition !== true) {
    throw new Refusal(
      'edition.not-to-be-changed',
      (input) =>
        `${otherEdition}, by which every return of the round would be scored anew. Give what went out before, take another ${input('round')}, or add ${input('changeEdition')} to change it for the whole round.`,
    );
  }
  const { partner } = permitted;
  if (partner !== undefined && (otherEdition !== undefined || options.length > 0)) {
    const what = [...options.map(({ facts }) => facts.what), ...(otherEdition === undefined ? [] : ['wording'])];
    throw new Refusal(
      'round.changes-for-all',
      (input) =>
        `${input('partner')} ${partner.join(' ')} would change the ${what.join(' and ')} of the whole round ${round}, and the other partners would not get it. Leave ${input('partner')} out to change it for all, or leave out the options that change it.`,
    );
  }
  if (areOut) checkOptions(permitted, round, options);
}

function checkOptions(permitted: PermittedChanges, round: string, options: readonly OptionChange[]): void {
  const asked = options.flatMap(({ facts: { what, from, to } }) => {
    const flag = flags.get(what);
    // What is added contradicts nothing that partners have.
    return flag === undefined || from === null || permitted[flag] === true ? [] : [{ what, from, to, flag }];
  });
  if (asked.length === 0) return;
  throw new Refusal('round.not-to-be-changed', (input) => {
    const differences = asked.map(
      ({ what, from, to }) => `${what} ("${from}", now ${to === null ? 'none' : `"${to}"`})`,
    );
    return `Workbooks of round ${round} are with partners, and would differ from the new ones in their ${differences.join(' and ')}. Leave these options out, or add ${asked.map(({ flag }) => input(flag)).join(' and ')}; then send the new workbooks.`;
  });
}

/** By which option a change is permitted. The deadline is checked by itself. */
const flags: ReadonlyMap<string, Exclude<keyof PermittedChanges, 'partner'>> = new Map([
  ['return address', 'changeReturnTo'],
  ['marking', 'changeMarking'],
  ['earlier round', 'changePrevious'],
  ['branding', 'changeBranding'],
] as const);

/** How the instrument differs from that of the round, as the beginning of a sentence; undefined where it is the same. */
export async function otherEdition(
  register: Register,
  known: Round,
  instrument: Instrument,
): Promise<string | undefined> {
  const { round } = known;
  const wording = (await roundWording(register, known))?.fingerprint || fingerprint(instrument);
  const isSameEdition = known.edition === instrument.edition;
  if (isSameEdition && wording === fingerprint(instrument)) return undefined;
  const other = isSameEdition ? `another wording of edition ${known.edition}` : `edition ${instrument.edition}`;
  return `Round ${round} has workbooks of ${instrument.key}, edition ${known.edition}; what you give is ${other}`;
}
