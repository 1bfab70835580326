import type { Instrument } from '../instrument/model/schema.ts';
import { countedLevel, type ItemInContext, scoredScaleOf, scoreFieldOf } from '../instrument/model/traverse.ts';
import type { Answer } from '../response/response.ts';
import { scoredItems } from './scorecard.ts';

/** The level of the scorecard's scale that an item is to reach; undefined if none is set. */
export function targetOf({ scorecard }: Instrument, { section, item }: ItemInContext): number | undefined {
  const field = scoreFieldOf(section);
  if (item.target === undefined || field === undefined) return scorecard?.target;
  return countedLevel(field, item.target);
}

/** Whether any scored item has a target. */
export const hasTargets = (instrument: Instrument): boolean =>
  scoredItems(instrument).some((context) => targetOf(instrument, context) !== undefined);

/** How many steps of the scale an answer is below its target, 0 if it has reached it; undefined without one of the two. */
export function gapOf(instrument: Instrument, context: ItemInContext, answer: Answer): number | undefined {
  const target = targetOf(instrument, context);
  if (target === undefined || answer.state !== 'answered') return undefined;
  return Math.max(0, placeOf(instrument, target) - placeOf(instrument, Number(answer.value)));
}

/** The place of a level on the scorecard's scale, counted from 0 for the lowest. */
export const placeOf = (instrument: Instrument, level: number): number =>
  scoredScaleOf(instrument).options.findIndex((option) => option.level === level);
