import type { Branding } from '../../instrument/model/branding.ts';
import { cell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { Origin, PlannedCell, PlannedPicture, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { readPicture } from '../../spreadsheet/style/picture.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { inputColourName } from '../../spreadsheet/style/theme.ts';
import { describeUkTime } from '../../time.ts';
import { statusFormula } from '../checklist/checklist.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { coverCells, coverLabels, hasActionPlan, isScored, type Layout, sheetNames } from '../layout/layout.ts';
import { quotedText } from '../parts/bands.ts';
import { brandingOrigin, planSheetFor } from '../parts/planSheetFor.ts';
import { guideSubjects } from './guide.ts';
import { sourceSubjects } from './source.ts';

/** The sheet on who, which round, by when, where to, and how to fill in the workbook (practice T1). */
export function coverSheet(content: WorkbookContent): SheetPlan {
  const { instrument, stamp, partner, branding } = content;
  const headerRow = coverCells.partnerCode.row - 1;
  const details = detailsOf(content);
  const stepsRow = headerRow + details.length + 2;
  const steps = content.workedExample === undefined ? describeSteps(content) : exampleSteps;
  const { status } = coverCells;
  return planSheetFor(
    content,
    {
      name: sheetNames.cover,
      title: titleFor(branding),
      ...(branding.strapline === undefined ? {} : { line: branding.strapline }),
      note: `${partner.name}, round ${stamp.round}`,
      widths,
      pages: 1,
      picture: logoOf(branding),
      origins: { title: brandingOrigin(instrument, branding.name), note: 'partner' },
    },
    [
      { cells: [{ ...cell(status.row, status.column, statusFormula(content), 'status'), origin: 'answer' }] },
      tableHeadings({
        name: 'about',
        row: headerRow,
        headings: ['About this workbook', 'Details'],
        rows: details.length,
      }),
      {
        cells: details.flatMap(({ label, value, origin, name }, index): readonly PlannedCell[] => [
          cell(headerRow + 1 + index, 1, label, 'label'),
          {
            ...cell(headerRow + 1 + index, 2, value, 'value'),
            origin,
            ...(name === undefined ? {} : { name }),
          },
        ]),
      },
      tableHeadings({
        name: 'steps',
        row: stepsRow,
        headings: ['Step', 'How to fill it in and return it'],
        rows: steps.length,
      }),
      {
        cells: steps.flatMap((step, index): readonly PlannedCell[] => [
          cell(stepsRow + 1 + index, 1, `Step ${index + 1}`, 'label'),
          { ...cell(stepsRow + 1 + index, 2, step, 'value'), origin: 'round' },
        ]),
      },
      ...contentsTable(content, stepsRow + steps.length + 2),
    ],
  );
}

interface Detail {
  readonly label: string;
  readonly value: string;
  readonly origin: Origin;
  readonly name?: string;
}

function detailsOf(content: WorkbookContent): readonly Detail[] {
  const { instrument, stamp, partner } = content;
  const detail = (origin: Origin, label: string, value: string, name?: string): Detail => ({
    ...{ label, value, origin },
    ...(name === undefined ? {} : { name }),
  });
  const optional = (label: string, value: string | undefined): readonly Detail[] =>
    value === undefined ? [] : [detail('partner', label, value)];
  return [
    detail('partner', coverLabels.partnerCode, partner.code, coverCells.partnerCode.name),
    detail('partner', coverLabels.partnerName, partner.name, coverCells.partnerName.name),
    ...optional('Area', partner.areaName),
    ...optional('Region', partner.regionName),
    detail('definition', 'Self-assessment', instrument.title),
    detail('definition', 'About', instrument.strapline),
    detail('round', coverLabels.round, stamp.round),
    ...(content.workedExample === undefined
      ? returning(content).map(([label, value]) => detail('round', label, value))
      : []),
    detail('partner', 'Issued', describeUkTime(content.issued)),
    detail(
      'definition',
      'Instrument',
      `${instrument.publisher}, ${instrument.published}; edition ${instrument.edition}`,
    ),
    detail('partner', coverLabels.workbook, stamp.workbook),
  ];
}

/** In characters of the default font. */
const widths = [28, 126] as const;

/** Maximum size of the logo on the cover, in pixels: it is at the right, beside the title and the lines below it. */
const logoRoom = { width: 260, height: 76, margin: 6 } as const;

const pixelsPerCharacter = 7;

const plainTitle = 'Self-assessment workbook';

/** The name of the body appears alone if both do not fit beside the logo. */
function titleFor({ name, logo }: Branding): string {
  if (name === undefined) return plainTitle;
  const combined = `${name}: ${plainTitle.toLowerCase()}`;
  const taken = logo === undefined ? 0 : (logoRoom.width + 2 * logoRoom.margin) / pixelsPerCharacter;
  return lineWidth(combined, 16) * 1.08 <= widths[0] + widths[1] - taken ? combined : name;
}

function logoOf({ logo }: Branding): PlannedPicture | undefined {
  const bytes = Buffer.from(logo?.picture ?? '', 'base64');
  const picture = readPicture(bytes);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, logoRoom.width / picture.width, logoRoom.height / picture.height);
  const [width, height] = [Math.max(1, picture.width * scale), Math.max(1, picture.height * scale)];
  return {
    ...{ bytes, kind: picture.kind, row: 1, column: 2, width, height },
    right: widths[1] * pixelsPerCharacter - logoRoom.margin - width,
    down: logoRoom.margin,
  };
}

/** Lists every visible sheet, with a link to it. */
function contentsTable(content: WorkbookContent, headerRow: number): readonly SheetPart[] {
  const sheets = contentsOf(content);
  return [
    tableHeadings({ name: 'contents', row: headerRow, headings: ['Sheet', 'What it contains'], rows: sheets.length }),
    {
      cells: sheets.flatMap(([name, about], index) => {
        const link = { formula: `HYPERLINK(${quotedText(`#'${name}'!A1`)},${quotedText(name)})`, result: name };
        return [cell(headerRow + 1 + index, 1, link, 'link'), cell(headerRow + 1 + index, 2, about, 'value')];
      }),
    },
  ];
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
      ? [
          [sheetNames.scorecard, 'Positions, overall and by part, with the answers behind them.'] as const,
          [sheetNames.areas, 'Questions below the highest level, lowest level first.'] as const,
        ]
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
