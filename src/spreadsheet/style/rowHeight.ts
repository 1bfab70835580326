import type { CellStyle } from './cellStyle.ts';
import { countLines, measureParagraph, type Paragraph } from './countLines.ts';
import { pixelsOf, unitsOf } from './fontMetrics.ts';

/**
 * A column's width counts digits of the default font, Arial 10, which are 7 pixels wide, or 5.25 points; 5 pixels are
 * padding.
 */
const pointsPerUnit = 5.25;
const padding = 4;
/** The same in pixels of a screen at 100 %, where lines of Arial are longest for the width of a column. */
const [pixelsPerUnit, pixelPadding] = [7, 5];
/** An indent narrows a column by three spaces of the default font: this is their width in characters of that font. */
export const indentWidth = (3 * 4) / pixelsPerUnit;
/** Points of a line, in whole pixels: 12.75 for Arial 10 and 14.25 for Arial 11, as Excel fits rows to them. */
export const linePitch = (size: number): number => Math.ceil(size * 1.7) * pointsPerPixel;
const pointsPerPixel = 0.75;
/** Charts and lines outside tables have some room: programs round the widths of characters in different ways. */
const reserve = 1.03;
/** Points above and below the lines of a text. */
export const aroundText = 2.25;
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
  const indent = (style.alignment?.indent ?? 0) * indentWidth;
  const wrapping = style.alignment?.wrapText === true ? text : '';
  const height = textHeight(wrapping, columnWidth - indent, size, bold);
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
export const textWidth = (text: string, size: number): number => (unitsOf(text, false) * size * reserve) / 1000;

/** The number of lines that a text takes in a width in points. */
export function textLines(text: string, width: number, size: number, bold: boolean): number {
  const widthOf = (part: string): number => (unitsOf(part, bold) * size * reserve) / 1000;
  return countLines(measureParagraph(text, widthOf), width, widthOf);
}

/** The height in points of wrapped text in a column of a width, without indents. */
export const textHeight = (text: string, columnWidth: number, size: number, bold: boolean): number =>
  wrappedLines(text, columnWidth, size, bold) * linePitch(size) + aroundText;

/** The number of lines of wrapped text in a column of a width in characters, without indents. */
function wrappedLines(text: string, columnWidth: number, size: number, bold: boolean): number {
  const available = columnWidth * pixelsPerUnit - pixelPadding;
  const widthOf = (part: string): number => pixelsOf(part, size, bold);
  // Most texts of a long table fit into a line.
  if (!text.includes('\n') && widthOf(text) <= available) return 1;
  return measured(text, size, bold, widthOf).reduce((sum, one) => sum + countLines(one, available, widthOf), 0);
}

/** Of each font. A definition has some hundreds; those of a roll-up are read once. */
const maxMeasured = 1000;

const measuredTexts = new Map<string, Map<string, readonly Paragraph[]>>();

/** The paragraphs of a text in a font: columns are balanced by trying its texts in some thirty widths. */
function measured(text: string, size: number, bold: boolean, widthOf: (part: string) => number): readonly Paragraph[] {
  const font = `${size} ${bold}`;
  const known = measuredTexts.get(font) ?? new Map<string, readonly Paragraph[]>();
  const before = known.get(text);
  if (before !== undefined) return before;
  const paragraphs = text.split('\n').map((paragraph) => measureParagraph(paragraph, widthOf));
  if (known.size < maxMeasured) measuredTexts.set(font, known.set(text, paragraphs));
  return paragraphs;
}
