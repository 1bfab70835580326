import { type Catalogue, error, warning } from '../wording/entry.ts';
import { list, quoted } from '../wording/quote.ts';

/** What can be wrong with a list in CSV, whatever it lists. */
export const listFindings = {
  'list.no-header': error(
    (f: { missing: readonly string[]; found: readonly string[] }) =>
      `The first line must name the columns. Missing: ${list(f.missing)}; found: ${f.found.length > 0 ? list(f.found) : 'nothing'}. Add the missing columns (the file is a CSV separated by commas).`,
  ),
  'list.semicolons': error(
    () =>
      'The columns are separated by semicolons, as Excel does in some countries. Save the list with commas: replace the semicolons in a text editor, and put a value that holds a comma into double quotes.',
  ),
  'list.duplicate-column': error(
    (f: { column: string }) => `The column ${quoted(f.column)} stands there twice. Keep one of them.`,
  ),
  'list.tabs': error(
    () =>
      'The columns are separated by tabs, as in what Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.ignored-columns': warning(
    (f: { columns: readonly string[]; unused: readonly string[] }) =>
      `Not used, and ignored: ${list(f.columns)}.${f.unused.length === 0 ? '' : ` If one of them is meant for ${f.unused.map(quoted).join(' or ')}, which the list does not have, give it that name.`}`,
  ),
  'list.not-text': error(
    () =>
      'The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.unreadable': error(
    (f: { problem: string }) =>
      `The list cannot be read on from here: ${f.problem}. Put a value that holds a comma into double quotes, and write a double quote inside it twice.`,
  ),
  'list.empty': error(() => 'Below the names of the columns the list is empty. Add a line for each entry.'),
  'list.empty-value': error((f: { column: string }) => `The ${f.column} is empty. Every line needs one: fill it in.`),
  'list.error-value': error(
    (f: { column: string; value: string }) =>
      `The ${f.column} is ${quoted(f.value)}, which Excel shows when a formula fails or a column is too narrow. Type the value itself.`,
  ),
  'list.text-too-long': error(
    (f: { column: string; length: number; limit: number }) =>
      `The ${f.column} is ${f.length} characters long; at most ${f.limit} fit. Shorten it.`,
  ),
  'list.too-many-values': error(
    (f: { found: number; columns: number }) =>
      `The line has ${f.found} values for ${f.columns} columns. Put a value that holds a comma into double quotes, as in "Ashton, Leigh and Wigan".`,
  ),
} as const satisfies Catalogue<'list'>;
