import { counted } from '../../finding/wording/quote.ts';
import type { Instrument } from './schema.ts';
import { itemsOf } from './traverse.ts';

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

export const describeCounts = ({ sections, questions, references }: Counts): string =>
  `${counted(sections, 'section')}, ${counted(questions, 'question')}, ${counted(references, 'table')} for reference`;
