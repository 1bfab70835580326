import type { Instrument } from '../instrument/schema.ts';
import { itemsOf } from '../instrument/traverse.ts';

export interface Counts {
  readonly sections: number;
  readonly questions: number;
  /** Tables for reference. */
  readonly references: number;
}

export const countsOf = (instrument: Instrument): Counts => ({
  sections: instrument.sections.length,
  questions: itemsOf(instrument).length,
  references: instrument.references?.length ?? 0,
});
