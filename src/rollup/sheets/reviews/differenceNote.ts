import type { ReviewedQuestion } from '../../figures/reviews.ts';

/** How to read the difference, and where not to. */
export const differenceNote = (questions: readonly ReviewedQuestion[]): string =>
  questions.some(({ change }) => change !== undefined)
    ? `${whichSign} Where the last column has words, the assessor saw another answer than the one that counts now.`
    : whichSign;

const whichSign = 'The difference is positive where the assessor is above the self-score.';
