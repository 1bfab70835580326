import type { PositionRule } from '../instrument/model/schema.ts';

/** The position of a part, from worst to best, or that it has none. */
export type Band = 'red' | 'amber' | 'green' | 'not-scored';

/** The word in a cell beside a band's colour: colour is never the only carrier of meaning (practice A17, A44). */
export const bandNames: Readonly<Record<Band, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  'not-scored': 'Not scored',
};

/** How the items of a part were answered. The counts are of items. */
export interface Tally {
  /** By level, for every level of the scale, from the lowest to the highest. */
  readonly levels: ReadonlyMap<number, number>;
  readonly notApplicable: number;
  readonly unanswered: number;
}

export const answeredOf = (tally: Tally): number => [...tally.levels.values()].reduce((sum, count) => sum + count, 0);
export const applicableOf = (tally: Tally): number => answeredOf(tally) + tally.unanswered;

/** The share of applicable items that are answered, 0 to 1; undefined if no item is applicable. */
export function coverageOf(tally: Tally): number | undefined {
  const applicable = applicableOf(tally);
  return applicable === 0 ? undefined : answeredOf(tally) / applicable;
}

/** The rule of DESIGN "Positions and bands"; the workbook's formulas compute the same. */
export function bandOf(tally: Tally, rule: PositionRule): Band {
  const answered = answeredOf(tally);
  const coverage = coverageOf(tally);
  if (coverage === undefined || answered === 0 || coverage < rule.minimumCoverage) return 'not-scored';
  const counts = [...tally.levels.values()];
  const lowest = counts.at(0) ?? 0;
  const highest = counts.at(-1) ?? 0;
  if (lowest / answered >= rule.redFromLowestShare) return 'red';
  if (highest / answered > rule.greenAboveHighestShare && lowest <= (rule.greenLowestCount ?? lowest)) return 'green';
  return 'amber';
}
