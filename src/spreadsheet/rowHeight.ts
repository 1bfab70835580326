import type { Cell, Row, Worksheet } from 'exceljs';

/** Widths of Arial's characters in thousandths of the font size, by group (Adobe's metrics of Helvetica, rounded up). */
const groups: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'|", 225],
  [' .,:;!/\\[]ftI-()', 300],
  ['r`"{}*°', 380],
  ['sczkvxyJ', 510],
  ['abdeghnopquL0123456789#$_?•–', 570],
  ['FTZ+=<>~', 620],
  ['ABEKPSVXY&', 680],
  ['CDGHNOQRUw', 780],
  ['mMW%—…', 900],
  ['@', 1020],
];
const widths = new Map(
  groups.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);
const otherWidth = 800;

/** A column's width counts digits of Excel's default font, which are 7 pixels wide, or 5.25 points; 5 pixels are padding. */
const pointsPerUnit = 5.25;
const padding = 4;
/** Line pitch in font sizes, and what other programs' slightly different fonts need. */
const linePitch = 1.24;
const reserve = 1.04;
/** Excel's limit, in points. */
const highestRow = 409;
const lowestRow = 15;

/**
 * Gives every row the height that shows all text of its wrapped cells. Neither Excel nor LibreOffice does this on opening
 * a file, so it is estimated from the characters' widths, a little on the generous side.
 */
export function fitRows(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    row.height = Math.min(highestRow, Math.max(lowestRow, ...cellHeights(sheet, row)));
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
  const size = cell.font?.size ?? 10;
  const lines = cell.alignment?.wrapText === true ? countLines(cell, columnWidth * pointsPerUnit - padding, size) : 1;
  return lines * size * linePitch + 3;
}

function countLines(cell: Cell, available: number, size: number): number {
  const bold = cell.font?.bold === true ? 1.08 : 1;
  const scale = (size / 1000) * bold * reserve;
  return shownText(cell)
    .split('\n')
    .reduce((lines, paragraph) => lines + paragraphLines(paragraph, available, scale), 0);
}

/** Words are kept whole, as spreadsheet programs do, unless one is longer than the line. */
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

const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (widths.get(character) ?? otherWidth), 0);

const shownText = (cell: Cell): string => {
  const { result, value } = cell;
  if (typeof value === 'string') return value;
  return typeof result === 'string' ? result : cell.text;
};
