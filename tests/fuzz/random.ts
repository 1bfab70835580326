/** Random figures that are the same for the same seed and turn. */
export interface Random {
  /** A whole number from 0 up to, not including, a bound. */
  below(bound: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
}

/** mulberry32, as in the sample returns. */
export function randomFrom(seed: number, turn: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: ([first, ...others]) => [first, ...others][below(others.length + 1)] ?? first };
}
