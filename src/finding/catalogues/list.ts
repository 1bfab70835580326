import { type Catalogue, error, warning } from '../wording/entry.ts';
import { andList, firstFew, list, orList, quoted } from '../wording/quote.ts';

/** What can be wrong with a list in a workbook or a text file, whatever it lists. */
export const listFindings = {
  'list.no-header': error(
    (f: { missing: readonly string[]; found: readonly string[] }) =>
      `No row has the headings that are needed. Missing: ${list(f.missing)}; found here: ${f.found.length > 0 ? list(f.found) : 'nothing'}. Give each column a heading, all in one row above the entries.`,
  ),
  'list.duplicate-column': error(
    (f: { column: string; headings: readonly string[] }) =>
      `Several columns may be the ${f.column}: ${andList(f.headings)}. Remove those that are not, or give them other headings.`,
  ),
  'list.headings-taken': warning(
    (f: { taken: readonly { readonly heading: string; readonly column: string }[] }) =>
      `Headings were taken by their meaning: ${f.taken.map(({ heading, column }) => `${quoted(heading)} as ${column}`).join(', ')}. If one means something else, give it another heading.`,
  ),
  'list.title-skipped': warning(
    (f: { lines: string; title: string }) =>
      `Skipped, because the headings are below it: ${f.lines}, ${quoted(f.title)}.`,
  ),
  'list.sheet-taken': warning(
    (f: { sheet: string; left: readonly string[] }) =>
      `The sheet ${quoted(f.sheet)} was read, because it has the headings of the list. Not read: ${list(f.left)}.`,
  ),
  'list.several-sheets': error(
    (f: { sheets: readonly string[] }) =>
      `Several sheets have the headings of the list: ${andList(f.sheets)}. Delete or hide all but one of them.`,
  ),
  'list.is-return': error(
    (f: { partner: string; round: string }) =>
      `This is the workbook of partner ${f.partner} in round ${quoted(f.round)}, to be filled in, and no list. Read it with "scorebook import", and give a list with a row for each entry here.`,
  ),
  'list.other-file': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}. A list is an Excel workbook (.xlsx), or text that Excel saves (.csv, .txt). Open it in Excel, save it as "Excel Workbook (*.xlsx)", and give that file.`,
  ),
  'list.encrypted': error(
    () =>
      'The workbook is protected by a password or rights management, so it cannot be read. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the password, and save it.',
  ),
  'list.damaged': error(
    (f: { problem: string }) =>
      `The workbook is damaged: ${f.problem}. Open it in Excel, let Excel repair it, save it under a new name, and give that file.`,
  ),
  'list.too-large': error(
    (f: { what: string; found: string; limit: string }) =>
      `The workbook was not read, because its ${f.what} (${f.found}) is over the limit of ${f.limit}. Copy the list into a new workbook with Paste Special > Values, and give that file.`,
  ),
  'list.cut': error(
    (f: { after: number; what: string; limit: string }) =>
      `The sheet was read down to row ${f.after} only, because its ${f.what} is over the limit of ${f.limit}. Copy the list into a new workbook with Paste Special > Values, and give that file.`,
  ),
  'list.hidden-rows': warning(
    (f: { rows: readonly string[] }) =>
      `${f.rows.length === 1 ? 'A row is hidden and was read' : 'Rows are hidden and were read'} all the same: ${firstFew(f.rows)}. Delete in the sheet what is not to be in the list.`,
  ),
  'list.struck-out': warning(
    (f: { cells: readonly string[] }) =>
      `Struck out, and read all the same: ${firstFew(f.cells)}. Delete the rows that are not to be in the list.`,
  ),
  'list.number-code': error(
    (f: { column: string; cells: readonly string[] }) =>
      `The ${f.column} is a number and not text in ${firstFew(f.cells)}. Excel makes numbers of codes, as 50 of 5E1 and 12 of 012, so each may be damaged. Format the column as text and type ${f.cells.length === 1 ? 'the code' : 'these codes'} again. If all of them are right, select the column, choose Data > Text to Columns, and Text in the third step.`,
  ),
  'list.formulas': warning(
    (f: { column: string; cells: readonly string[] }) =>
      `A formula gives the ${f.column} in ${firstFew(f.cells)}. Its last result was taken, and may be out of date. To be certain, copy the column and use Paste Special > Values.`,
  ),
  'list.ignored-columns': warning(
    (f: { columns: readonly string[]; unused: readonly string[] }) =>
      `Ignored, because Scorebook does not use them: ${list(f.columns)}.${f.unused.length === 0 ? '' : ` The list has no column ${orList(f.unused)}. If an ignored column is meant for that, rename it.`}`,
  ),
  'list.no-content': error(
    () => 'The file is empty. Give a list with a row of headings, and below it a row for each entry.',
  ),
  'list.unreadable': error(
    (f: { problem: string }) =>
      `The list cannot be read from here on: ${f.problem}. Put each value that contains the separator of the columns into double quotation marks, and write a double quotation mark inside it twice. Excel does both when it saves the list.`,
  ),
  'list.empty': error(() => 'There is nothing in the list below the headings. Add a row for each entry.'),
  'list.empty-value': error((f: { column: string }) => `The ${f.column} is missing. Every row needs one. Add it.`),
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
      `The line has ${f.found} values for ${f.columns} columns. Put each value that contains the separator of the columns into double quotation marks, as in "Ashton, Leigh and Wigan".`,
  ),
} as const satisfies Catalogue<'list'>;
