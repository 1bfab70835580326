import type { Instrument } from '../src/instrument/schema.ts';
import { pctSelfAssessment } from './pct-self-assessment.ts';

/** Every instrument that the command knows, one line for each edition. */
export const instruments: readonly Instrument[] = [pctSelfAssessment];
