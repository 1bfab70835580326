import type { WorkbookPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../spreadsheet/write/renderWorkbook.ts';
import type { Feedback } from './feedback.ts';
import { feedbackNotesSheet } from './notes.ts';
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
  const marks = { marking: round.marking, footer: `${own.partner.code}: ${round.instrument}, round ${round.round}` };
  return {
    title: `Feedback of round ${round.round} for ${own.partner.name}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    description: `How ${own.partner.name} answered, compared with all partners.`,
    keywords: [instrument.key, `round ${round.round}`, own.partner.code],
    category: 'Feedback',
    at: made,
    language: instrument.language,
    properties: new Map([
      ['Scorebook kind', 'feedback'],
      ['Scorebook instrument', instrument.key],
      ['Scorebook round', round.round],
      ['Scorebook partner', own.partner.code],
    ]),
    sheets: [
      overviewSheet(marks, feedback),
      ...strengthsSheets(marks, feedback),
      feedbackPartsSheet(marks, feedback),
      feedbackQuestionsSheet(marks, feedback),
      ...secondOpinionSheets(marks, feedback),
      feedbackNotesSheet(marks, feedback, made),
    ],
    lockStructure: false,
    calculateOnOpening: false,
  };
}
