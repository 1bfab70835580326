import type { Instrument } from '../../instrument/model/schema.ts';
import { itemsOf } from '../../instrument/model/traverse.ts';

export interface Counts {
  readonly sections: number;
  readonly questions: number;
  /** Tables for reference. */
  readonly references: number;
}

export const countParts = (instrument: Instrument): Counts => ({
  sections: instrument.sections.length,
  questions: itemsOf(instrument).length,
  references: instrument.references?.length ?? 0,
});
