import ExcelJS from 'exceljs';
import { finishWorkbook, unpressed } from '../spreadsheet/finish.ts';
import { printable } from '../spreadsheet/worksheet.ts';
import { asksForActions } from './actions.ts';
import { countQuestions } from './questions.ts';
import type { RollUp } from './rollUp.ts';
import { writeActions } from './sheets/actions.ts';
import type { RollUpContent } from './sheets/content.ts';
import { writeData } from './sheets/data.ts';
import { writeHeatMap } from './sheets/heatMap.ts';
import { writeNotes } from './sheets/notes.ts';
import { writePriorities } from './sheets/priorities.ts';
import { writeQuestions } from './sheets/questions.ts';
import { writeReturns } from './sheets/returns.ts';
import { writeWeakestAreas } from './sheets/weakestAreas.ts';

/**
 * The roll-up workbook as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made When it is made: stands on the notes sheet and in the document's properties.
 */
export async function writeRollUp(rollUp: RollUp, made: Date): Promise<Uint8Array> {
  const { instrument, round } = rollUp;
  const content: RollUpContent = {
    rollUp,
    made,
    marking: round.marking,
    footer: `${round.instrument}, round ${round.round}`,
    anonymous: rollUp.anonymous,
  };
  const workbook = new ExcelJS.Workbook();
  workbook.title = printable(`Roll-up of round ${round.round}: ${instrument.title}`);
  workbook.subject = 'Self-assessed, not validated';
  workbook.creator = 'Scorebook';
  workbook.lastModifiedBy = 'Scorebook';
  workbook.created = made;
  workbook.modified = made;
  writeNotes(workbook, content);
  writeReturns(workbook, content);
  if (instrument.priorities !== undefined) writePriorities(workbook, content, instrument.priorities);
  if (instrument.scorecard !== undefined) {
    const questions = countQuestions(rollUp);
    writeHeatMap(workbook, content);
    writeQuestions(workbook, content, questions);
    writeWeakestAreas(workbook, content, questions);
  }
  if (asksForActions(instrument)) writeActions(workbook, content);
  writeData(workbook, content);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer(unpressed)), {
    properties: new Map([
      ['Scorebook kind', 'roll-up'],
      ['Scorebook instrument', instrument.key],
      ['Scorebook round', round.round],
    ]),
    language: instrument.language,
    lockStructure: false,
  });
}
