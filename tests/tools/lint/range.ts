/** A rectangle of cells, counted from 1, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const pattern = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$/;

/** Reads `A1` or `A1:B2`, with or without dollar signs; undefined for anything else. */
export function parseRange(text: string): Range | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

export const overlap = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

export const columnsOf = ({ left, right }: Range): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, index) => left + index);

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
