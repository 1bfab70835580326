import { createHash } from 'node:crypto';
import type { Instrument } from '../../instrument/model/schema.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { alikeInRound, type Likeness } from '../../intake/compare/alikeOthers.ts';
import { type Undecided, undecidedIn } from '../../intake/compare/undecided.ts';
import type { Register } from '../../register/tables/register.ts';
import { type NextStep, nextStep } from '../../rounds/progress/nextStep.ts';
import { type PartnerProgress, roundProgress } from '../../rounds/progress/roundProgress.ts';
import { sendingMethodOf } from '../../rounds/progress/sendingMethod.ts';
import { type DepartedStatus, dueOf, type Round, wholeStatus } from '../../rounds/round/roundStatus.ts';
import { type UncountedReview, uncountedReviews } from '../../rounds/round/uncountedReviews.ts';

/** The progress of a round: sent workbooks, returns, and the next step for each partner. */
export interface Tracker {
  readonly round: Round;
  readonly instrument: Instrument;
  /** Recognises the register that it comes from. */
  readonly register: string;
  /** The owner of the register, where the user who asks sees some regions of it only and cannot have it read back. */
  readonly owner?: string;
  /** By region and then by name. */
  readonly partners: readonly TrackedPartner[];
  /** Those that left the round. */
  readonly departed: readonly DepartedStatus[];
  /** The reviews that do not count; none if none were written. */
  readonly uncounted: readonly UncountedReview[];
}

export type TrackedPartner = PartnerProgress &
  NextStep & {
    /** The other partners whose counting returns have the same answers as this one's. It is never shown to a partner. */
    readonly alike: readonly Likeness[];
    /** Two of its returns about which the analyst has to decide. */
    readonly undecided?: Undecided;
  };

/** Recognises a register, without its key. */
export const registerMark = (sealKey: Uint8Array): string =>
  createHash('sha256').update('tracker').update(sealKey).digest('hex').slice(0, 16);

export async function loadTracker(
  register: Register,
  { round, instrument }: Pick<Tracker, 'round' | 'instrument'>,
  now: Date,
): Promise<Tracker> {
  const { takingPart, departed } = await wholeStatus(register, round);
  const partners = await roundProgress(register, round, instrument, takingPart);
  const sendingMethod = isReview(instrument) ? 'by hand' : sendingMethodOf(partners);
  const counting = new Set(partners.map((partner) => partner.counting?.id));
  const alike = await alikeInRound(register, round, (id) => counting.has(id));
  const undecided = await undecidedIn(register, instrument, partners);
  const uncounted = await uncountedReviews(register, {
    round: round.round,
    instrument: instrument.reviews ?? instrument.key,
  });
  const inVain = new Set(isReview(instrument) ? uncounted.map(({ partner }) => partner.code) : []);
  return {
    ...{ round, instrument, departed, uncounted, register: registerMark(register.sealKey) },
    ...(register.limits === undefined ? {} : { owner: register.limits.owner }),
    partners: partners.map((partner) => ({
      ...partner,
      ...((inVain.has(partner.partner.code) ? uncountedStep : undefined) ??
        decisionStep(undecided.get(partner.partner.code)) ??
        nextStep(partner, { due: dueOf(round, partner), closes: round.closes, now, sendingMethod })),
      alike: alike.get(partner.counting?.id ?? -1) ?? [],
    })),
  };
}

/** Nobody has to do anything about a review that does not count. */
const uncountedStep: NextStep = { step: 'None: the review does not count', isAnalystsTurn: false };

/** Before anything is asked of a partner, it is to be clear which return is meant. */
function decisionStep(
  undecided: Undecided | undefined,
): Pick<TrackedPartner, 'undecided' | keyof NextStep> | undefined {
  if (undecided === undefined) return undefined;
  const steps = {
    halves: 'Decide: two returns may be halves of one',
    contradiction: 'Decide: two returns contradict each other',
  } as const;
  return { undecided, step: steps[undecided.doubt], isAnalystsTurn: true };
}
