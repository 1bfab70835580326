import type { Instrument } from '../instrument/model/schema.ts';
import { viewsOf } from '../instrument/model/traverse.ts';
import { type Part, partsOf } from './scorecard.ts';

/** The parts of a scorecard of which every question may be left blank, each once. */
export function optionalParts(instrument: Instrument): readonly Part[] {
  const parts = viewsOf(instrument).flatMap((view) => partsOf(instrument, view));
  return parts
    .filter(({ items }) => items.length > 0 && items.every(({ item }) => item.optional === true))
    .filter(({ title }, index, all) => all.findIndex((other) => other.title === title) === index);
}
