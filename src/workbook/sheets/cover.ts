import type { Workbook } from 'exceljs';
import { addTable, completeSheet, protect, put } from '../../spreadsheet/worksheet.ts';
import { ukTimeInWords } from '../../time.ts';
import type { WorkbookContent } from '../content.ts';
import { coverCells, sheetNames } from '../layout.ts';
import { nameCell } from './names.ts';
import { startSheet } from './start.ts';

/** Who, which round, by when, where to, and how to fill the workbook in (practice T1). */
export async function writeCover(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { instrument, stamp, partner } = content;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.cover,
    title: 'Self-assessment workbook',
    note: `${partner.name}, round ${stamp.round}`,
    widths: [28, 100],
  });
  const headerRow = coverCells.partnerCode.row - 1;
  const details: readonly (readonly [string, string])[] = [
    ['Organisation code', partner.code],
    ['Organisation', partner.name],
    ...optional('Area', partner.areaName),
    ...optional('Region', partner.regionName),
    ['Self-assessment', instrument.title],
    ['About', instrument.strapline],
    ['Round', stamp.round],
    ['Return by', ukTimeInWords(content.due)],
    ['Return to', content.returnTo ?? 'Reply to the message that brought this workbook, with the workbook attached.'],
    ['Issued', ukTimeInWords(content.issued)],
    ['Instrument', `${instrument.publisher}, ${instrument.published}; edition ${instrument.edition}`],
    ['Workbook number', stamp.workbook],
  ];
  addTable(sheet, {
    name: 'about',
    row: headerRow,
    headings: ['About this workbook', 'Details'],
    rows: details.length,
  });
  details.forEach(([label, value], index) => {
    put(sheet, headerRow + 1 + index, 1, label, 'label');
    put(sheet, headerRow + 1 + index, 2, value, 'value');
  });
  nameCell(workbook, sheetNames.cover, coverCells.partnerCode);
  nameCell(workbook, sheetNames.cover, coverCells.partnerName);

  const stepsRow = headerRow + details.length + 2;
  const steps = stepsInWords(content);
  addTable(sheet, {
    name: 'steps',
    row: stepsRow,
    headings: ['Step', 'How to fill it in and return it'],
    rows: steps.length,
  });
  steps.forEach((step, index) => {
    put(sheet, stepsRow + 1 + index, 1, `Step ${index + 1}`, 'label');
    put(sheet, stepsRow + 1 + index, 2, step, 'value');
  });
  completeSheet(sheet);
  await protect(sheet);
}

function stepsInWords({ instrument, layout, returnTo, due }: WorkbookContent): readonly string[] {
  const [first, last] = [layout.items.at(0)?.name, layout.items.at(-1)?.name];
  const entries = layout.entries.map((sheet) => sheet.name);
  return [
    'Save this workbook under the name that it has. Read the Guide, and bring the partners together who commission and provide services with you.',
    `Answer every question on the sheets "${first}" to "${last}": choose a score from the list, and write what it rests on. Only the pale yellow cells can be filled in; the others are locked.`,
    'For every question that falls short, say what will be done, who leads, and by when. Where a question does not apply, choose that from the list and give the reason.',
    ...(entries.length === 0
      ? []
      : [`Fill in ${entries.map((name) => `"${name}"`).join(' and ')}, so that others see who took part.`]),
    `Look at the Scorecard: it counts and colours as you answer ${instrument.scorecard.views.map((view) => view.title.toLowerCase()).join(' and ')}. Then ${
      returnTo === undefined ? 'return' : `send`
    } the workbook as an Excel file${returnTo === undefined ? '' : ` to ${returnTo}`}, not as a PDF or a link, by ${ukTimeInWords(due)}.`,
  ];
}

const optional = (label: string, value: string | undefined): (readonly [string, string])[] =>
  value === undefined ? [] : [[label, value]];
