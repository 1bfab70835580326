import { type Finding, finding } from '../../finding/index.ts';

/** Gives a finding when a part names something that is not defined. */
export const unknownReference = (key: string, what: string, named: string, known: readonly string[]): Finding[] =>
  known.includes(named) ? [] : [finding('definition.unknown-reference', { key }, { what, named, known })];
