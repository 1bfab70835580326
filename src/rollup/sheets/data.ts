import type { Workbook } from 'exceljs';
import type { Answer } from '../../response/response.ts';
import { completeSheet, writeTable } from '../../spreadsheet/worksheet.ts';
import { shorthand, shown } from '../shorthand.ts';
import { tidyRows } from '../tidyData.ts';
import { headerRow, type RollUpContent, startSheet } from './content.ts';

const stateWords: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  blank: 'Blank',
  'not-applicable': 'Not applicable',
  unreadable: 'Could not be read',
};

/** Every answer, one to a row: what the other sheets count. */
export function writeData(workbook: Workbook, content: RollUpContent): void {
  const sheet = startSheet(workbook, content, {
    name: 'Data',
    title: 'Data: one row for each answer',
    note: 'Partners who have returned, every question and field, blank and not applicable included. Codes are text.',
    widths: [10, 14, 16, 60, 15, 34, 24, 40],
  });
  writeTable(
    sheet,
    'data',
    headerRow,
    [
      { heading: 'Partner code', role: 'reference' },
      { heading: 'Question', role: 'reference' },
      { heading: 'Field', role: 'plain' },
      { heading: 'Answer', role: 'plain' },
      { heading: 'State', role: 'plain' },
      { heading: 'Partner', role: 'plain' },
      { heading: 'Region', role: 'plain' },
      { heading: 'Section', role: 'plain' },
    ],
    tidyRows(content.rollUp).map(({ partner, question, field, answer, section }) => [
      partner.code,
      question,
      field,
      shown(answer),
      stateWords[answer.state],
      partner.name,
      partner.regionName ?? shorthand.blank,
      section,
    ]),
  );
  completeSheet(sheet);
}
