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
      "archive.damaged": "error: The archive cannot be unpacked: part "a.xlsx" cannot be unpacked. Ask for it to be sent again, preferably as the workbook itself.",
      "archive.empty": "error: No file in this archive could be a return. Ask for the workbook itself.",
      "archive.encrypted": "error: This file in the archive needs a password. Unpack the archive with that password and import the folder, or ask for the workbook without a password.",
      "archive.name-twice": "error: The archive contains 2 files with this name. Scorebook cannot know which one is meant, and read none of them. Ask for the one that counts.",
      "archive.over-limit": "error: This was not unpacked, because its size (60.0 MB) is over the limit of 50.0 MB. If you trust the sender, unpack the archive yourself and import the folder. Otherwise ask what it is.",
      "archive.unpacked-workbook": "error: This folder contains the parts of an unpacked Excel workbook. Nothing in it was read. Ask for the workbook itself (.xlsx), as saved in Excel.",
      "archive.unsafe-name": "error: The name of this file points outside the archive, as in archives that are made to do harm. It was not unpacked. Ask who made the archive, and for the workbook itself.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
