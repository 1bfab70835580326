import { finishWorkbook } from '../../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../../spreadsheet/write/newWorkbook.ts';
import type { Feedback } from './feedback.ts';
import { writeFeedbackNotes } from './notes.ts';
import { writeFeedbackQuestions } from './questions.ts';
import { writeStandings } from './standings.ts';

/**
 * The feedback workbook of one partner as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made The time shown on the sheet Notes and in the document's properties.
 */
export async function writeFeedbackWorkbook(feedback: Feedback, made: Date): Promise<Uint8Array> {
  const { instrument, round, own } = feedback;
  const marks = { marking: round.marking, footer: `${own.partner.code}: ${round.instrument}, round ${round.round}` };
  const workbook = await newWorkbook({
    title: `Feedback of round ${round.round} for ${own.partner.name}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    at: made,
  });
  writeFeedbackNotes(workbook, marks, feedback, made);
  const charts = writeStandings(workbook, marks, feedback);
  writeFeedbackQuestions(workbook, marks, feedback);
  return finishWorkbook(workbook, {
    properties: new Map([
      ['Scorebook kind', 'feedback'],
      ['Scorebook instrument', instrument.key],
      ['Scorebook round', round.round],
      ['Scorebook partner', own.partner.code],
    ]),
    language: instrument.language,
    lockStructure: false,
    charts,
  });
}
