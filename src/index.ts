/** The library's public surface. It takes and gives values and bytes; files, clock and terminal belong to the command. */
export {
  type Finding,
  type FindingCode,
  type FindingOf,
  FindingsError,
  findingLine,
  type Place,
  placeText,
  type RecordedFinding,
} from './finding/index.ts';
export { defineInstrument, parseInstrument } from './instrument/defineInstrument.ts';
export { definitionJsonSchema } from './instrument/model/definitionJsonSchema.ts';
export { fingerprint } from './instrument/model/fingerprint.ts';
export { type Instrument, instrumentSchema } from './instrument/model/schema.ts';
export { readDefinition } from './instrument/readDefinition.ts';
export type { Imported } from './intake/imported.ts';
export { importReturn } from './intake/importReturn.ts';
export { parsePartnerList } from './partners/parsePartnerList.ts';
export type { Partner } from './partners/partner.ts';
export { openRegister } from './register/openRegister.ts';
export type { Register } from './register/tables/register.ts';
export { type Answer, emptyResponse, type Response } from './response/response.ts';
export { anonymise } from './rollup/disclosure/anonymous.ts';
export { type ExportFormat, exportFormats } from './rollup/export/formats.ts';
export { type Feedback, feedbackOf } from './rollup/feedback/feedback.ts';
export { writeFeedbackWorkbook } from './rollup/feedback/writeFeedbackWorkbook.ts';
export { eachTidyRow, type TidyRow } from './rollup/figures/tidyData.ts';
export { loadRollUp, type RollUp } from './rollup/load/rollUp.ts';
export { writeRollUp } from './rollup/writeRollUp.ts';
export type { IssuedWorkbook } from './rounds/issue/issue.ts';
export { issueWorkbooks } from './rounds/issue/issueWorkbooks.ts';
export { type PartnerStatus, type Round, roundStatus, roundsNamed } from './rounds/round/roundStatus.ts';
export { type Band, bandNames as bandWords, bandOf, type Tally } from './scoring/position.ts';
export { type Scorecard, scorecardOf } from './scoring/scorecard.ts';
export { readPackage } from './spreadsheet/read/readPackage.ts';
export type { ReadLimits } from './spreadsheet/zip/limits.ts';
export { checkFit } from './workbook/layout/checkFit.ts';
export type { IssueDetails } from './workbook/layout/content.ts';
export { isSealed, type SealedStamp, type Stamp, sealStamp } from './workbook/layout/stamp.ts';
export { readResponse } from './workbook/read/readResponse.ts';
export { readStamp } from './workbook/read/readStamp.ts';
export { writeWorkbook } from './workbook/writeWorkbook.ts';
