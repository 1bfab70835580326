/** Everything that can be wrong, as data: the door of the stage. */
export { type FactsOf, type FindingCode, findingCodes } from './catalogue.ts';
export type { QuotedAnswer } from './catalogues/answer.ts';
export { type Finding, type FindingOf, finding, hasErrors, type RecordedFinding, reworded } from './finding.ts';
export { alikeLine, findingLine, findingLines } from './findingLine.ts';
export { FindingsError } from './findingsError.ts';
export { type Place, placeText } from './place.ts';
export type { Facts, Severity } from './wording/entry.ts';
