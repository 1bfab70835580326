import type { Branding } from '../../instrument/model/branding.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/plan/printedPage.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { Origin, PlannedCell, PlannedPicture, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { readPicture } from '../../spreadsheet/style/picture.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Role } from '../../spreadsheet/style/theme.ts';
import { describeUkTime } from '../../time.ts';
import { readinessFormula, shareDoneFormula } from '../checklist/progress.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { coverNames } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { barsIn, contentsRows, contentsTables } from './contents.ts';
import { correctionTitle, describeCorrections, linkToSheet } from './corrections.ts';
import { stepsOf } from './steps.ts';

/** In characters of the default font. */
const widths = [28, 84, 22, 12, 14] as const;

const allWidths = widths.reduce((sum: number, width) => sum + width, 0);

const firstRow = 4;

/**
 * The sheet that is seen first: by when, where to and how far one has come; then the steps, the sheets, and the identity
 * of the workbook (practice T1).
 */
export const coverSheet = (content: WorkbookContent): SheetPlan => coverSheets(content)(content);

/**
 * Plans the covers of workbooks with the same wording and the same answers as a first one. What does not change is planned
 * once: the formulas that say how far one has come take longer than all the rest of a blank workbook.
 */
export function coverSheets(first: WorkbookContent): (content: WorkbookContent) => SheetPlan {
  const words = first.words.cover;
  const lines = firstLines(first);
  const steps = stepsOf(first);
  const stepsRow = firstRow + lines.length + 1;
  const contentsRow = stepsRow + steps.length + 2;
  const identityRow = contentsRow + contentsRows(first) + 1;
  const common = [
    ...lines.map((line, index) => lineCells(firstRow + index, line)),
    tableHeadings({ name: 'steps', row: stepsRow, headings: words.stepHeadings, rows: steps.length }),
    {
      cells: steps.flatMap((step, index): readonly PlannedCell[] => [
        cell(stepsRow + 1 + index, 1, words.step(index + 1), 'label'),
        { ...cell(stepsRow + 1 + index, 2, step, 'value'), origin: 'round' },
      ]),
    },
    contentsTables(first, contentsRow),
  ];
  return (content) => {
    const { stamp, partner, branding } = content;
    const plan = planSheetFor(
      content,
      {
        name: content.words.sheets.cover,
        title: titleFor(content),
        ...(branding.strapline === undefined ? {} : { line: branding.strapline }),
        note: words.note(partner.name, stamp.round),
        widths,
        zoom: 100,
        tabColour: 'read',
        picture: logoOf(branding),
        origins: { title: 'partner', note: 'partner' },
      },
      [...common, identityTable(content, identityRow)],
    );
    return keepTogether(plan, undefined, tablesOf(plan));
  };
}

/** The rows of each table, with those above the first one and the row between two. */
const tablesOf = ({ tables }: SheetPlan): readonly RowRange[] =>
  tables.map(({ row, rows }, index) => ({
    firstRow: index === 0 ? 1 : row,
    lastRow: (tables[index + 1]?.row ?? row + rows + 1) - 1,
  }));

/** A line at the top of the sheet. */
interface Line {
  readonly label: string;
  readonly value: Content;
  readonly role: Role;
  readonly origin: Origin;
  /** A number from 0 to 1, shown as a bar beside it. */
  readonly share?: Content;
}

function firstLines(content: WorkbookContent): readonly Line[] {
  const { instrument, corrections, workedExample, due } = content;
  const { cover: words, sheets, dates } = content.words;
  const about: Line = { label: words.selfAssessment, value: instrument.title, role: 'note', origin: 'definition' };
  if (workedExample !== undefined) return [about];
  const toPutRight: Line = {
    ...{ label: words.toPutRight, role: 'lineLink', origin: 'answer' },
    value: linkToSheet(sheets.corrections, describeCorrections(content.words, corrections.length)),
  };
  return [
    ...(corrections.length === 0 ? [] : [toPutRight]),
    { label: words.returnBy, value: describeUkTime(due, dates), role: 'heading', origin: 'round' },
    { label: words.returnTo, ...addressOf(content), origin: 'round' },
    {
      ...{ label: words.progress, role: 'note', origin: 'answer' },
      ...{ value: readinessFormula(content), share: shareDoneFormula(content) },
    },
    about,
  ];
}

function addressOf({ returnTo, words }: WorkbookContent): Pick<Line, 'value' | 'role'> {
  if (returnTo === undefined) return { value: words.cover.reply, role: 'note' };
  return { value: { text: returnTo, address: `mailto:${returnTo}` }, role: 'lineLink' };
}

function lineCells(row: number, { label, value, role, origin, share }: Line): SheetPart {
  const cells = [cell(row, 1, label, 'status'), { ...cell(row, 2, value, role), origin }];
  if (share === undefined) return { cells };
  return joinParts([
    { cells: [...cells, resultCell(row, shareColumn, share, 'percent')] },
    barsIn(address(row, shareColumn)),
  ]);
}

const shareColumn = 3;

interface Detail {
  readonly label: string;
  readonly value: string;
  readonly origin: Origin;
  readonly name?: string;
}

/** The identity of the workbook. The reader finds the details by their labels. */
function identityTable(content: WorkbookContent, headerRow: number): SheetPart {
  const details = detailsOf(content);
  const headings = tableHeadings({
    name: 'about',
    row: headerRow,
    headings: content.words.cover.identityHeadings,
    rows: details.length,
  });
  const cells = details.flatMap(({ label, value, origin, name }, index): readonly PlannedCell[] => [
    cell(headerRow + 1 + index, 1, label, 'label'),
    { ...cell(headerRow + 1 + index, 2, value, 'value'), origin, ...(name === undefined ? {} : { name }) },
  ]);
  return { ...headings, cells: [...(headings.cells ?? []), ...cells] };
}

function detailsOf({
  words: { cover: words, dates },
  instrument,
  stamp,
  partner,
  issued,
}: WorkbookContent): readonly Detail[] {
  const { publisher, published, edition, strapline } = instrument;
  const optional = (label: string, value: string | undefined): readonly Detail[] =>
    value === undefined ? [] : [{ label, value, origin: 'partner' }];
  return [
    { label: words.labels.partnerCode, value: partner.code, origin: 'partner', name: coverNames.partnerCode },
    { label: words.labels.partnerName, value: partner.name, origin: 'partner', name: coverNames.partnerName },
    ...optional(words.area, partner.areaName),
    ...optional(words.region, partner.regionName),
    { label: words.about, value: strapline, origin: 'definition' },
    { label: words.instrument, value: words.origin(publisher, published, edition), origin: 'definition' },
    { label: words.labels.round, value: stamp.round, origin: 'round' },
    { label: words.issued, value: describeUkTime(issued, dates), origin: 'partner' },
    { label: words.labels.workbook, value: stamp.workbook, origin: 'partner' },
  ];
}

/** Maximum size of the logo on the cover, in pixels: it is at the right, beside the title and the lines below it. */
const logoRoom = { width: 260, height: 76, margin: 6 } as const;

const pixelsPerCharacter = 7;

/** The kind of workbook, and the name of the body; the name alone if both do not fit beside the logo. */
function titleFor({ words, instrument, branding: { name, logo }, corrections }: WorkbookContent): string {
  const { title, reviewTitle, titleOf } = words.cover;
  if (corrections.length > 0) return correctionTitle(words, corrections.length);
  const plainTitle = instrument.reviews === undefined ? title : reviewTitle;
  if (name === undefined) return plainTitle;
  const combined = titleOf(name, plainTitle);
  const taken = logo === undefined ? 0 : (logoRoom.width + 2 * logoRoom.margin) / pixelsPerCharacter;
  return lineWidth(combined, 16) * 1.08 <= allWidths - taken ? combined : name;
}

function logoOf({ logo }: Branding): PlannedPicture | undefined {
  const bytes = Buffer.from(logo?.picture ?? '', 'base64');
  const picture = readPicture(bytes);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, logoRoom.width / picture.width, logoRoom.height / picture.height);
  const [width, height] = [Math.max(1, picture.width * scale), Math.max(1, picture.height * scale)];
  return {
    ...{ bytes, kind: picture.kind, row: 1, column: 2, width, height },
    right: (allWidths - widths[0]) * pixelsPerCharacter - logoRoom.margin - width,
    down: logoRoom.margin,
  };
}
