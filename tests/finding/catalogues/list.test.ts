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
      "list.duplicate-column": "error: The column "name" stands there twice. Keep one of them.",
      "list.empty": "error: Below the names of the columns the list is empty. Add a line for each entry.",
      "list.empty-value": "error: The name is empty. Every line needs one: fill it in.",
      "list.error-value": "error: The name is "#REF!", which Excel shows when a formula fails or a column is too narrow. Type the value itself.",
      "list.ignored-columns": "warning: Not used, and ignored: "phone", "e-mail". If one of them is meant for "kind" or "email", which the list does not have, give it that name.",
      "list.no-header": "error: The first line must name the columns. Missing: "code", "name"; found: nothing. Add the missing columns (the file is a CSV separated by commas).",
      "list.not-text": "error: The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
      "list.semicolons": "error: The columns are separated by semicolons, as Excel does in some countries. Save the list with commas: replace the semicolons in a text editor, and put a value that holds a comma into double quotes.",
      "list.tabs": "error: The columns are separated by tabs, as in what Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
      "list.text-too-long": "error: The name is 201 characters long; at most 200 fit. Shorten it.",
      "list.too-many-values": "error: The line has 3 values for 2 columns. Put a value that holds a comma into double quotes, as in "Ashton, Leigh and Wigan".",
      "list.unreadable": "error: The list cannot be read on from here: a double quote is opened and never closed. Put a value that holds a comma into double quotes, and write a double quote inside it twice.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
