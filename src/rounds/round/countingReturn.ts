/** Whether a return came after the deadline. A return at the exact deadline is in time. */
export const isLate = (received: Date, due: Date): boolean => received > due;

/** The last return before the deadline is the one that counts; where all were late, the last of them. */
export function countingReturn<T extends { readonly late: boolean }>(returns: readonly T[]): T | undefined {
  return returns.findLast((candidate) => !candidate.late) ?? returns.at(-1);
}
