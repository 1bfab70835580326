import { expect, test } from 'vitest';
import { listFindings } from '../../../src/finding/catalogues/list.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('list.no-header', {}, { missing: ['code', 'name'], found: [] }),
  finding('list.semicolons', {}, {}),
  finding('list.tabs', {}, {}),
  finding('list.duplicate-column', {}, { column: 'name' }),
  finding('list.ignored-columns', {}, { columns: ['phone', 'e-mail'], unused: ['kind', 'email'] }),
  finding('list.not-text', {}, {}),
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
      "list.duplicate-column": "error: There are two columns with the name "name". Remove one of them.",
      "list.empty": "error: There is nothing in the list below the column names. Add a line for each entry.",
      "list.empty-value": "error: The name is missing. Every line needs one. Add it.",
      "list.error-value": "error: The name is "#REF!", which Excel shows if a formula fails or a column is too narrow. Type the value itself.",
      "list.ignored-columns": "warning: Ignored, because Scorebook does not use them: "phone", "e-mail". The list has no column "kind" or "email". If an ignored column is meant for that, rename it.",
      "list.no-header": "error: The first line must contain the column names. Missing: "code", "name"; found: nothing. Add the missing columns. The file must be a CSV with commas between the columns.",
      "list.not-text": "error: The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
      "list.semicolons": "error: The columns are separated by semicolons, as Excel does in some countries. Use commas instead: replace the semicolons in a text editor, and put each value that contains a comma into double quotation marks.",
      "list.tabs": "error: The columns are separated by tabs, as in the format that Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
      "list.text-too-long": "error: The name has 201 characters: 200 at most are allowed. Shorten it.",
      "list.too-many-values": "error: The line has 3 values for 2 columns. Put each value that contains a comma into double quotation marks, as in "Ashton, Leigh and Wigan".",
      "list.unreadable": "error: The list cannot be read from here on: a double quote is opened and never closed. Put each value that contains a comma into double quotation marks, and write a double quotation mark inside it twice.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
