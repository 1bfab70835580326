import type { Scale } from '../../instrument/model/schema.ts';
import { isChosenByLabel } from '../../instrument/model/traverse.ts';
import type { Answer } from '../../response/response.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';

/**
 * How much better an answer is than the middle of others, in levels, whichever way the numbers of the scale run; undefined
 * if either is missing.
 */
export function aheadOf(scale: Scale, score: Answer, median: number | undefined): number | undefined {
  if (score.state !== 'answered' || median === undefined) return undefined;
  const rises = (scale.options.at(0)?.level ?? 0) < (scale.options.at(-1)?.level ?? 0);
  return (Number(score.value) - median) * (rises ? 1 : -1);
}

export const comparisonWord = (ahead: number): string => (ahead === 0 ? 'Same' : ahead > 0 ? 'Stronger' : 'Weaker');

/** The middle of the answers of others: a number, or the label of the level if people choose by labels. */
export function showMedian(scale: Scale, median: number): Content {
  if (!isChosenByLabel(scale)) return median;
  return scale.options.find(({ level }) => level === median)?.label ?? 'As many of each';
}
