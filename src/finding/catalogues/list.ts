import { type Catalogue, error, warning } from '../wording/entry.ts';
import { list, orList, quoted } from '../wording/quote.ts';

/** What can be wrong with a list in CSV, whatever it lists. */
export const listFindings = {
  'list.no-header': error(
    (f: { missing: readonly string[]; found: readonly string[] }) =>
      `The first line must contain the column names. Missing: ${list(f.missing)}; found: ${f.found.length > 0 ? list(f.found) : 'nothing'}. Add the missing columns. The file must be a CSV with commas between the columns.`,
  ),
  'list.semicolons': error(
    () =>
      'The columns are separated by semicolons, as Excel does in some countries. Use commas instead: replace the semicolons in a text editor, and put each value that contains a comma into double quotation marks.',
  ),
  'list.duplicate-column': error(
    (f: { column: string }) => `There are two columns with the name ${quoted(f.column)}. Remove one of them.`,
  ),
  'list.tabs': error(
    () =>
      'The columns are separated by tabs, as in the format that Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.ignored-columns': warning(
    (f: { columns: readonly string[]; unused: readonly string[] }) =>
      `Ignored, because Scorebook does not use them: ${list(f.columns)}.${f.unused.length === 0 ? '' : ` The list has no column ${orList(f.unused)}. If an ignored column is meant for that, rename it.`}`,
  ),
  'list.not-text': error(
    () =>
      'The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.unreadable': error(
    (f: { problem: string }) =>
      `The list cannot be read from here on: ${f.problem}. Put each value that contains a comma into double quotation marks, and write a double quotation mark inside it twice.`,
  ),
  'list.empty': error(() => 'There is nothing in the list below the column names. Add a line for each entry.'),
  'list.empty-value': error((f: { column: string }) => `The ${f.column} is missing. Every line needs one. Add it.`),
  'list.error-value': error(
    (f: { column: string; value: string }) =>
      `The ${f.column} is ${quoted(f.value)}, which Excel shows if a formula fails or a column is too narrow. Type the value itself.`,
  ),
  'list.text-too-long': error(
    (f: { column: string; length: number; limit: number }) =>
      `The ${f.column} has ${f.length} characters: ${f.limit} at most are allowed. Shorten it.`,
  ),
  'list.too-many-values': error(
    (f: { found: number; columns: number }) =>
      `The line has ${f.found} values for ${f.columns} columns. Put each value that contains a comma into double quotation marks, as in "Ashton, Leigh and Wigan".`,
  ),
} as const satisfies Catalogue<'list'>;
