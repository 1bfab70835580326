import type { FigureRule, PositionRule, ShareRule } from '../instrument/model/schema.ts';
import { type Band, hasFigure, notScored } from './bands.ts';

/** How the items of a part were answered. The counts are of items. */
export interface Tally {
  /** By level, for every level of the scale, from the lowest to the highest. */
  readonly levels: ReadonlyMap<number, number>;
  readonly notApplicable: number;
  readonly unanswered: number;
  /** Present if the rule weighs items. */
  readonly weighted?: WeightedSum;
  /** Present if items are statements under levels: by level, those that apply. */
  readonly statements?: ReadonlyMap<number, Statements>;
}

/** Sums over answered items, in thousandths of a weight: whole numbers, so that all programs add them up alike. */
export interface WeightedSum {
  readonly weight: number;
  /** Of weight times level. */
  readonly levels: number;
}

export interface Statements {
  readonly asked: number;
  readonly met: number;
}

export const answeredOf = (tally: Tally): number => [...tally.levels.values()].reduce((sum, count) => sum + count, 0);
export const applicableOf = (tally: Tally): number => answeredOf(tally) + tally.unanswered;

/** The share of applicable items that are answered, 0 to 1; undefined if no item is applicable. */
export function coverageOf(tally: Tally): number | undefined {
  const applicable = applicableOf(tally);
  return applicable === 0 ? undefined : answeredOf(tally) / applicable;
}

/** The rule of DESIGN "Positions and bands", or the instrument's own; the workbook's formulas compute the same. */
export function bandOf(tally: Tally, rule: PositionRule): Band {
  const answered = answeredOf(tally);
  const coverage = coverageOf(tally);
  if (coverage === undefined || answered === 0 || coverage < rule.minimumCoverage) return notScored;
  return hasFigure(rule) ? bandByFigure(tally, rule) : bandByShares(tally, rule);
}

function bandByShares(tally: Tally, rule: ShareRule): Band {
  const answered = answeredOf(tally);
  const counts = [...tally.levels.values()];
  const lowest = counts.at(0) ?? 0;
  const highest = counts.at(-1) ?? 0;
  if (lowest / answered >= rule.redFromLowestShare) return 'red';
  if (highest / answered > rule.greenAboveHighestShare && lowest <= (rule.greenLowestCount ?? lowest)) return 'green';
  return 'amber';
}

const bandByFigure = (tally: Tally, rule: FigureRule): Band =>
  bandAt(rule, figureOf(tally, rule) ?? 0, [...tally.levels.keys()]);

/**
 * The band of a figure.
 *
 * @param levels The levels of the scale, from the worst to the best.
 */
export function bandAt(rule: FigureRule, figure: number, levels: readonly number[]): Band {
  const isFalling = fallsWhenBetter(rule, levels);
  const reached = rule.bands.filter(({ from }) => (isFalling ? figure <= from : figure >= from));
  return reached.at(-1)?.title ?? notScored;
}

/** Whether a better answer makes the figure smaller: on a scale of which 1 is best. */
export const fallsWhenBetter = ({ by }: FigureRule, levels: readonly number[]): boolean =>
  (by === 'mean' || by === 'weighted-mean' || by === 'lowest') && (levels.at(0) ?? 0) > (levels.at(-1) ?? 0);

/**
 * The figure by which a rule gives positions; undefined if the rule has none, or nothing is answered. Each is one division of
 * whole numbers, so that all programs come to the same last digit.
 */
export function figureOf(tally: Tally, rule: PositionRule): number | undefined {
  if (answeredOf(tally) === 0 || !hasFigure(rule)) return undefined;
  // The record has the function for each rule.
  return figures[rule.by](tally);
}

const figures: Readonly<Record<FigureRule['by'], (tally: Tally) => number>> = {
  mean: (tally) => sumOfLevels(tally) / answeredOf(tally),
  'weighted-mean': ({ weighted = { weight: 1, levels: 0 } }) => weighted.levels / weighted.weight,
  percentage: (tally) => {
    const [levels, answered] = [[...tally.levels.keys()], answeredOf(tally)];
    const [lowest, highest] = [levels.at(0) ?? 0, levels.at(-1) ?? 0];
    return (sumOfLevels(tally) - answered * lowest) / (answered * (highest - lowest));
  },
  lowest: ({ levels }) => [...levels].find(([, count]) => count > 0)?.[0] ?? 0,
  'all-below-met': ({ statements = new Map() }) => levelReached(statements),
};

const sumOfLevels = ({ levels }: Tally): number => [...levels].reduce((sum, [level, count]) => sum + level * count, 0);

/** The level below the first of which not all statements are met, and as a fraction the share of its statements that are. */
function levelReached(statements: ReadonlyMap<number, Statements>): number {
  const asked = [...statements].filter(([, one]) => one.asked > 0).toSorted(([a], [b]) => a - b);
  const [level, unmet] = asked.find(([, one]) => one.met < one.asked) ?? [];
  if (level === undefined || unmet === undefined) return asked.at(-1)?.[0] ?? 0;
  return ((level - 1) * unmet.asked + unmet.met) / unmet.asked;
}
