import type { Workbook } from 'exceljs';
import { shorthand } from '../shorthand.ts';
import { stateWord } from '../stateWord.ts';
import { tidyRows } from '../tidyData.ts';
import { type RollUpContent, writeTableSheet } from './content.ts';

/** Every answer, one to a row: what the other sheets count. */
export function writeData(workbook: Workbook, content: RollUpContent): void {
  writeTableSheet(workbook, content, {
    name: 'Data',
    title: 'Data: one row for each answer',
    note:
      content.rollUp.instrument.aboutPeople === true
        ? 'For commissioners only. Partners and free text are withheld, [c]; cases are numbered over all partners, and needs within each case, so that rows can be brought together.'
        : 'Partners who have returned, every question and field, blank and not applicable included. Codes are text.',
    table: 'data',
    columns: [
      { heading: 'Partner code', role: 'reference', width: 10 },
      { heading: 'Question', role: 'reference', width: 14 },
      { heading: 'Field', role: 'plain', width: 16 },
      { heading: 'Answer', role: 'plain', width: 60 },
      { heading: 'State', role: 'plain', width: 15 },
      { heading: 'Partner', role: 'plain', width: 34 },
      { heading: 'Region', role: 'plain', width: 24 },
      { heading: 'Section', role: 'plain', width: 40 },
    ],
    rows: tidyRows(content.rollUp).map(({ partner, question, field, answer, shown, section }) => [
      partner === undefined ? shorthand.withheld : partner.code,
      question,
      field.heading,
      shown,
      stateWord(answer),
      partner === undefined ? shorthand.withheld : partner.name,
      partner === undefined ? shorthand.withheld : (partner.regionName ?? shorthand.blank),
      section,
    ]),
  });
}
