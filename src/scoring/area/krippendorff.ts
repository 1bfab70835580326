/** The squared difference of two values, given how often each value occurs among those that can be paired. */
export type SquaredDifference = (one: number, other: number, counts: ReadonlyMap<number, number>) => number;

/**
 * Krippendorff's alpha: 1 if all raters agree, 0 if they agree no more than by chance (Hayes and Krippendorff 2007).
 *
 * @param units For each thing rated, the values given by its raters, in any order.
 * @returns undefined when it cannot be calculated: nothing was rated twice, or all values that can be paired are equal.
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  squaredDifference: SquaredDifference = ordinalDifference,
): number | undefined {
  const pairable = units.filter((values) => values.length > 1);
  const counts = countsOf(pairable.flat());
  const total = sum([...counts.values()]);
  const differenceIn = (values: ReadonlyMap<number, number>): number =>
    sum(
      [...values].flatMap(([one, times]) =>
        [...values].map(([other, otherTimes]) =>
          one === other ? 0 : times * otherTimes * squaredDifference(one, other, counts),
        ),
      ),
    );
  const expected = differenceIn(counts) / (total - 1);
  if (pairable.length === 0 || expected === 0) return undefined;
  const observed = sum(pairable.map((values) => differenceIn(countsOf(values)) / (values.length - 1)));
  return 1 - observed / expected;
}

/** Between ranks: all values from one to the other count, the two at the ends by half. */
function ordinalDifference(one: number, other: number, counts: ReadonlyMap<number, number>): number {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const between = [...counts].filter(([value]) => value >= low && value <= high).map(([, count]) => count);
  return (sum(between) - ((counts.get(one) ?? 0) + (counts.get(other) ?? 0)) / 2) ** 2;
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
