import type { Tally } from '../../scoring/position.ts';

/** The median of the counted levels, not rounded. Undefined if nothing was counted. */
export function median({ levels }: Pick<Tally, 'levels'>): number | undefined {
  const sorted = [...levels].flatMap(([level, count]) => Array.from({ length: count }, () => level));
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
