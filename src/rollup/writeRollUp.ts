import type { StackedBarChart } from '../spreadsheet/style/chart.ts';
import { finishWorkbook } from '../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../spreadsheet/write/newWorkbook.ts';
import { ukDay } from '../time.ts';
import { checkAnonymity } from './disclosure/anonymous.ts';
import { refuseIdentifying } from './disclosure/identifying.ts';
import { asksForActions } from './figures/actions.ts';
import { asksForEvidence, citedEvidence } from './figures/evidence.ts';
import { countQuestions } from './figures/questions.ts';
import type { Grouping } from './load/groups.ts';
import type { RollUp } from './load/rollUp.ts';
import { writeActions } from './sheets/actions.ts';
import { startContents } from './sheets/contents.ts';
import { writeEvidence } from './sheets/evidence.ts';
import { writeNotes } from './sheets/notes.ts';
import type { RollUpContent } from './sheets/parts/content.ts';
import { type DataLimits, dataLimits, planData } from './sheets/parts/dataPlan.ts';
import { writeAnswerMap } from './sheets/positions/answerMap.ts';
import { writeByGroup } from './sheets/positions/byGroup.ts';
import { writeHeatMap } from './sheets/positions/heatMap.ts';
import { writePositions } from './sheets/positions/positions.ts';
import { writeResponse } from './sheets/positions/response.ts';
import { writeReturns } from './sheets/positions/returns.ts';
import { writeSummary } from './sheets/positions/summary.ts';
import { writeAreas } from './sheets/questions/areas.ts';
import { writeChange } from './sheets/questions/change.ts';
import { writeData } from './sheets/questions/data.ts';
import { writePriorities } from './sheets/questions/priorities.ts';
import { writeQuestions } from './sheets/questions/questions.ts';
import { writeStrengths } from './sheets/questions/strengths.ts';
import { writeWeakestAreas } from './sheets/questions/weakestAreas.ts';

export interface RollUpOptions {
  /** The grouping by which partners are compared; regions if absent. */
  readonly by?: Grouping;
  /** Actions due before this day, `YYYY-MM-DD`, are overdue; the day of `made` if absent. */
  readonly overdueAt?: string;
  /** The name of a region, if the roll-up does not cover all partners of the round. */
  readonly scope?: string;
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
  checkAnonymity(rollUp);
  if (rollUp.anonymous === true) refuseIdentifying({ by: options.by !== undefined });
  const { instrument, round } = rollUp;
  const { by = 'region', overdueAt = ukDay(made), scope, limits = dataLimits } = options;
  const content: RollUpContent = {
    rollUp,
    made,
    by,
    overdueAt,
    scope,
    data: planData(rollUp, limits),
    limits,
    marking: round.marking,
    footer: `${round.instrument}, round ${round.round}${scope === undefined ? '' : `, ${scope}`}`,
    anonymous: rollUp.anonymous,
  };
  const workbook = await newWorkbook({
    title: `Roll-up of round ${round.round}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    at: made,
  });
  writeNotes(workbook, content);
  const completeContents = startContents(workbook, content);
  if (instrument.scorecard !== undefined) writePositions(workbook, content, instrument.scorecard.rule);
  writeResponse(workbook, content);
  writeReturns(workbook, content);
  if (instrument.priorities !== undefined) writePriorities(workbook, content, instrument.priorities);
  const evidence = asksForEvidence(instrument) ? citedEvidence(rollUp) : [];
  const charts: StackedBarChart[] = [];
  if (instrument.scorecard !== undefined) {
    const questions = countQuestions(rollUp);
    charts.push(...writeSummary(workbook, content), ...writeByGroup(workbook, content));
    writeHeatMap(workbook, content);
    writeAnswerMap(workbook, content, questions);
    writeQuestions(workbook, content, questions);
    writeWeakestAreas(workbook, content, questions);
    writeStrengths(workbook, content, questions, evidence);
    writeAreas(workbook, content);
    writeChange(workbook, content);
  }
  if (asksForActions(instrument)) writeActions(workbook, content);
  if (asksForEvidence(instrument)) writeEvidence(workbook, content, evidence);
  writeData(workbook, content);
  completeContents();
  return finishWorkbook(workbook, {
    properties: new Map([
      ['Scorebook kind', 'roll-up'],
      ['Scorebook instrument', instrument.key],
      ['Scorebook round', round.round],
    ]),
    language: instrument.language,
    lockStructure: false,
    charts,
  });
}
