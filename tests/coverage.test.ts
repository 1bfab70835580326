import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A file with logic is longer than this, in lines. */
const shortFile = 40;

/** Files without a test of the same path: the test that covers them, and why it is better than one of their own. */
const coveredBy: readonly { readonly test: string; readonly reason: string; readonly files: readonly string[] }[] = [
  {
    test: 'workbook/conditions.test.ts',
    reason: 'what is asked is seen in the cells, and by recalculation',
    files: ['workbook/calculations/asked.ts'],
  },
  {
    test: 'words/otherLanguage.test.ts',
    reason: 'words of all kinds are seen in workbooks of a language made up for the tests',
    files: ['workbook/calculations/states.ts', 'instrument/model/answerForms.ts'],
  },
  {
    test: 'operations/generateReviews.test.ts',
    reason: 'a review is seen from its workbook to the roll-up and the feedback',
    files: ['rollup/figures/reviews.ts', 'rollup/sheets/reviews/reviews.ts', 'rounds/returns/loadReviews.ts'],
  },
  {
    test: 'rounds/returns/predecessors.test.ts',
    reason: 'the partner that another is compared with is seen in the workbook and in the roll-up',
    files: ['rounds/returns/lastRounds.ts', 'rollup/sheets/change/change.ts'],
  },
  {
    test: 'cli/commandLine.test.ts',
    reason: 'types and texts that every stage uses',
    files: ['finding/catalogue.ts', 'refusal.ts'],
  },
  {
    test: 'cli/commandLine.test.ts',
    reason: 'what commands share is seen in their output',
    files: [
      'cli/commands/define/show.ts',
      'cli/options/mailOptions.ts',
      'cli/output/importLines.ts',
      'cli/output/printDelivered.ts',
      'cli/output/everyPartner.ts',
      'cli/output/statusData.ts',
      'cli/output/statusLines.ts',
      'cli/run.ts',
      'cli/terminal/print.ts',
      'cli/terminal/progress.ts',
    ],
  },
  {
    test: 'cli/commandLine.test.ts',
    reason: 'commands read and save files by these',
    files: [
      'disk/files/folderAt.ts',
      'disk/read/readBranding.ts',
      'disk/read/readInstrument.ts',
      'disk/save/saveData.ts',
      'disk/save/saveWorkbookAt.ts',
    ],
  },
  {
    test: 'cli/commands/rounds/round.test.ts',
    reason: 'the commands of a round are seen in their output',
    files: [
      'cli/commands/round/status.ts',
      'cli/commands/rounds/changePartners.ts',
      'cli/commands/rounds/changeRound.ts',
      'cli/commands/rounds/updateRound.ts',
      'cli/commands/rounds/viewRounds.ts',
      'cli/output/roundLines.ts',
    ],
  },
  {
    test: 'operations/rounds/changes/changePartner.test.ts',
    reason: 'a correction meets the list of partners',
    files: ['rounds/issue/correctedPartners.ts'],
  },
  {
    test: 'operations/rounds/changes/undoChanges.test.ts',
    reason: 'changes of every kind are made and undone',
    files: [
      ...['operations/rounds/changes/makeChanges.ts', 'operations/rounds/changes/partnersInChange.ts'],
      ...['rounds/changes/makeChange.ts', 'rounds/changes/renameRound.ts', 'rounds/changes/roundChange.ts'],
      ...['rounds/changes/storedValue.ts', 'rounds/changes/undoChange.ts'],
    ],
  },
  {
    test: 'rounds/changes/loadChanges.test.ts',
    reason: 'values are what is left when changes are undone',
    files: ['rounds/changes/valueNow.ts'],
  },
  {
    test: 'operations/rounds/returns/correctAnswer.test.ts',
    reason: 'an answer is corrected, and everything that was decided is read by its status',
    files: ['rounds/returns/corrections.ts', 'rounds/round/decisions.ts'],
  },
  {
    test: 'operations/explainedWarnings.test.ts',
    reason: 'a partner explains a warning in its correction workbook, which comes back',
    files: ['workbook/read/readExplanations.ts'],
  },
  {
    test: 'cli/commands/register/decisions.test.ts',
    reason: 'the command is run, as a user runs it',
    files: ['cli/commands/register/enterPaper.ts'],
  },
  {
    test: 'operations/rounds/returns/mergeReturns.test.ts',
    reason: 'returns are put together as a workbook, which is entered, and the tracker asks for that',
    files: [
      'rounds/round/countingReturn.ts',
      'intake/compare/undecided.ts',
      'intake/entered/enterReturn.ts',
      'rounds/issue/rewriteWorkbook.ts',
    ],
  },
  {
    test: 'rounds/issue/issueWorkbooks.test.ts',
    reason: 'the type of what is issued',
    files: ['rounds/issue/issue.ts'],
  },
  {
    test: 'register/server/onServer/faults.test.ts',
    reason: 'a server is opened, and a register copied to it, on the way to faults',
    files: [
      ...['register/server/createOnServer.ts', 'register/server/openOnServer.ts', 'register/server/serverProblem.ts'],
      ...['register/copy/copyRegister.ts', 'register/copy/tableRows.ts', 'cli/commands/register/copyRegister.ts'],
      'cli/options/common.ts',
    ],
  },
  {
    test: 'cli/commands/register/register.test.ts',
    reason: 'what is stored is loaded again, and a damaged register is checked whole',
    files: [
      ...['intake/integrity/checkFiles.ts', 'intake/integrity/checkLog.ts', 'intake/integrity/checkReturns.ts'],
      ...['register/log/log.ts', 'register/log/logSubject.ts'],
      ...['register/rows/agreedScores.ts', 'register/rows/answerRows.ts'],
      'register/rows/pruneRefused.ts',
      'register/rows/seenMessages.ts',
      'register/rows/storedFindings.ts',
      'register/tables/schema.ts',
    ],
  },
  {
    test: 'cli/commands/round/send.test.ts',
    reason: 'messages are composed and sent whole',
    files: [
      'letters/mailServer.ts',
      'letters/outgoingMessage.ts',
      'letters/receiptLetters.ts',
      'letters/reminderLetters.ts',
      'letters/sendLetter.ts',
      'letters/workbookLetters.ts',
      'letters/wording/defaultWording.ts',
      'letters/wording/readWording.ts',
    ],
  },
  {
    test: 'cli/mailRound.test.ts',
    reason: 'a round is issued, returned and followed up',
    files: [
      'rounds/issue/issueDetails.ts',
      'rounds/issue/issueOne.ts',
      'rounds/issue/issuedFiles.ts',
      'rounds/issue/savePartners.ts',
      'rounds/issue/saveRound.ts',
      'rounds/progress/returnsToCorrect.ts',
      'rounds/progress/roundProgress.ts',
      'rounds/returns/loadReturns.ts',
      'rounds/returns/rescoreReturns.ts',
      'rounds/round/roundStatus.ts',
      'rounds/round/sentInstrument.ts',
    ],
  },
  {
    test: 'cli/mailRound.test.ts',
    reason: 'the command is run, as a user runs it',
    files: ['cli/commands/round/importReturns.ts', 'cli/commands/round/remind.ts', 'cli/options/mailboxOptions.ts'],
  },
  {
    test: 'cli/sharing.test.ts',
    reason: 'the command is run, as a user runs it',
    files: [
      'cli/commands/results/export.ts',
      'cli/commands/results/feedback.ts',
      'cli/commands/results/rollup.ts',
      'instrument/model/definitionJsonSchema.ts',
    ],
  },
  {
    test: 'golden/golden.test.ts',
    reason: 'the written workbook is read back, and its formulas are recalculated',
    files: [
      'workbook/calculations/requirementFormulas.ts',
      'workbook/checklist/checklistLines.ts',
      'workbook/checklist/checklistNeeded.ts',
      'workbook/checklist/checklistRows.ts',
      'workbook/checklist/checklistSheets.ts',
      'workbook/checklist/progress.ts',
      'workbook/checklist/collected.ts',
      'workbook/checklist/collectedEntries.ts',
      'workbook/checklist/openColumns.ts',
      'workbook/checklist/openEntries.ts',
      'workbook/checklist/sectionStatus.ts',
      'workbook/checklist/toDo.ts',
      'workbook/layout/content.ts',
      'workbook/layout/layout.ts',
      'workbook/layout/layoutOf.ts',
      'workbook/layout/locateCorrection.ts',
      'workbook/layout/scorecardSheets.ts',
      'workbook/layout/sectionSheets.ts',
      'workbook/parts/bands.ts',
      'workbook/parts/requiredMarks.ts',
      'workbook/planned/planned.ts',
      'workbook/planned/plannedGiven.ts',
      'workbook/planned/plannedItems.ts',
      'workbook/planned/plannedLines.ts',
      'workbook/planned/plannedLists.ts',
      'workbook/planned/plannedMarks.ts',
      'workbook/planned/plannedNames.ts',
      'workbook/scorecard/answerCells.ts',
      'workbook/scorecard/charts.ts',
      'workbook/scorecard/headline.ts',
      'workbook/scorecard/perspectiveChart.ts',
      'workbook/scorecard/scoredParts.ts',
      'workbook/scorecard/sinceLastRound.ts',
      'workbook/scorecard/weakest.ts',
      'workbook/sheets/contents.ts',
      'workbook/sheets/entries.ts',
      'workbook/sheets/references.ts',
      'workbook/sheets/resources.ts',
    ],
  },
  {
    test: 'instrument/check/checkInstrument.test.ts',
    reason: 'a definition is checked whole',
    files: [
      'instrument/model/branding.ts',
      'instrument/model/fieldKinds.ts',
      'instrument/model/namedPart.ts',
      'instrument/model/schema.ts',
      'instrument/model/traverse.ts',
    ],
  },
  {
    test: 'operations/correctReturns.test.ts',
    reason: 'workbooks to correct are made one by one, and saved',
    files: ['operations/workbooks/correctOne.ts', 'operations/workbooks/saveWorkbook.ts'],
  },
  {
    test: 'operations/sendWorkbooks.test.ts',
    reason: 'messages are drafted and saved',
    files: ['letters/issuedWorkbook.ts', 'operations/mail/mailRounds.ts', 'operations/mail/saveDraft.ts'],
  },
  {
    test: 'operations/remind.test.ts',
    reason: 'the limits of reminders are seen in who is reminded',
    files: ['operations/mail/reminderLimits.ts'],
  },
  {
    test: 'operations/definitions/startDefinition.test.ts',
    reason: 'the text is a definition when it is read',
    files: ['instrument/parse/startingDefinition.ts'],
  },
  {
    test: 'instrument/readDefinition.test.ts',
    reason: 'definitions in files are read whole',
    files: [
      'instrument/parse/describeType.ts',
      'instrument/parse/parseText.ts',
      'instrument/parse/wrongIndentation.ts',
    ],
  },
  {
    test: 'intake/compare/alikeOthers.test.ts',
    reason: 'a file is imported from its bytes to the register',
    files: ['intake/compare/rememberedDifferences.ts'],
  },
  {
    test: 'intake/importReturn.test.ts',
    reason: 'a file is imported from its bytes to the register',
    files: [
      'intake/compare/differences.ts',
      'intake/importAgain.ts',
      'intake/readReturn.ts',
      'intake/recordReturn.ts',
      'intake/storedReturn.ts',
      'workbook/read/changeFindings.ts',
    ],
  },
  {
    test: 'mail/mailbox/readMailbox.test.ts',
    reason: 'a server answers, or fails to',
    files: ['mail/mailbox/mailboxProblem.ts', 'mail/mailbox/patience.ts'],
  },
  {
    test: 'mail/unpackMail.test.ts',
    reason: 'messages are unpacked whole',
    files: [
      'mail/files/attachmentKind.ts',
      'mail/files/readOutlookMessage.ts',
      'mail/message/classifyMessage.ts',
      'mail/message/describeNotice.ts',
      'mail/message/parseMail.ts',
      'mail/message/readInternetMessage.ts',
    ],
  },
  {
    test: 'partners/parsePartnerList.test.ts',
    reason: 'lists are read whole',
    files: [
      'partners/list/checkHeadings.ts',
      'partners/list/chooseSource.ts',
      'partners/list/headings.ts',
      'partners/list/readList.ts',
      'partners/list/textSources.ts',
    ],
  },
  {
    test: 'partners/list/sheetSources.test.ts',
    reason: 'lists in workbooks are read whole',
    files: ['partners/list/checkCells.ts'],
  },
  {
    test: 'register/migrations/migrate.test.ts',
    reason: 'registers of earlier versions are migrated whole',
    files: [
      'register/migrations/addLogChain.ts',
      'register/migrations/backUpEarlier.ts',
      'register/migrations/createTables.ts',
    ],
  },
  {
    test: 'response/readAnswer.test.ts',
    reason: 'cells are read as answers',
    files: ['response/response.ts'],
  },
  {
    test: 'rollup/figures/fields/numbers.test.ts',
    reason: 'the sheet is planned from the same region',
    files: [
      'rollup/figures/fields/choices.ts',
      ...['choices', 'numbers'].map((file) => `rollup/sheets/questions/${file}.ts`),
    ],
  },
  {
    test: 'rollup/export/formats.test.ts',
    reason: 'exported files are read back',
    files: ['rollup/export/columns.ts', 'rollup/export/dictionary.ts', 'rollup/export/parquet.ts'],
  },
  {
    test: 'rollup/feedback/feedback.test.ts',
    reason: 'a feedback workbook is planned',
    files: ['choices', 'notes', 'overview', 'parts', 'questions', 'strengths', 'writeFeedbackWorkbook'].map(
      (file) => `rollup/feedback/${file}.ts`,
    ),
  },
  {
    test: 'rollup/feedback/ownCases.test.ts',
    reason: 'the pages of cases are planned',
    files: ['rollup/feedback/caseForms.ts'],
  },
  {
    test: 'rollup/load/byTerm.test.ts',
    reason: 'the roll-up by terms is planned',
    files: [
      'rollup/figures/terms/sideBySide.ts',
      'rollup/sheets/terms/byTerm.ts',
      'rollup/sheets/terms/byTermNotes.ts',
      'rollup/sheets/terms/sideBySide.ts',
      'rollup/writeByTerm.ts',
    ],
  },
  {
    test: 'rollup/load/importFindings.test.ts',
    reason: 'the workbook of findings is planned',
    files: [
      'rollup/sheets/findings/fileRows.ts',
      'rollup/sheets/findings/findingRows.ts',
      'rollup/writeImportFindings.ts',
    ],
  },
  {
    test: 'rollup/load/rollUp.test.ts',
    reason: 'a roll-up is planned',
    files: [
      'rollup/disclosure/showAnswers.ts',
      'rollup/figures/actions.ts',
      'rollup/figures/combinedScores.ts',
      'rollup/figures/evidence.ts',
      'rollup/figures/questions.ts',
      'rollup/figures/tidyData.ts',
      'rollup/sheets/actions.ts',
      'rollup/sheets/parts/combinedColumns.ts',
      'rollup/sheets/parts/dataPlan.ts',
      'rollup/sheets/parts/formulas.ts',
      'rollup/sheets/parts/levelChart.ts',
      'rollup/sheets/parts/questionColumns.ts',
      'rollup/sheets/parts/summaryTables.ts',
      'rollup/sheets/positions/positions.ts',
      'rollup/sheets/positions/answerMap.ts',
      'rollup/sheets/positions/heatMap.ts',
      'rollup/sheets/positions/response.ts',
      'rollup/sheets/positions/returns.ts',
      'rollup/sheets/positions/summaryRow.ts',
      'rollup/sheets/questions/areaQuestions.ts',
      'rollup/sheets/questions/areas.ts',
      'rollup/sheets/change/changeByPartner.ts',
      'rollup/sheets/change/changeCounts.ts',
      'rollup/sheets/change/changeByPart.ts',
      'rollup/sheets/questions/data.ts',
      'rollup/sheets/questions/priorities.ts',
      'rollup/sheets/questions/questions.ts',
      'rollup/sheets/questions/strengths.ts',
      'rollup/sheets/questions/weakestAreas.ts',
    ],
  },
  {
    test: 'rollup/sheets/board/boardSummary.test.ts',
    reason: 'the sheet is planned',
    files: [
      'rollup/sheets/board/boardCharts.ts',
      'rollup/sheets/board/changeRows.ts',
      'rollup/sheets/board/otherRows.ts',
      'rollup/sheets/board/responseRows.ts',
      'rollup/sheets/board/scoreRows.ts',
    ],
  },
  {
    test: 'rollup/load/tracker.test.ts',
    reason: 'the tracker is planned, and read back',
    files: ['rollup/sheets/tracker/trackerNotes.ts', 'rollup/sheets/tracker/trackerTable.ts', 'rollup/writeTracker.ts'],
  },
  {
    test: 'rollup/readTracker.test.ts',
    reason: 'a tracker is read whole, and refused with everything that is wrong in it',
    files: [
      'rollup/checkTracker.ts',
      'rollup/openTracker.ts',
      'rollup/sheets/tracker/asWritten.ts',
      'rollup/trackerRows.ts',
    ],
  },
  {
    test: 'operations/rounds/tracker/updateRound.test.ts',
    reason: 'what a tracker changes is seen in the round',
    files: [
      'operations/rounds/tracker/applyEdits.ts',
      'operations/rounds/tracker/compareWithPresent.ts',
      'operations/rounds/tracker/trackerEdits.ts',
    ],
  },
  {
    test: 'scoring/ownRules.test.ts',
    reason: 'positions follow from counts, weights, statements and cut-offs together',
    files: ['scoring/bands.ts', 'scoring/tally.ts'],
  },
  {
    test: 'workbook/ownRules.test.ts',
    reason: 'formulas are compared with what scoring says',
    files: [
      'scoring/thresholds.ts',
      'workbook/calculations/ruleCells.ts',
      'workbook/parts/figures.ts',
      'workbook/parts/positionFormulas.ts',
      'workbook/scorecard/figureFormula.ts',
      'workbook/scorecard/overallFormulas.ts',
    ],
  },
  {
    test: 'scoring/plans/actionPlan.test.ts',
    reason: 'the checklist of a row lists what its requirements lack',
    files: ['scoring/plans/plannedRows.ts'],
  },
  {
    test: 'scoring/plans/checklist.test.ts',
    reason: 'the checklist of a row lists what its requirements lack',
    files: ['scoring/plans/requirements.ts', 'scoring/plans/unmetRequirement.ts'],
  },
  {
    test: 'spreadsheet/charts/kinds.test.ts',
    reason: 'a chart of each kind is drawn',
    files: ['spreadsheet/charts/axes.ts', 'spreadsheet/charts/chart.ts', 'spreadsheet/charts/series.ts'],
  },
  {
    test: 'spreadsheet/drawings/sheetObjects.test.ts',
    reason: 'objects of a whole sheet are read',
    files: [
      'spreadsheet/drawings/readDrawing.ts',
      'spreadsheet/drawings/readMeasures.ts',
      'spreadsheet/drawings/readVml.ts',
      'spreadsheet/drawings/sheetMarks.ts',
    ],
  },
  {
    test: 'spreadsheet/read/attachments.test.ts',
    reason: 'files that contain others are opened',
    files: ['spreadsheet/compound/embeddedFile.ts', 'spreadsheet/compound/openCompound.ts'],
  },
  {
    test: 'spreadsheet/read/readPackage.test.ts',
    reason: 'a package is read whole',
    files: ['spreadsheet/model/rawWorkbook.ts', 'spreadsheet/read/readWorkbookPart.ts'],
  },
  {
    test: 'spreadsheet/write/everything.test.ts',
    reason: 'a sheet with everything that a plan can say is written',
    files: ['spreadsheet/repair/dataBars.ts', 'spreadsheet/repair/printing.ts'],
  },
  {
    test: 'spreadsheet/zip/readZip.test.ts',
    reason: 'archives are read whole',
    files: [
      'spreadsheet/zip/inflateEntry.ts',
      'spreadsheet/zip/limits.ts',
      'spreadsheet/zip/zip64.ts',
      'spreadsheet/zip/zipDirectory.ts',
    ],
  },
  {
    test: 'validity.test.ts',
    reason: 'a written workbook is read back and validated',
    files: [
      'spreadsheet/plan/sheetPlan.ts',
      'spreadsheet/repair/repairPackage.ts',
      'spreadsheet/style/cellStyle.ts',
      'spreadsheet/style/theme.ts',
      'spreadsheet/write/addCharts.ts',
      'spreadsheet/write/documentProperties.ts',
      'spreadsheet/write/exceljsSheet.ts',
      'spreadsheet/write/renderTemplate.ts',
    ],
  },
  {
    test: 'workbook/compare/changesSinceIssue.test.ts',
    reason: 'a return is compared with its issued workbook',
    files: ['workbook/compare/addedCells.ts', 'workbook/compare/compareSheet.ts', 'workbook/compare/objectFindings.ts'],
  },
  {
    test: 'workbook/read/readResponse.test.ts',
    reason: 'a filled-in workbook is read whole',
    files: [
      'workbook/layout/expectedSheet.ts',
      'workbook/read/answerGrid.ts',
      'workbook/read/checkPersonal.ts',
      'workbook/read/readStamp.ts',
      'workbook/read/unreadCells.ts',
    ],
  },
];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

const lengthOf = (path: string): number => readFileSync(path, 'utf8').trimEnd().split('\n').length;

const testOf = (file: string): string => `tests/${file.replace(/\.ts$/, '.test.ts')}`;

/** Source files that a test imports, itself or through others. */
function reachedFrom(test: string): ReadonlySet<string> {
  const reached = new Set([test]);
  for (const path of reached) {
    if (!existsSync(path)) continue;
    for (const [, named = ''] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
      reached.add(posix.join(posix.dirname(path), named));
  }
  return reached;
}

describe('tests that can be found', () => {
  const listed = coveredBy.flatMap(({ files }) => files);
  // The index has no logic: it names what the library exports.
  const isLogic = (file: string): boolean => file !== 'index.ts' && !file.startsWith('words/english/');
  const long = filesIn('src').filter((file) => isLogic(file) && lengthOf(`src/${file}`) > shortFile);

  test('every source file with logic has a test of the same path, or is listed with the one that covers it', () => {
    expect(long.length).toBeGreaterThan(200);
    expect(long.filter((file) => !existsSync(testOf(file)) && !listed.includes(file))).toEqual([]);
  });

  test('no file is listed that has a test of the same path, is short, or is gone', () => {
    expect(listed.filter((file) => existsSync(testOf(file)) || !long.includes(file))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test.each(coveredBy)('$test imports what it covers', ({ test: name, files }) => {
    const reached = reachedFrom(`tests/${name}`);
    expect(files.filter((file) => !reached.has(`src/${file}`))).toEqual([]);
  });

  test('no file of tests is longer than 600 lines', () => {
    const tooLong = filesIn('tests').filter((file) => file.endsWith('.test.ts') && lengthOf(`tests/${file}`) > 600);
    expect(tooLong).toEqual([]);
  });
});
