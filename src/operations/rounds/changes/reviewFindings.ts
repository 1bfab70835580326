import type { Finding } from '../../../finding/index.ts';
import { reviewKey } from '../../../instrument/reviewInstrument.ts';
import type { Register } from '../../../register/tables/register.ts';
import type { RoundChangeKind } from '../../../rounds/changes/roundChange.ts';
import type { RoundKey } from '../../../rounds/changes/storedValue.ts';
import { roundsNamed } from '../../../rounds/round/roundStatus.ts';
import { uncountedFinding, uncountedReviews } from '../../../rounds/round/uncountedReviews.ts';
import type { MadeChange } from './makeChanges.ts';

/** After which a self-assessment may count no more. */
const deciding: readonly RoundChangeKind[] = ['successors', 'set aside', 'preferred', 'entered'];

/** The reviews of the partners of changes that do not count after them, and what helps. */
export async function reviewFindings(register: Register, changes: readonly MadeChange[]): Promise<readonly Finding[]> {
  const concerning = changes.filter(({ what }) => deciding.includes(what));
  const codes = new Set(concerning.map(({ partner }) => partner));
  const all: Finding[] = [];
  for (const name of new Set(concerning.map(({ round }) => round))) {
    const rounds = await roundsNamed(register, name);
    for (const key of rounds) {
      const round = reviewedIn(rounds, key);
      for (const review of await uncountedReviews(register, key)) {
        if (codes.has(review.partner.code)) all.push(uncountedFinding(review, round));
      }
    }
  }
  return all;
}

/** A round as commands about its reviews take it: with the instrument, if it has several besides the reviews. */
export function reviewedIn(rounds: readonly RoundKey[], { round, instrument }: RoundKey): string {
  const reviews = new Set(rounds.map((one) => reviewKey(one.instrument)));
  const others = rounds.filter((one) => one.instrument !== instrument && !reviews.has(one.instrument));
  return others.length === 0 ? round : `${round} --instrument ${instrument}`;
}
