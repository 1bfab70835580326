import { type Finding, finding } from '../../../finding/index.ts';
import { reviewKey } from '../../../instrument/reviewInstrument.ts';
import type { Register } from '../../../register/tables/register.ts';
import { roundStatus, roundsNamed } from '../../../rounds/round/roundStatus.ts';
import { reviewedIn } from '../changes/reviewFindings.ts';
import { type Decidable, decidable, statusOf } from './decidable.ts';

/** The return that counts of a partner; undefined if none does. */
export interface CountingNow extends Decidable {
  readonly counting: number | undefined;
}

/**
 * What counts of the partners of these returns.
 *
 * @throws Refusal for a number that no return has, and for a return that was refused.
 */
export async function countingNow(register: Register, ids: readonly number[]): Promise<readonly CountingNow[]> {
  const partners = new Map<string, CountingNow>();
  for (const id of ids) {
    const { key, partner } = await decidable(register, id);
    const counting = (await statusOf(register, key, partner))?.counting?.id;
    partners.set(JSON.stringify([key, partner]), { key, partner, counting });
  }
  return [...partners.values()];
}

/** The reviews that are compared with another return than before. */
export async function otherwiseCompared(
  register: Register,
  before: readonly CountingNow[],
): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for (const { key, partner: code, counting } of before) {
    const now = (await statusOf(register, key, code))?.counting?.id;
    if (counting === undefined || now === undefined || now === counting) continue;
    const rounds = await roundsNamed(register, key.round);
    const reviews = rounds.find(({ instrument }) => instrument === reviewKey(key.instrument));
    const statuses = reviews === undefined ? [] : await roundStatus(register, reviews);
    const reviewed = statuses.find(({ partner }) => partner.code === code);
    if (reviewed === undefined) continue;
    const facts = { code, partner: reviewed.partner.name, round: reviewedIn(rounds, key), before: counting, now };
    all.push(finding('round.review-of-other-return', { key: code }, facts));
  }
  return all;
}
