import type { Anchor, Workbook, Worksheet } from 'exceljs';
import type { Branding } from '../../instrument/model/branding.ts';
import { readPicture } from '../../spreadsheet/style/picture.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { inputColourName } from '../../spreadsheet/style/theme.ts';
import { addTable, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import { describeUkTime } from '../../time.ts';
import { statusFormula } from '../checklist/checklist.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { coverCells, coverLabels, hasActionPlan, isScored, type Layout, sheetNames } from '../layout/layout.ts';
import { quotedText } from '../parts/bands.ts';
import { nameCell } from '../parts/names.ts';
import { startSheet } from '../parts/startSheet.ts';
import { guideSubjects } from './guide.ts';
import { sourceSubjects } from './source.ts';

/** Writes who, which round, by when, where to, and how to fill in the workbook (practice T1). */
export async function writeCover(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { instrument, stamp, partner, branding } = content;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.cover,
    title: titleFor(branding),
    ...(branding.strapline === undefined ? {} : { line: branding.strapline }),
    note: `${partner.name}, round ${stamp.round}`,
    widths,
    pages: 1,
  });
  placeLogo(workbook, sheet, branding);
  put(sheet, coverCells.status.row, coverCells.status.column, statusFormula(content), 'status');
  const headerRow = coverCells.partnerCode.row - 1;
  const details: readonly (readonly [string, string])[] = [
    [coverLabels.partnerCode, partner.code],
    [coverLabels.partnerName, partner.name],
    ...optional('Area', partner.areaName),
    ...optional('Region', partner.regionName),
    ['Self-assessment', instrument.title],
    ['About', instrument.strapline],
    [coverLabels.round, stamp.round],
    ...(content.workedExample === undefined ? returning(content) : []),
    ['Issued', describeUkTime(content.issued)],
    ['Instrument', `${instrument.publisher}, ${instrument.published}; edition ${instrument.edition}`],
    [coverLabels.workbook, stamp.workbook],
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
  const steps = content.workedExample === undefined ? describeSteps(content) : exampleSteps;
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
  writeContents(sheet, content, stepsRow + steps.length + 2);
  completeSheet(sheet);
  await protect(sheet);
}

/** In characters of the default font. */
const widths = [28, 126] as const;

/** Maximum size of the logo on the cover, in pixels: it is at the right, beside the title and the lines below it. */
const logoRoom = { width: 260, height: 76, margin: 6 } as const;

const pixelsPerCharacter = 7;
/** English Metric Units, in which drawings are measured, in a pixel (ECMA-376 part 1, 20.1.2.1). */
const unitsPerPixel = 9525;

const plainTitle = 'Self-assessment workbook';

/** The name of the body appears alone if both do not fit beside the logo. */
function titleFor({ name, logo }: Branding): string {
  if (name === undefined) return plainTitle;
  const combined = `${name}: ${plainTitle.toLowerCase()}`;
  const taken = logo === undefined ? 0 : (logoRoom.width + 2 * logoRoom.margin) / pixelsPerCharacter;
  return lineWidth(combined, 16) * 1.08 <= widths[0] + widths[1] - taken ? combined : name;
}

function placeLogo(workbook: Workbook, sheet: Worksheet, { logo }: Branding): void {
  const bytes = Buffer.from(logo?.picture ?? '', 'base64');
  const picture = readPicture(bytes);
  if (picture === undefined) return;
  const scale = Math.min(1, logoRoom.width / picture.width, logoRoom.height / picture.height);
  const [width, height] = [Math.max(1, picture.width * scale), Math.max(1, picture.height * scale)];
  const left = widths[1] * pixelsPerCharacter - logoRoom.margin - width;
  sheet.addImage(
    // exceljs declares a Buffer type of its own, but writes any bytes it is given.
    workbook.addImage({ base64: bytes.toString('base64'), extension: picture.kind }),
    {
      // exceljs has no other way to place a picture by units, and its types do not include this one.
      tl: {
        nativeCol: 1,
        nativeColOff: Math.round(left * unitsPerPixel),
        nativeRow: 0,
        nativeRowOff: logoRoom.margin * unitsPerPixel,
      } as Anchor,
      ext: { width, height },
      editAs: 'oneCell',
    },
  );
}

/** Lists every visible sheet, with a link to it. */
function writeContents(sheet: Worksheet, content: WorkbookContent, headerRow: number): void {
  const sheets = contentsOf(content);
  addTable(sheet, { name: 'contents', row: headerRow, headings: ['Sheet', 'What it contains'], rows: sheets.length });
  sheets.forEach(([name, about], index) => {
    const link = { formula: `HYPERLINK(${quotedText(`#'${name}'!A1`)},${quotedText(name)})`, result: name };
    put(sheet, headerRow + 1 + index, 1, link, 'link');
    put(sheet, headerRow + 1 + index, 2, about, 'value');
  });
}

/** Entry in the list of sheets, only in a workbook with corrections. */
export const correctionsEntry = [
  sheetNames.corrections,
  'What to put right in the workbook that you returned, with links to the cells.',
] as const;

/** The visible sheets besides the cover, each with its contents. */
export function contentsOf({
  instrument,
  layout,
  corrections,
}: WorkbookContent): readonly (readonly [name: string, about: string])[] {
  return [
    ...(corrections.length === 0 ? [] : [correctionsEntry]),
    [sheetNames.guide, guideSubjects(instrument)],
    [sheetNames.checklist, 'What is still open, with links to the cells.'],
    ...[...layout.items, ...layout.entries].map(({ name, section }) => [name, section.title] as const),
    ...(isScored(layout)
      ? [[sheetNames.scorecard, 'Positions, overall and by part, and the areas that need development.'] as const]
      : []),
    ...(hasActionPlan(layout) ? [[sheetNames.actionPlan, 'What will be done, by whom and by when.'] as const] : []),
    ...layout.references.map(({ name, reference }) => [name, reference.title] as const),
    ...(instrument.resources.length === 0
      ? []
      : [[sheetNames.resources, instrument.resources.map((list) => list.title).join(', ')] as const]),
    ...(instrument.sourceNote.length === 0 ? [] : [[sheetNames.source, sourceSubjects] as const]),
  ];
}

const returning = ({ due, returnTo }: WorkbookContent): readonly (readonly [string, string])[] => [
  ['Return by', describeUkTime(due)],
  ['Return to', returnTo ?? 'Reply to the message with which you received this workbook, and attach the workbook.'],
];

const exampleSteps: readonly string[] = [
  'Read the Guide, which first explains the worked example.',
  'Look at the sheets to see how to fill them in.',
  'Then fill in the workbook that was sent to your own organisation. Do not return this one: it would be refused.',
];

function describeSteps({ layout, returnTo, due }: WorkbookContent): readonly string[] {
  const [first, last] = [layout.items.at(0)?.name, layout.items.at(-1)?.name];
  const questions = first === last ? `the sheet "${first}"` : `the sheets "${first}" to "${last}"`;
  const entries = layout.entries.map((sheet) => sheet.name);
  const open = `Only the ${inputColourName} cells can be filled in; the others are locked.`;
  return [
    'Keep the file name when you save this workbook. Read the Guide, and bring together the partners who commission and provide services with you.',
    ...(first === undefined
      ? []
      : [
          `Answer every question on ${questions}: choose an answer from the list, and give your evidence. ${open}`,
          'For a question that falls short, say what will be done, who leads, and by when; leave the action blank if none is needed. If a question does not apply, choose that answer where the list offers it, and give the reason.',
        ]),
    ...(entries.length === 0
      ? []
      : [`Fill in ${entries.map((name) => `"${name}"`).join(' and ')}.${first === undefined ? ` ${open}` : ''}`]),
    `Look at the Checklist for what is still open${fillThemselvesIn(layout)}. Then ${
      returnTo === undefined ? 'return' : `send`
    } the workbook as an Excel file${returnTo === undefined ? '' : ` to ${returnTo}`}, not as a PDF or a link, by ${describeUkTime(due)}.`,
  ];
}

/** The sheets that are filled in by formulas. */
function fillThemselvesIn(layout: Layout): string {
  const sheets = [...(isScored(layout) ? ['Scorecard'] : []), ...(hasActionPlan(layout) ? ['Action plan'] : [])];
  if (sheets.length === 0) return '';
  const fill = sheets.length === 1 ? 'updates' : 'update';
  return `, and at the ${sheets.join(' and the ')}, which ${fill} as you answer`;
}

const optional = (label: string, value: string | undefined): (readonly [string, string])[] =>
  value === undefined ? [] : [[label, value]];
