/**
 * The library's public surface: one operation for each command, and the parts of instruments, workbooks and responses.
 * Operations take and give values and bytes; functions that read and write files of this machine come from disk/. Clock and
 * terminal belong to the program that uses the library.
 */
export { folderAt, workbooksAt } from './disk/files/folderAt.ts';
export { writeNewFileAt, writeNewText, writeUnlessThere } from './disk/files/newFile.ts';
export { writeFileWhole, writePiecesWhole } from './disk/files/writeFile.ts';
export { readBranding } from './disk/read/readBranding.ts';
export { readInstrument, readInstrumentFile } from './disk/read/readInstrument.ts';
export { partnerLists, readPartnerList } from './disk/read/readPartnerList.ts';
export { readWordings } from './disk/read/readWordings.ts';
export { returnFiles } from './disk/read/returnFiles.ts';
export { type DataRules, dataPlaces, type SavedData, saveData } from './disk/save/saveData.ts';
export { saveExample } from './disk/save/saveExample.ts';
export { saveFeedback } from './disk/save/saveFeedback.ts';
export { saveFindings } from './disk/save/saveFindings.ts';
export { type RollUpPlaces, type SavedRollUp, saveRollUps } from './disk/save/saveRollUps.ts';
export { assertOverwritable, saveWorkbookAt, type WorkbookKind } from './disk/save/saveWorkbookAt.ts';
export { type RegisterUse, withRegisterAt } from './disk/withRegisterAt.ts';
export type {
  Facts,
  FactsOf,
  Finding,
  FindingCode,
  FindingOf,
  Place,
  QuotedAnswer,
  RecordedFinding,
  Severity,
} from './finding/index.ts';
export { FindingsError, findingLine, placeText } from './finding/index.ts';
export { defineInstrument, parseInstrument } from './instrument/defineInstrument.ts';
export { instrumentNamed } from './instrument/instrumentNamed.ts';
export type { Branding } from './instrument/model/branding.ts';
export type { Counts } from './instrument/model/countParts.ts';
export { definitionJsonSchema } from './instrument/model/definitionJsonSchema.ts';
export { fingerprint } from './instrument/model/fingerprint.ts';
export {
  type Activity,
  type Field,
  type Instrument,
  type Item,
  type ItemsSection,
  instrumentSchema,
  type PositionRule,
  type Scale,
  type Section,
  type View,
} from './instrument/model/schema.ts';
export type { ItemInContext } from './instrument/model/traverse.ts';
export type { DataPath } from './instrument/parse/dataPath.ts';
export type { WrittenValue } from './instrument/parse/parseAgainst.ts';
export { readDefinition } from './instrument/readDefinition.ts';
export type { Likeness } from './intake/compare/alikeOthers.ts';
export type { Doubt } from './intake/compare/diffReturns.ts';
export type { Undecided } from './intake/compare/undecided.ts';
export type { ImportedFile, NoReturn } from './intake/files/importFiles.ts';
export { type FindingsOfImport, findingsOfImport, type ImportRecord } from './intake/files/importRecord.ts';
export type { MailboxInUse } from './intake/files/mailboxFiles.ts';
export type { FileOrigin } from './intake/files/received.ts';
export type { FileToImport, Pieces } from './intake/files/receivedFiles.ts';
export type { HandIdentity } from './intake/identify.ts';
export type { AcceptedReturn, Imported, ImportNotes, KnownReturn, RefusedReturn } from './intake/imported.ts';
export type { PlacedReturn } from './intake/placeInRound.ts';
export type { ScoredReturn } from './intake/scoreReturn.ts';
export type { NamedPartner, StoredReturn } from './intake/storedReturn.ts';
export type { WorkbookFolder } from './letters/issuedWorkbook.ts';
export { type MailServer, mailServer } from './letters/mailServer.ts';
export { defaultWording } from './letters/wording/defaultWording.ts';
export { readWording } from './letters/wording/readWording.ts';
export type { Wording, WordingPart, Wordings } from './letters/wording/wordingParts.ts';
export { type MailboxAddress, mailboxAddress } from './mail/mailbox/mailboxAddress.ts';
export type { ServerAddress } from './mail/mailbox/serverAddress.ts';
export { type Agreed, agreeScores } from './operations/agreeScores.ts';
export { type CorrectedReturns, type CorrectionRequest, correctReturns } from './operations/correctReturns.ts';
export { type CheckedDefinition, checkDefinition } from './operations/definitions/checkDefinition.ts';
export { outlineInstrument } from './operations/definitions/outlineInstrument.ts';
export type { OutlineLine } from './operations/definitions/outlineLine.ts';
export { startDefinition } from './operations/definitions/startDefinition.ts';
export { writeExample } from './operations/definitions/writeExample.ts';
export { type DataToSave, type Exported, type ExportRequest, exportData } from './operations/exportData.ts';
export {
  type GeneratedReviews,
  generateReviews,
  type ReviewFile,
  type ReviewRequest,
} from './operations/generateReviews.ts';
export {
  checkGenerateRequest,
  type GeneratedWorkbooks,
  type GenerateRequest,
  generateWorkbooks,
} from './operations/generateWorkbooks.ts';
export { type ImportedReturns, type ImportRequest, importReturns } from './operations/importReturns.ts';
export type { RollUpData } from './operations/largeRollUp.ts';
export type { Delivered, DeliveredMessage, MessagePreview } from './operations/mail/deliverMessages.ts';
export type { MailRequest, Posting } from './operations/mail/mailRequest.ts';
export type { GivenLimits } from './operations/mail/rememberMail.ts';
export { countQueue } from './operations/queue/countQueue.ts';
export { queueFindings } from './operations/queue/queueFindings.ts';
export { type QueuedReturns, type QueueRequest, queueReturns } from './operations/queue/queueReturns.ts';
export { type QueueWork, type WorkRequest, workQueue } from './operations/queue/workQueue.ts';
export { backUpRegister } from './operations/register/backUpRegister.ts';
export { checkRegister } from './operations/register/checkRegister.ts';
export {
  getReturn,
  type SavedAttachment,
  type SavedAttachments,
  type StoredFile,
  saveAttachments,
} from './operations/register/getReturn.ts';
export {
  type GrantedRegion,
  type GrantRequest,
  grantRegion,
  listGrants,
  revokeRegions,
} from './operations/register/grantRegions.ts';
export { type DecisionInRound, listDecisions } from './operations/register/listDecisions.ts';
export { pruneRegister } from './operations/register/pruneRegister.ts';
export {
  type Reminded,
  type ReminderFolders,
  type RemindRequest,
  remind,
  type Waiting,
} from './operations/remind.ts';
export { reportStatus, type StatusReport } from './operations/reportStatus.ts';
export { type RolledUp, type RollUpRequest, type RollUpWorkbook, rollUp } from './operations/rollUp.ts';
export {
  type RolledUpByVocabulary,
  rollUpByVocabulary,
  type VocabularyRequest,
} from './operations/rollUpByVocabulary.ts';
export { changePartner, type PartnerDetailsRequest } from './operations/rounds/changes/changePartner.ts';
export { type CloseRequest, closeRound, reopenRound } from './operations/rounds/changes/closeRound.ts';
export { type DeletedRound, type DeleteRequest, deleteRound } from './operations/rounds/changes/deleteRound.ts';
export { type ExtendRequest, extendDeadline } from './operations/rounds/changes/extendDeadline.ts';
export { listRounds, type RoundState, type RoundSummary } from './operations/rounds/changes/listRounds.ts';
export type {
  ChangeRequest,
  MadeChange,
  MadeChanges,
  PartnerChangeRequest,
} from './operations/rounds/changes/makeChanges.ts';
export { type MergeRequest, mergePartner } from './operations/rounds/changes/mergePartner.ts';
export { recordSent, type SentRequest } from './operations/rounds/changes/recordSent.ts';
export { type RenameRequest, renameRound } from './operations/rounds/changes/renameRound.ts';
export { type ShownRound, showRound } from './operations/rounds/changes/showRound.ts';
export { type UndoneChanges, undoChanges } from './operations/rounds/changes/undoChanges.ts';
export { bringBackPartner, withdrawPartner } from './operations/rounds/changes/withdrawPartner.ts';
export type { OperationContext, Watcher } from './operations/rounds/operationContext.ts';
export { type CorrectAnswerRequest, correctAnswer } from './operations/rounds/returns/correctAnswer.ts';
export {
  acceptDoubts,
  type DecisionRequest,
  preferReturn,
  setReturnsAside,
} from './operations/rounds/returns/decideReturns.ts';
export { type EnteredPaper, type EnterPaperRequest, enterPaper } from './operations/rounds/returns/enterPaper.ts';
export { type MergeReturnsRequest, mergeReturns } from './operations/rounds/returns/mergeReturns.ts';
export type { WantedScope } from './operations/rounds/rollUpScopes.ts';
export type { PermittedChanges } from './operations/rounds/roundChanges.ts';
export type { GivenOptions, RoundOptions } from './operations/rounds/roundOptions.ts';
export type { RoundRequest } from './operations/rounds/roundsInUse.ts';
export type { NamedList } from './operations/rounds/roundToGenerate.ts';
export { type UpdatedRound, type UpdateRequest, updateRound } from './operations/rounds/tracker/updateRound.ts';
export { sendWorkbooks, type WorkbooksIn } from './operations/sendWorkbooks.ts';
export type { CorrectedPartner } from './operations/workbooks/correctOne.ts';
export type { Folder } from './operations/workbooks/folder.ts';
export type { GeneratedFile } from './operations/workbooks/issueAndSave.ts';
export type { SaveOutcome } from './operations/workbooks/saveWorkbook.ts';
export {
  type FeedbackRequest,
  type FeedbackToSave,
  type SavedFeedback,
  type WrittenFeedback,
  writeFeedback,
} from './operations/writeFeedback.ts';
export {
  type FindingsPlaces,
  type FindingsRequest,
  filesWithFindings,
  type WrittenFindings,
  writeFindings,
} from './operations/writeFindings.ts';
export { writeReceipts } from './operations/writeReceipts.ts';
export type { ListCell, ListNumber } from './partners/list/listSource.ts';
export type { ListedCell } from './partners/list/readList.ts';
export { type PartnerColumn, type PartnerList, parsePartnerList } from './partners/parsePartnerList.ts';
export type { Partner } from './partners/partner.ts';
export { type InputName, Refusal, type RefusalCode } from './refusal.ts';
export type { RegionGrant } from './register/grants/regionGrants.ts';
export { openRegister } from './register/openRegister.ts';
export type { WaitingCounts } from './register/queue/openQueue.ts';
export type { RecordedScores } from './register/rows/agreedScores.ts';
export type { Message, MessageKey } from './register/rows/messages.ts';
export type { RefusedFile } from './register/rows/pruneRefused.ts';
export type { Correspondent, ReceivedMessage } from './register/rows/receivedMessage.ts';
export type { ReturnedFile } from './register/rows/returnedFile.ts';
export type { ReturnSender } from './register/rows/returnSenders.ts';
export type { Access } from './register/tables/access.ts';
export type { Migrated, Register } from './register/tables/register.ts';
export type { GrantedWork } from './register/tables/userLimits.ts';
export {
  type Answer,
  type Answers,
  type EntryAnswers,
  emptyResponse,
  type LastFigures,
  type Response,
} from './response/response.ts';
export type { ExportFormatName } from './rollup/export/formats.ts';
export type { DataFile } from './rollup/export/partitions.ts';
export type { Grouping } from './rollup/load/groups.ts';
export type { ImportedFile as FileWithFindings, ImportedReturn } from './rollup/load/importFindings.ts';
export type { TrackedPartner, Tracker } from './rollup/load/tracker.ts';
export { writeTracker } from './rollup/writeTracker.ts';
export type { Departure } from './rounds/changes/departures.ts';
export { describeAuthor, describeChange } from './rounds/changes/describeChange.ts';
export type {
  ChangedValue,
  ChangedValues,
  ChangeUndone,
  RoundChange,
  RoundChangeKind,
} from './rounds/changes/roundChange.ts';
export type { NextStep } from './rounds/progress/nextStep.ts';
export type { PartnerProgress } from './rounds/progress/roundProgress.ts';
export type { AnswerChange } from './rounds/returns/shownAnswers.ts';
export type { Countable, Timeliness } from './rounds/round/countingReturn.ts';
export type { Decided, Decision } from './rounds/round/decisions.ts';
export type { DepartedStatus, PartnerStatus, ReturnSummary, Round } from './rounds/round/roundStatus.ts';
export type { UncountedReview } from './rounds/round/uncountedReviews.ts';
export { type Band, bandName as bandWords } from './scoring/bands.ts';
export type { PartnerFacts } from './scoring/conditions/askedBy.ts';
export type { Checklist } from './scoring/plans/checklist.ts';
export type { GivenFacts } from './scoring/plans/givenFacts.ts';
export type { LastAnswer, LastRound } from './scoring/plans/lastRound.ts';
export { bandOf, type Statements, type Tally, type WeightedSum } from './scoring/position.ts';
export {
  type DevelopmentArea,
  type PartScore,
  type PartScores,
  type Scorecard,
  scorecardOf,
  type ViewScore,
} from './scoring/scorecard.ts';
export type { TypicalPosition } from './scoring/typicalAnswers.ts';
export type { RawWorkbook } from './spreadsheet/model/rawWorkbook.ts';
export { readPackage } from './spreadsheet/read/readPackage.ts';
export type { ReadLimits } from './spreadsheet/zip/limits.ts';
export { checkFit } from './workbook/layout/checkFit.ts';
export type { IssueDetails, PartnerDetails } from './workbook/layout/content.ts';
export { isSealed, type SealedStamp, type Stamp, sealStamp } from './workbook/layout/stamp.ts';
export { type ReadResponse, readResponse } from './workbook/read/readResponse.ts';
export { type ReadStamp, readStamp } from './workbook/read/readStamp.ts';
export { writeWorkbook } from './workbook/writeWorkbook.ts';
