import type { Tally } from '../../scoring/position.ts';

/** The median of the counted levels, not rounded. Undefined if nothing was counted. */
export function median({ levels }: Pick<Tally, 'levels'>): number | undefined {
  const counts = [...levels];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  /** The level at a place among all answers in order, counted from 1. */
  const levelAt = (place: number): number | undefined => {
    let passed = 0;
    return counts.find(([, count]) => {
      passed += count;
      return passed >= place;
    })?.[0];
  };
  if (all === 0) return undefined;
  const [below, above] = [levelAt(Math.ceil(all / 2)), levelAt(Math.floor(all / 2) + 1)];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
