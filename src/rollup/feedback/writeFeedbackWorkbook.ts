import type { SheetPlan, WorkbookPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../spreadsheet/write/renderWorkbook.ts';
import type { SheetMarks } from '../sheets/parts/content.ts';
import { answersSheets } from './answers.ts';
import { choicesSheets } from './choices.ts';
import type { Feedback } from './feedback.ts';
import { feedbackMarks, feedbackWorkbook } from './feedbackWorkbook.ts';
import { feedbackNotesSheet } from './notes.ts';
import { numbersSheets } from './numbers.ts';
import { overviewSheet } from './overview.ts';
import { feedbackPartsSheet } from './parts.ts';
import { feedbackQuestionsSheet } from './questions.ts';
import { secondOpinionSheets } from './secondOpinion.ts';
import { strengthsSheets } from './strengths.ts';

/**
 * The feedback workbook of one partner as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made The time shown on the sheet Notes and in the document's properties.
 */
export const writeFeedbackWorkbook = (feedback: Feedback, made: Date): Promise<Uint8Array> =>
  renderWorkbook(feedbackPlan(feedback, made));

/** The same workbook as data. */
export function feedbackPlan(feedback: Feedback, made: Date): WorkbookPlan {
  const { instrument, round, own } = feedback;
  const marks = feedbackMarks(feedback);
  return feedbackWorkbook(feedback, made, {
    title: `Feedback of round ${round.round} for ${own.partner.name}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    description: `How ${own.partner.name} answered, compared with all partners.`,
    sheets: [
      ...(instrument.scorecard === undefined ? [] : scoreSheets(marks, feedback)),
      ...answersSheets(marks, feedback),
      ...numbersSheets(marks, feedback),
      ...choicesSheets(marks, feedback),
      ...secondOpinionSheets(marks, feedback),
      feedbackNotesSheet(marks, feedback, made),
    ],
  });
}

/** What only an instrument with scores can have. */
const scoreSheets = (marks: SheetMarks, feedback: Feedback): readonly SheetPlan[] => [
  overviewSheet(marks, feedback),
  ...strengthsSheets(marks, feedback),
  feedbackPartsSheet(marks, feedback),
  feedbackQuestionsSheet(marks, feedback),
];
