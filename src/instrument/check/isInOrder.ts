/** Whether levels only rise or only fall, so that the first is the worst and the last the best. */
export function isInOrder(levels: readonly number[]): boolean {
  const moves = (sign: 1 | -1): boolean =>
    levels.every((level, index) => index === 0 || sign * (level - (levels[index - 1] ?? level)) > 0);
  return moves(1) || moves(-1);
}
