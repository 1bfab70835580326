import type { Instrument } from '../../instrument/model/schema.ts';
import { alikeInRound, type Likeness } from '../../intake/compare/alikeOthers.ts';
import type { Register } from '../../register/tables/register.ts';
import { type NextStep, nextStep } from '../../rounds/progress/nextStep.ts';
import { type PartnerProgress, roundProgress } from '../../rounds/progress/roundProgress.ts';
import { sendingMethodOf } from '../../rounds/progress/sendingMethod.ts';
import { type DepartedStatus, dueOf, type Round, wholeStatus } from '../../rounds/round/roundStatus.ts';

/** The progress of a round: sent workbooks, returns, and the next step for each partner. */
export interface Tracker {
  readonly round: Round;
  readonly instrument: Instrument;
  /** By region and then by name. */
  readonly partners: readonly TrackedPartner[];
  /** Those that left the round. */
  readonly departed: readonly DepartedStatus[];
}

export type TrackedPartner = PartnerProgress &
  NextStep & {
    /** The other partners whose counting returns have the same answers as this one's. It is never shown to a partner. */
    readonly alike: readonly Likeness[];
  };

export async function loadTracker(
  register: Register,
  { round, instrument }: Pick<Tracker, 'round' | 'instrument'>,
  now: Date,
): Promise<Tracker> {
  const { takingPart, departed } = await wholeStatus(register, round);
  const partners = await roundProgress(register, round, instrument, takingPart);
  const sendingMethod = sendingMethodOf(partners);
  const counting = new Set(partners.map((partner) => partner.counting?.id));
  const alike = await alikeInRound(register, round, (id) => counting.has(id));
  return {
    ...{ round, instrument, departed },
    partners: partners.map((partner) => ({
      ...partner,
      ...nextStep(partner, { due: dueOf(round, partner), closes: round.closes, now, sendingMethod }),
      alike: alike.get(partner.counting?.id ?? -1) ?? [],
    })),
  };
}
