import { formulaStart } from '../../spreadsheet/plan/cellText.ts';

/** Excel recognises UTF-8 only by it; programs that read CSV skip it. */
export const byteOrderMark = '\ufeff';

/**
 * Further characters that programs may take for the beginning of a formula in a CSV file, and the apostrophe itself: since one
 * is added before it too, removing one apostrophe always gives the text back.
 */
const alsoEscaped = /^['\t\r\n\0]/;

/** The format of the CSV files, for their readers. */
export const csvRule =
  'UTF-8 with byte order mark, commas, CR LF, quoted as in RFC 4180. A text that begins like a formula (with =, +, -, @, a tab, a line end or NUL, also after spaces) or with an apostrophe has an apostrophe before it, so that no program runs it: remove one apostrophe to get the text back. Codes such as 5E1 are text: in Excel, open the file by Data > From Text/CSV and choose Text for every column but level; opened by a double click, 5E1 becomes 50.';

/** A line of a CSV file, with its line end. Numbers are written unquoted, undefined as an empty value. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const safe = formulaStart.test(value) || alsoEscaped.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
