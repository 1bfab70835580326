import type { Tally } from '../../scoring/position.ts';

/** The middle level of those counted; half levels are shown as such (practice G5). Undefined when nothing was counted. */
export function median({ levels }: Pick<Tally, 'levels'>): number | undefined {
  const sorted = [...levels].flatMap(([level, count]) => Array.from({ length: count }, () => level));
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
