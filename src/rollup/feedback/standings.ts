import { type CombinedScore, combinedScores } from '../figures/combinedScores.ts';
import type { Feedback } from './feedback.ts';

/** The partner, or a group of partners, in the comparison. */
export interface Side {
  /** `You`, or the name of the group. */
  readonly who: string;
  /** The whole, then each part; undefined if they are suppressed. */
  readonly scores: readonly CombinedScore[] | undefined;
}

/** The partner, then the groups. */
export const sidesOf = ({ instrument, own, groups }: Feedback): readonly [Side, ...Side[]] => [
  { who: 'You', scores: combinedScores(instrument, [own]) },
  ...groups.map(({ label, figures }) => ({ who: label, scores: figures?.scores })),
];
