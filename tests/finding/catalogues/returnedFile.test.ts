import { expect, test } from 'vitest';
import { returnedFileFindings } from '../../../src/finding/catalogues/returnedFile.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('return.folder-unreadable', {}, { problem: 'it may not be read' }),
  finding('return.not-a-file', {}, { what: 'a named pipe' }),
  finding('return.unreadable', {}, { problem: 'it may not be read' }),
  finding('return.empty', {}, {}),
  finding('return.not-a-workbook', {}, { looksLike: 'a PDF document' }),
  finding('return.other-spreadsheet', {}, { looksLike: 'an OpenDocument spreadsheet (.ods)' }),
  finding('return.macros', {}, { looksLike: 'a workbook with macros' }),
  finding('return.csv', {}, { looksLike: 'a CSV or other text file' }),
  finding('return.mail', {}, { looksLike: 'an e-mail (.eml)' }),
  finding('return.link', {}, { looksLike: 'a link to an address (.url)' }),
  finding('return.lock-file', {}, { looksLike: 'the lock file (~$) that Excel keeps beside an open workbook' }),
  finding('return.old-excel', {}, {}),
  finding('return.encrypted', {}, {}),
  finding('return.damaged', {}, { problem: 'its end is missing' }),
  finding('return.over-limit', {}, { what: 'size', found: '60.0 MB', limit: '50.0 MB' }),
  finding('return.not-read', {}, { problem: 'reading it takes longer than 120 seconds' }),
  finding('return.not-stored', {}, { size: '2.0 MB' }),
  finding('archive.damaged', {}, { problem: 'part "a.xlsx" cannot be unpacked' }),
  finding('archive.empty', {}, {}),
  finding('archive.encrypted', {}, {}),
  finding('archive.name-twice', {}, { times: 2 }),
  finding('archive.over-limit', {}, { what: 'size', found: '60.0 MB', limit: '50.0 MB' }),
  finding('archive.unpacked-workbook', {}, {}),
  finding('archive.unsafe-name', {}, {}),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(returnedFileFindings).toSorted());
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
      "return.csv": "error: This is a CSV or other text file, which contains the text of one sheet at most and none of the other sheets. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
      "return.damaged": "error: The workbook is damaged: its end is missing. Open it in Excel, let Excel repair it, save it under a new name and import that, or ask for it to be sent again.",
      "return.empty": "error: The file is empty (0 bytes). Ask for it to be sent again.",
      "return.encrypted": "error: The workbook cannot be read, because it is encrypted or protected by rights management. Ask for a copy saved without a password or restriction.",
      "return.folder-unreadable": "error: The folder cannot be read: it may not be read. Nothing in it was imported. Correct that and import the folder again.",
      "return.link": "error: This is a link to an address (.url), not the workbook: it only says where a file is stored. Open it, download the workbook and import that, or ask for the file itself instead of a link.",
      "return.lock-file": "error: This is the lock file (~$) that Excel keeps beside an open workbook. It contains no answers. Ask for the workbook itself, which has the same name without "~$", after it is closed in Excel.",
      "return.macros": "error: This is a workbook with macros (.xlsm), but the workbook that was sent out has no macros. For safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which removes them, and sent again.",
      "return.mail": "error: This is an e-mail (.eml), not the workbook. The workbook may be attached to it. Open it in an e-mail program, save the attachment and import that, or ask for the workbook to be sent again.",
      "return.not-a-file": "error: This is a named pipe, not a file, and was skipped. To import a return, name the file or folder itself.",
      "return.not-a-workbook": "error: This is a PDF document, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
      "return.not-read": "error: The file was not read, because reading it takes longer than 120 seconds. An ordinary workbook is read in a fraction of a second. Import it again by itself. If that fails as well, ask the partner to copy the answers into a fresh copy of the workbook with Paste Special > Values, and to send that.",
      "return.not-stored": "warning: The contents of this file (2.0 MB) were not stored, because refused files of this message or import already use all the space that the register allows for them. Its name, size, SHA-256 and findings were stored. Do not delete the file itself until the matter is settled.",
      "return.old-excel": "error: This is a workbook in the old .xls format, which loses parts of the workbook that was sent out. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.",
      "return.other-spreadsheet": "error: This is an OpenDocument spreadsheet (.ods), not the format that was sent out, and saving in it loses parts of the workbook. Ask for the workbook to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.",
      "return.over-limit": "error: The file was not read, because its size (60.0 MB) is over the limit of 50.0 MB. Workbooks are far smaller when they are sent out. No answer has to be typed again. Ask the partner to delete the sheets, styles, names or pictures that were added, in Excel, and to send the workbook again; or to copy the answers into a fresh copy with Paste Special > Values.",
      "return.unreadable": "error: The file cannot be opened: it may not be read. Check the path, and that no other program has the file open.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
