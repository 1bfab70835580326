import { type RollUp, returnedOther } from './rollUp.ts';

/** Describes how many returns answer another edition or wording than the round has now, and how they are counted; undefined for none. */
export function otherEditions(rollUp: RollUp): string | undefined {
  const { edition } = rollUp.instrument;
  const others = returnedOther(rollUp);
  if (others.length === 0) return undefined;
  const [ofEdition, ofWording] = [true, false].map(
    (other) => others.filter(({ counting }) => (counting?.edition !== edition) === other).length,
  );
  const counts = [
    ...(ofEdition ? [`${ofEdition} of the returns answered another edition`] : []),
    ...(ofWording ? [`${ofWording} of the returns answered another wording of it`] : []),
  ];
  return `The round has edition ${edition} now; ${counts.join(', and ')}. Answers were matched by question; if the options of a scale have changed, levels were matched by the names of the options.`;
}
