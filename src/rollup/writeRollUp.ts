import type { SheetPlan, WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import { ukDay } from '../time.ts';
import { checkAnonymity } from './disclosure/anonymous.ts';
import { refuseIdentifying } from './disclosure/identifying.ts';
import { asksForActions } from './figures/actions.ts';
import { type ChangeSince, changeSince } from './figures/change.ts';
import { asksForEvidence, type CitedEvidence, citedEvidence } from './figures/evidence.ts';
import { countQuestions, type QuestionCounts } from './figures/questions.ts';
import { type Trend, trendOf } from './figures/trend.ts';
import type { Grouping } from './load/groups.ts';
import type { RollUp } from './load/rollUp.ts';
import { footerOf, rollUpBook } from './rollUpBook.ts';
import { actionsSheet } from './sheets/actions.ts';
import { boardSheet } from './sheets/board/boardSummary.ts';
import { changeSheets } from './sheets/change/change.ts';
import { trendSheet } from './sheets/change/trend.ts';
import { evidenceSheet } from './sheets/evidence.ts';
import { notesSheet } from './sheets/notes.ts';
import type { RollUpContent } from './sheets/parts/content.ts';
import { type DataLimits, dataLimits, planData } from './sheets/parts/dataPlan.ts';
import { answerMapSheet } from './sheets/positions/answerMap.ts';
import { byGroupSheets } from './sheets/positions/byGroup.ts';
import { heatMapSheet } from './sheets/positions/heatMap.ts';
import { positionsSheet } from './sheets/positions/positions.ts';
import { responseSheet } from './sheets/positions/response.ts';
import { returnsSheet } from './sheets/positions/returns.ts';
import { summarySheet } from './sheets/positions/summary.ts';
import { areaSheets } from './sheets/questions/areas.ts';
import { changedFactsSheet, showsChangedFacts } from './sheets/questions/changedFacts.ts';
import { choicesSheet, showsChoices } from './sheets/questions/choices.ts';
import { dataSheet } from './sheets/questions/data.ts';
import { gapsSheets } from './sheets/questions/gaps.ts';
import { numbersSheet, showsNumbers } from './sheets/questions/numbers.ts';
import { prioritiesSheet } from './sheets/questions/priorities.ts';
import { questionsSheet } from './sheets/questions/questions.ts';
import { strengthsSheet } from './sheets/questions/strengths.ts';
import { weakestAreasSheet } from './sheets/questions/weakestAreas.ts';
import { reviewSheets } from './sheets/reviews/reviews.ts';

export interface RollUpOptions {
  /** The grouping by which partners are compared; regions if absent. */
  readonly by?: Grouping;
  /** Actions due before this day, `YYYY-MM-DD`, are overdue; the day of `made` if absent. */
  readonly overdueAt?: string;
  /** The name of a region, if the roll-up does not cover all partners of the round. */
  readonly scope?: string;
  /** Without filter buttons and frozen panes, which published spreadsheets should not have. */
  readonly forPublication?: boolean;
  /** Excel's limits if absent. */
  readonly limits?: DataLimits;
}

/**
 * Writes the roll-up workbook. Returns the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made The time shown on the sheet Notes and in the document's properties.
 * @throws Refusal for an anonymous roll-up that `anonymise` did not make, or with a comparison of groups.
 */
export async function writeRollUp(rollUp: RollUp, made: Date, options: RollUpOptions = {}): Promise<Uint8Array> {
  return renderWorkbook(rollUpPlan(rollUp, made, options));
}

/**
 * The same workbook as data.
 *
 * @throws Refusal for an anonymous roll-up that `anonymise` did not make, or with a comparison of groups.
 */
export function rollUpPlan(rollUp: RollUp, made: Date, options: RollUpOptions = {}): WorkbookPlan {
  checkAnonymity(rollUp);
  if (rollUp.anonymous === true) refuseIdentifying({ by: options.by !== undefined });
  const { instrument, round } = rollUp;
  const { by = 'region', overdueAt = ukDay(made), scope, forPublication, limits = dataLimits } = options;
  const content: RollUpContent = {
    rollUp,
    made,
    by,
    overdueAt,
    scope,
    data: planData(rollUp, limits),
    limits,
    marking: round.marking,
    footer: footerOf(round, scope),
    anonymous: rollUp.anonymous,
    forPublication: forPublication === true ? true : undefined,
  };
  const questions = instrument.scorecard && countQuestions(rollUp);
  const change = instrument.scorecard && rollUp.previous && changeSince(rollUp);
  const trend = change && trendOf(rollUp);
  const figures = sheetsOfFigures(content, questions, change, trend);
  const board = boardSheet(content, questions, change, trend);
  const notes = notesSheet(content, change, trend);
  return rollUpBook(
    content,
    'What all partners answered, side by side: positions, questions, actions and evidence, with the data.',
    board,
    notes,
    figures,
  );
}

/** All sheets after Notes. */
function sheetsOfFigures(
  content: RollUpContent,
  questions: readonly QuestionCounts[] | undefined,
  change: ChangeSince | undefined,
  trend: Trend | undefined,
): readonly SheetPlan[] {
  const { rollUp } = content;
  const { instrument } = rollUp;
  const { scorecard, priorities } = instrument;
  const evidence = asksForEvidence(instrument) ? citedEvidence(rollUp) : undefined;
  const sheets = [
    scorecard && [positionsSheet(content, scorecard.rule), summarySheet(content), ...byGroupSheets(content)],
    scorecard && heatMapSheet(content),
    questions && answerMapSheet(content, questions),
    responseSheet(content),
    returnsSheet(content),
    priorities && [prioritiesSheet(content, priorities), ...gapsSheets(content, priorities)],
    questions && sheetsOfQuestions(content, questions, evidence ?? []),
    showsChoices(rollUp) ? choicesSheet(content) : undefined,
    showsNumbers(rollUp) ? numbersSheet(content) : undefined,
    showsChangedFacts(rollUp) ? changedFactsSheet(content) : undefined,
    trend && trendSheet(content, trend),
    change && changeSheets(content, change),
    asksForActions(instrument) ? actionsSheet(content) : undefined,
    evidence && evidenceSheet(content, evidence),
    dataSheet(content),
  ];
  return sheets.flatMap((sheet) => sheet ?? []);
}

function sheetsOfQuestions(
  content: RollUpContent,
  questions: readonly QuestionCounts[],
  evidence: Iterable<CitedEvidence>,
): readonly SheetPlan[] {
  return [
    questionsSheet(content, questions),
    weakestAreasSheet(content, questions),
    strengthsSheet(content, questions, evidence),
    ...areaSheets(content),
    ...reviewSheets(content),
  ];
}
