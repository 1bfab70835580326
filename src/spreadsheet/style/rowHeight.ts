import type { CellStyle } from './cellStyle.ts';
import { unitsOf } from './fontMetrics.ts';

/**
 * A column's width counts digits of the default font, Arial 10, which are 7 pixels wide, or 5.25 points; 5 pixels are
 * padding.
 */
const pointsPerUnit = 5.25;
const padding = 4;
/**
 * Texts fill a column as they do in LibreOffice: a digit has its true width, in points, and so does a column's unit of
 * width; what is lost at the sides; an indent of three spaces. On screens, both are narrower alike.
 */
const [textUnit, textPadding, indentation] = [5.55, 2, 8.34];
/** Line pitch in font sizes as Excel sets Arial. */
const linePitch = 1.28;
/** Programs round the widths of characters to pixels, which depends on the size. */
const reserveOf = (size: number): number => (size === 10 ? 1.02 : 1.03);
/** Excel's limit, in points. */
export const highestRow = 409;
/** Height of a row without one, as exceljs writes in every sheet; and the minimum of any other. */
export const defaultRowHeight = 15;

/** Texts of one style and width of which the heights are remembered: most are the same in the next workbook or row. */
const maxRemembered = 5000;

const remembered = new WeakMap<CellStyle, Map<number, Map<string, number>>>();

/** The height in points of a text in a cell of a style; that of one line if the style does not wrap. */
export function styledHeight(text: string, style: CellStyle, columnWidth: number): number {
  const byWidth = remembered.get(style) ?? new Map<number, Map<string, number>>();
  const byText = byWidth.get(columnWidth) ?? new Map<string, number>();
  const known = byText.get(text);
  if (known !== undefined) return known;
  remembered.set(style, byWidth.set(columnWidth, byText));
  const { size = 10, bold = false } = style.font ?? {};
  const indent = (style.alignment?.indent ?? 0) * indentation;
  const wrapping = style.alignment?.wrapText === true ? text : '';
  const height = textHeight(wrapping, columnWidth - indent / textUnit, size, bold);
  if (byText.size < maxRemembered) byText.set(text, height);
  return height;
}

/** The width of columns in points, from their widths in characters. */
export const widthOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width * pointsPerUnit, 0);

/** The width, in characters, of a column into which a line of text in a font size just fits. */
export function lineWidth(text: string, size: number): number {
  return Math.ceil((textWidth(text, size) + padding) / pointsPerUnit);
}

/** The width of a line of text in points. */
export const textWidth = (text: string, size: number): number => (unitsOf(text, false) * size * reserveOf(size)) / 1000;

/** The number of lines that a text takes in a width in points. */
export const textLines = (text: string, width: number, size: number, bold: boolean): number =>
  paragraphLines(text, width, size, bold);

/** The height in points of wrapped text in a column of a width. */
export const textHeight = (text: string, columnWidth: number, size: number, bold: boolean): number =>
  wrappedLines(text, columnWidth, size, bold) * size * linePitch + 3;

/** The number of lines of wrapped text in a column of a width in characters, without indents. */
export const wrappedLines = (text: string, columnWidth: number, size: number, bold: boolean): number =>
  text
    .split('\n')
    .reduce((sum, paragraph) => sum + paragraphLines(paragraph, columnWidth * textUnit - textPadding, size, bold), 0);

/** Words are not broken, as in spreadsheet programs, unless one is longer than the line. */
function paragraphLines(paragraph: string, available: number, size: number, bold: boolean): number {
  const scale = (size / 1000) * reserveOf(size);
  const spaceWidth = unitsOf(' ', bold) * scale;
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = unitsOf(word, bold) * scale;
    const space = used === 0 ? 0 : spaceWidth;
    if (used > 0 && used + space + width > available) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(width / available) - 1);
    used += (used === 0 ? 0 : space) + Math.min(width, available);
  }
  return lines;
}
