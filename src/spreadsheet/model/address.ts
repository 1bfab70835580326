/** Column letters of a 1-based column number: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter;
}

/** A1 notation of a cell: `H6`. */
export const address = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** An absolute reference: `$H$6`. */
export const fixed = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;

/** An absolute reference to a cell of a sheet: `'1 Assessing need'!$H$6`. */
export const sheetCell = (sheet: string, row: number, column: number): string =>
  `${sheetName(sheet)}!${fixed(row, column)}`;

/** An absolute reference to consecutive cells in one column of a sheet. */
export const sheetColumn = (sheet: string, column: number, firstRow: number, lastRow: number): string =>
  `${sheetName(sheet)}!${fixed(firstRow, column)}${lastRow > firstRow ? `:${fixed(lastRow, column)}` : ''}`;

/** A sheet's name as formulas write it. Always quoted: names that begin with a digit or contain a space need it. */
const sheetName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

export interface CellReference {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const reference = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** Parses a reference to one cell of a sheet, as in a defined name; undefined for anything else (`#REF!`, ranges). */
export function parseCellReference(text: string): CellReference | undefined {
  const match = reference.exec(text);
  if (match === null) return undefined;
  const [, quoted, plain, letters = '', digits = ''] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { sheet, row: Number(digits), column };
}
