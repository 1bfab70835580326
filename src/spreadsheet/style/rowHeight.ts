import type { CellStyle } from './cellStyle.ts';

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
const otherWidth = 800;
/** By UTF-16 unit, up to the last of those above. */
const widths: readonly number[] = widthsByUnit();

function widthsByUnit(): readonly number[] {
  const known = new Map(
    groups.flatMap(([characters, width]) => [...characters].map((character) => [character.charCodeAt(0), width])),
  );
  return Array.from({ length: Math.max(...known.keys()) + 1 }, (_, unit) => known.get(unit) ?? otherWidth);
}

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
  const height = textHeight(wrapping, columnWidth - indent / pointsPerUnit, size, bold);
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
export const textWidth = (text: string, size: number): number => (unitsOf(text) * size * reserve) / 1000;

/** The number of lines that a text takes in a width in points. */
export const textLines = (text: string, width: number, size: number, bold: boolean): number =>
  paragraphLines(text, width, scaleOf(size, bold));

/** The height in points of wrapped text in a column of a width. */
export function textHeight(text: string, columnWidth: number, size: number, bold: boolean): number {
  const available = columnWidth * pointsPerUnit - padding;
  const scale = scaleOf(size, bold);
  const lines = text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, available, scale), 0);
  return lines * size * linePitch + 3;
}

const scaleOf = (size: number, bold: boolean): number => (size / 1000) * (bold ? 1.08 : 1) * reserve;

/** Words are not broken, as in spreadsheet programs, unless one is longer than the line. */
function paragraphLines(paragraph: string, available: number, scale: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = unitsOf(word) * scale;
    const space = used === 0 ? 0 : unitsOf(' ') * scale;
    if (used > 0 && used + space + width > available) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(width / available) - 1);
    used += (used === 0 ? 0 : space) + Math.min(width, available);
  }
  return lines;
}

/** In thousandths of the font size. */
function unitsOf(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // The second unit of a character of two has no width of its own.
    if (unit < 0xdc00 || unit > 0xdfff) sum += widths[unit] ?? otherWidth;
  }
  return sum;
}
