import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { Refusal } from '../../refusal.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { roundWording } from '../../rounds/round/roundWording.ts';
import { describeUkTime } from '../../time.ts';
import type { RoundChange } from './roundOptions.ts';

/** For whom a round is generated, and what may be changed of it. */
export interface PermittedChanges {
  readonly partner?: readonly string[];
  readonly changeDue?: boolean;
  readonly changeEdition?: boolean;
}

/**
 * What is changed of a round is changed for all its partners, and the deadline and the wording only when that is asked for:
 * they decide anew which returns are late, and how all are scored.
 *
 * @throws Refusal for what is not permitted.
 */
export function checkChanges(
  { changeDue, changeEdition, partner }: PermittedChanges,
  { round, due: known }: Round,
  due: Date,
  otherEdition: string | undefined,
  changes: readonly RoundChange[],
): void {
  const isMoved = known.getTime() !== due.getTime();
  if (partner !== undefined && isMoved) {
    throw new Refusal(
      'deadline.moves-for-all',
      (input) =>
        `${input('partner')} ${partner.join(' ')} with another ${input('due')} would move the deadline of the whole round ${round}, as a partner has no deadline of its own. Leave ${input('partner')} out to move it for all (with ${input('changeDue')}), or give the deadline of the round, ${describeUkTime(known)}. A return that comes after it is still accepted, marked as late, and counts where none came in time.`,
    );
  }
  if (isMoved && changeDue !== true) {
    throw new Refusal(
      'deadline.not-to-be-changed',
      (input) =>
        `Round ${round} has workbooks with the deadline ${describeUkTime(known)}; ${input('due')} would make it ${describeUkTime(due)}. Give the old deadline, or add ${input('changeDue')} to move it.`,
    );
  }
  if (otherEdition !== undefined && changeEdition !== true) {
    throw new Refusal(
      'edition.not-to-be-changed',
      (input) =>
        `${otherEdition}, by which every return of the round would be scored anew. Give what went out before, take another ${input('round')}, or add ${input('changeEdition')} to change it for the whole round.`,
    );
  }
  if (partner !== undefined && (otherEdition !== undefined || changes.length > 0)) {
    const what = [...changes.map(({ facts }) => facts.what), ...(otherEdition === undefined ? [] : ['wording'])];
    throw new Refusal(
      'round.changes-for-all',
      (input) =>
        `${input('partner')} ${partner.join(' ')} would change the ${what.join(' and ')} of the whole round ${round}, and the other partners would not get it. Leave ${input('partner')} out to change it for all, or leave out the options that change it.`,
    );
  }
}

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
