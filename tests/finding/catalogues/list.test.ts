import { expect, test } from 'vitest';
import { listFindings } from '../../../src/finding/catalogues/list.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('list.no-header', {}, { missing: ['code', 'name'], found: [] }),
  finding('list.duplicate-column', {}, { column: 'name', headings: ['Organisation', 'Name'] }),
  finding('list.headings-taken', {}, { taken: [{ heading: 'Org code', column: 'code' }] }),
  finding('list.title-skipped', {}, { lines: 'rows 1 to 3', title: 'Partners of the North' }),
  finding('list.sheet-taken', {}, { sheet: 'Partners', left: ['Notes', 'Old'] }),
  finding('list.several-sheets', {}, { sheets: ['2025', '2026'] }),
  finding('list.is-return', {}, { partner: '5E1', round: '2026' }),
  finding('list.other-file', {}, { looksLike: 'a PDF document' }),
  finding('list.encrypted', {}, {}),
  finding('list.damaged', {}, { problem: 'its end is missing' }),
  finding('list.too-large', {}, { what: 'size', found: '31.0 MB', limit: '30.0 MB' }),
  finding('list.cut', {}, { after: 1000, what: 'number of cells', limit: '200,000' }),
  finding('list.hidden-rows', {}, { rows: ['4', '7'] }),
  finding('list.struck-out', {}, { cells: ['A4 (5E1)', 'B4 (North Tees PCT)'] }),
  finding('list.number-code', {}, { column: 'code', cells: ['A2 (50)', 'A4 (12)'] }),
  finding('list.formulas', {}, { column: 'code', cells: ['A2 (5E1)'] }),
  finding('list.ignored-columns', {}, { columns: ['phone', 'e-mail'], unused: ['kind', 'email'] }),
  finding('list.no-content', {}, {}),
  finding('list.unreadable', {}, { problem: 'a double quote is opened and never closed' }),
  finding('list.empty', {}, {}),
  finding('list.empty-value', {}, { column: 'name' }),
  finding('list.error-value', {}, { column: 'name', value: '#REF!' }),
  finding('list.text-too-long', {}, { column: 'name', length: 201, limit: 200 }),
  finding('list.too-many-values', {}, { found: 3, columns: 2 }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(listFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "list.cut": "error: The sheet was read down to row 1000 only, because its number of cells is over the limit of 200,000. Copy the list into a new workbook with Paste Special > Values, and give that file.",
      "list.damaged": "error: The workbook is damaged: its end is missing. Open it in Excel, let Excel repair it, save it under a new name, and give that file.",
      "list.duplicate-column": "error: Several columns may be the name: "Organisation" and "Name". Remove those that are not, or give them other headings.",
      "list.empty": "error: There is nothing in the list below the headings. Add a row for each entry.",
      "list.empty-value": "error: The name is missing. Every row needs one. Add it.",
      "list.encrypted": "error: The workbook is protected by a password or rights management, so it cannot be read. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the password, and save it.",
      "list.error-value": "error: The name is "#REF!", which Excel shows if a formula fails or a column is too narrow. Type the value itself.",
      "list.formulas": "warning: A formula gives the code in A2 (5E1). Its last result was taken, and may be out of date. To be certain, copy the column and use Paste Special > Values.",
      "list.headings-taken": "warning: Headings were taken by their meaning: "Org code" as code. If one means something else, give it another heading.",
      "list.hidden-rows": "warning: Rows are hidden and were read all the same: 4, 7. Delete in the sheet what is not to be in the list.",
      "list.ignored-columns": "warning: Ignored, because Scorebook does not use them: "phone", "e-mail". The list has no column "kind" or "email". If an ignored column is meant for that, rename it.",
      "list.is-return": "error: This is the workbook of partner 5E1 in round "2026", to be filled in, and no list. Read it with "scorebook import", and give a list with a row for each entry here.",
      "list.no-content": "error: The file is empty. Give a list with a row of headings, and below it a row for each entry.",
      "list.no-header": "error: No row has the headings that are needed. Missing: "code", "name"; found here: nothing. Give each column a heading, all in one row above the entries.",
      "list.number-code": "error: The code is a number and not text in A2 (50), A4 (12). Excel makes numbers of codes, as 50 of 5E1 and 12 of 012, so each may be damaged. Format the column as text and type these codes again. If all of them are right, select the column, choose Data > Text to Columns, and Text in the third step.",
      "list.other-file": "error: This is a PDF document. A list is an Excel workbook (.xlsx), or text that Excel saves (.csv, .txt). Open it in Excel, save it as "Excel Workbook (*.xlsx)", and give that file.",
      "list.several-sheets": "error: Several sheets have the headings of the list: "2025" and "2026". Delete or hide all but one of them.",
      "list.sheet-taken": "warning: The sheet "Partners" was read, because it has the headings of the list. Not read: "Notes", "Old".",
      "list.struck-out": "warning: Struck out, and read all the same: A4 (5E1), B4 (North Tees PCT). Delete the rows that are not to be in the list.",
      "list.text-too-long": "error: The name has 201 characters: 200 at most are allowed. Shorten it.",
      "list.title-skipped": "warning: Skipped, because the headings are below it: rows 1 to 3, "Partners of the North".",
      "list.too-large": "error: The workbook was not read, because its size (31.0 MB) is over the limit of 30.0 MB. Copy the list into a new workbook with Paste Special > Values, and give that file.",
      "list.too-many-values": "error: The line has 3 values for 2 columns. Put each value that contains the separator of the columns into double quotation marks, as in "Ashton, Leigh and Wigan".",
      "list.unreadable": "error: The list cannot be read from here on: a double quote is opened and never closed. Put each value that contains the separator of the columns into double quotation marks, and write a double quotation mark inside it twice. Excel does both when it saves the list.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
