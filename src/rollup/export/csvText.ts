import { formulaStart } from '../../spreadsheet/write/quotePrefix.ts';

/** Excel needs it to see that a file is UTF-8; programs that read CSV skip it. */
export const byteOrderMark = '\ufeff';

/**
 * What else programs may take for the beginning of a formula in a CSV file, and the sign itself that keeps it from being
 * one: with it, what was written can be had back by taking one away.
 */
const alsoInDanger = /^['\t\r\n\0]/;

/** The rules of the files, for those who read them. */
export const csvRule =
  'UTF-8 with byte order mark, commas, CR LF, quoted as RFC 4180 has it. A text that begins like a formula (with =, +, -, @, a tab, a line end or NUL, also after spaces) or with an apostrophe has an apostrophe before it, so that no program runs it: take one apostrophe away to have the text back. Codes such as 5E1 are text: in Excel, open the file by Data > From Text/CSV and choose Text for every column but level; opened by a double click, 5E1 becomes 50.';

/** A line of a CSV file, with its end. Numbers are as they are; nothing is an empty cell. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const safe = formulaStart.test(value) || alsoInDanger.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
