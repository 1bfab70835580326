import { expect, test } from 'vitest';
import { archiveFindings } from '../../../src/finding/catalogues/archive.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('archive.damaged', {}, { problem: 'part "a.xlsx" cannot be unpacked' }),
  finding('archive.empty', {}, {}),
  finding('archive.encrypted', {}, {}),
  finding('archive.name-twice', {}, { times: 2 }),
  finding('archive.over-limit', {}, { what: 'size', found: '60.0 MB', limit: '50.0 MB' }),
  finding('archive.unpacked-workbook', {}, {}),
  finding('archive.unsafe-name', {}, {}),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(archiveFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "archive.damaged": "error: It cannot be unpacked: part "a.xlsx" cannot be unpacked. Ask for it to be sent again, best without packing it into an archive.",
      "archive.empty": "error: There is no file in this archive that could be a return. Ask for the workbook itself.",
      "archive.encrypted": "error: This file is packed with a password. Unpack the archive yourself with that password and import the folder; or ask for the workbook without one.",
      "archive.name-twice": "error: The archive holds 2 files of this name, so it cannot be told which is meant, and none was read. Ask for the one that counts.",
      "archive.over-limit": "error: This was not unpacked because its size (60.0 MB) is over the limit of 50.0 MB. If it comes from somebody you trust, unpack the archive yourself and import the folder; otherwise ask what it is.",
      "archive.unpacked-workbook": "error: This folder holds the insides of an Excel workbook that was unpacked, and nothing in it was read. Ask for the workbook itself (.xlsx), as it was saved in Excel.",
      "archive.unsafe-name": "error: The name of this file leads out of the archive, as in archives that are made to do harm, so it was not unpacked. Ask who packed it, and for the workbook itself.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
