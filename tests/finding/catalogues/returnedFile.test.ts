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
  finding('return.not-stored', {}, { size: '2.0 MB' }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(returnedFileFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "return.csv": "error: This is a CSV or other text file, which holds the text of one sheet at most and nothing of the others. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
      "return.damaged": "error: The workbook is damaged: its end is missing. Open it in Excel, let Excel mend it, save it under a new name and import that; or ask for it to be sent again.",
      "return.empty": "error: The file is empty (0 bytes). Ask for it to be sent again.",
      "return.encrypted": "error: The workbook is encrypted or rights-protected, so it cannot be read. Ask for a copy saved without a password or restriction.",
      "return.folder-unreadable": "error: The folder cannot be searched: it may not be read. Nothing in it was imported: put that right and import it again.",
      "return.link": "error: This is a link to an address (.url), not the workbook: it only says where something is kept. Open it, download the workbook and import that; or ask for the file itself instead of a link.",
      "return.lock-file": "error: This is the lock file (~$) that Excel keeps beside an open workbook, and holds no answers. Ask for the workbook itself, of the same name without "~$", after closing it in Excel.",
      "return.macros": "error: This is a workbook with macros (.xlsm), and the workbook that was sent out has none; for safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which leaves them out, and sent again.",
      "return.mail": "error: This is an e-mail (.eml), not the workbook, which may be attached to it. Open it in an e-mail program, save the attachment and import that; or ask for the workbook to be sent again.",
      "return.not-a-file": "error: This is a named pipe, not a file, and was skipped. If a return is meant, name the file or folder itself.",
      "return.not-a-workbook": "error: This is a PDF document, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
      "return.not-stored": "warning: The refused files of this message or import already use all the space that the register allows for them, so the contents of this one (2.0 MB) were not stored: only its name, size, SHA-256 and findings. Keep the file itself until the matter is settled.",
      "return.old-excel": "error: This is a workbook in the old .xls form, which loses parts of ours. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.",
      "return.other-spreadsheet": "error: This is an OpenDocument spreadsheet (.ods), another form than the workbook was sent out in, and loses parts of it. Ask for it to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.",
      "return.over-limit": "error: The file was not read because its size (60.0 MB) is over the limit of 50.0 MB. Workbooks are sent out far smaller. Nothing has to be typed again: ask for the sheets, styles, names or pictures that were added to be deleted in Excel and for the workbook to be sent again, or for the answers to be copied into a fresh copy with Paste Special > Values.",
      "return.unreadable": "error: The file cannot be opened: it may not be read. Check the path and that no other program holds the file.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
