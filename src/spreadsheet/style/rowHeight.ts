import type { Cell, Column, Row, Style, Worksheet } from 'exceljs';

/** Widths of Arial's characters in thousandths of the font size, from Adobe's metrics of Helvetica. */
const groups: readonly (readonly [characters: string, width: number])[] = [
  ["'", 191],
  ['ijl', 222],
  ['|', 260],
  [' .,:;!/\\[]ftI', 278],
  ['r()-`', 333],
  ['•"', 355],
  ['*°', 389],
  ['sczkvxyJ', 500],
  ['abdeghnopquL0123456789#$_?–', 556],
  ['+=<>~', 584],
  ['FTZ', 611],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W', 944],
  ['—…@', 1015],
];
const widths = new Map(
  groups.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);
const otherWidth = 800;

/**
 * A column's width counts digits of the default font, Arial 10, which are 7 pixels wide, or 5.25 points; 5 pixels are
 * padding.
 */
const pointsPerUnit = 5.25;
const padding = 4;
/** Additional width of an indent, in points. */
const indentation = 7;
/** Line pitch in font sizes as Excel sets Arial, with some room for screens, where widths are rounded to pixels. */
const linePitch = 1.28;
const reserve = 1.03;
/** Excel's limit, in points. */
export const highestRow = 409;
/** Height of a row without one, as exceljs writes in every sheet; and the minimum of any other. */
export const defaultRowHeight = 15;

/**
 * Sets the height of every row so that all text of its wrapped cells shows. Neither Excel nor LibreOffice does this on
 * opening a file, so the height is estimated from the characters' widths.
 */
export function fitRows(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    row.height = Math.min(highestRow, Math.max(defaultRowHeight, ...cellHeights(sheet, row)));
  });
}

function cellHeights(sheet: Worksheet, row: Row): readonly number[] {
  const heights: number[] = [];
  row.eachCell((cell, column) => {
    heights.push(cellHeight(cell, sheet.getColumn(column).width ?? 9));
  });
  return heights;
}

function cellHeight(cell: Cell, columnWidth: number): number {
  return styledHeight(shownText(cell), cell, columnWidth);
}

/** The height in points of a text in a cell of a style; that of one line if the style does not wrap. */
export function styledHeight(text: string, { font, alignment }: Partial<Style>, columnWidth: number): number {
  const { size = 10, bold = false } = font ?? {};
  const indent = (alignment?.indent ?? 0) * indentation;
  return textHeight(alignment?.wrapText === true ? text : '', columnWidth - indent / pointsPerUnit, size, bold);
}

/** The width of columns in points. */
export const widthOf = (columns: readonly Partial<Column>[]): number =>
  columns.reduce((sum, { width = 0 }) => sum + width * pointsPerUnit, 0);

/** The width, in characters, of a column into which a line of text in a font size just fits. */
export function lineWidth(text: string, size: number): number {
  return Math.ceil((textWidth(text) * (size / 1000) * reserve + padding) / pointsPerUnit);
}

/** The height in points of wrapped text in a column of a width. */
export function textHeight(text: string, columnWidth: number, size: number, bold: boolean): number {
  const available = columnWidth * pointsPerUnit - padding;
  const scale = (size / 1000) * (bold ? 1.08 : 1) * reserve;
  const lines = text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, available, scale), 0);
  return lines * size * linePitch + 3;
}

/** Words are not broken, as in spreadsheet programs, unless one is longer than the line. */
function paragraphLines(paragraph: string, available: number, scale: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = textWidth(word) * scale;
    const space = used === 0 ? 0 : textWidth(' ') * scale;
    if (used > 0 && used + space + width > available) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(width / available) - 1);
    used += (used === 0 ? 0 : space) + Math.min(width, available);
  }
  return lines;
}

function textWidth(text: string): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? otherWidth;
  return sum;
}

/** The text that may need several lines. Numbers and dates take one, whatever their format. */
function shownText({ value, result }: Cell): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'hyperlink' in value) return value.text;
  return typeof result === 'string' ? result : '';
}
