import { type Finding, finding } from '../../finding.ts';

/** A finding where what a part names is not among what is defined. */
export const unknownReference = (key: string, what: string, named: string, known: readonly string[]): Finding[] =>
  known.includes(named) ? [] : [finding('definition.unknown-reference', { key }, { what, named, known })];
