import { type Catalogue, error, warning } from '../wording/entry.ts';

/** What can be wrong with a returned file, or an archive of them, before anything in it is read. */
export const returnedFileFindings = {
  'return.folder-unreadable': error(
    (f: { problem: string }) =>
      `The folder cannot be read: ${f.problem}. Nothing in it was imported. Correct that and import the folder again.`,
  ),
  'return.not-a-file': error(
    (f: { what: string }) =>
      `This is ${f.what}, not a file, and was skipped. To import a return, name the file or folder itself.`,
  ),
  'return.unreadable': error(
    (f: { problem: string }) =>
      `The file cannot be opened: ${f.problem}. Check the path, and that no other program has the file open.`,
  ),
  'return.empty': error(() => 'The file is empty (0 bytes). Ask for it to be sent again.'),
  'return.not-a-workbook': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.other-spreadsheet': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the format that was sent out, and saving in it loses parts of the workbook. Ask for the workbook to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.`,
  ),
  'return.macros': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike} (.xlsm), but the workbook that was sent out has no macros. For safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which removes them, and sent again.`,
  ),
  'return.csv': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, which contains the text of one sheet at most and none of the other sheets. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.mail': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook. The workbook may be attached to it. Open it in an e-mail program, save the attachment and import that, or ask for the workbook to be sent again.`,
  ),
  'return.link': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook: it only says where a file is stored. Open it, download the workbook and import that, or ask for the file itself instead of a link.`,
  ),
  'return.lock-file': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}. It contains no answers. Ask for the workbook itself, which has the same name without "~$", after it is closed in Excel.`,
  ),
  'return.old-excel': error(
    () =>
      'This is a workbook in the old .xls format, which loses parts of the workbook that was sent out. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.',
  ),
  'return.encrypted': error(
    () =>
      'The workbook cannot be read, because it is encrypted or protected by rights management. Ask for a copy saved without a password or restriction.',
  ),
  'return.damaged': error(
    (f: { problem: string }) =>
      `The workbook is damaged: ${f.problem}. Open it in Excel, let Excel repair it, save it under a new name and import that, or ask for it to be sent again.`,
  ),
  'return.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `The file was not read, because its ${f.what} (${f.found}) is over the limit of ${f.limit}. Workbooks are far smaller when they are sent out. No answer has to be typed again. Ask the partner to delete the sheets, styles, names or pictures that were added, in Excel, and to send the workbook again; or to copy the answers into a fresh copy with Paste Special > Values.`,
  ),
  'return.not-read': error(
    (f: { problem: string }) =>
      `The file was not read, because ${f.problem}. An ordinary workbook is read in a fraction of a second. Import it again by itself. If that fails as well, ask the partner to copy the answers into a fresh copy of the workbook with Paste Special > Values, and to send that.`,
  ),
  'return.not-stored': warning(
    (f: { size: string }) =>
      `The contents of this file (${f.size}) were not stored, because refused files of this message or import already use all the space that the register allows for them. Its name, size, SHA-256 and findings were stored. Do not delete the file itself until the matter is settled.`,
  ),
  'archive.damaged': error(
    (f: { problem: string }) =>
      `The archive cannot be unpacked: ${f.problem}. Ask for it to be sent again, preferably as the workbook itself.`,
  ),
  'archive.empty': error(() => 'No file in this archive could be a return. Ask for the workbook itself.'),
  'archive.encrypted': error(
    () =>
      'This file in the archive needs a password. Unpack the archive with that password and import the folder, or ask for the workbook without a password.',
  ),
  'archive.name-twice': error(
    (f: { times: number }) =>
      `The archive contains ${f.times} files with this name. Scorebook cannot know which one is meant, and read none of them. Ask for the one that counts.`,
  ),
  'archive.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not unpacked, because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If you trust the sender, unpack the archive yourself and import the folder. Otherwise ask what it is.`,
  ),
  'archive.unpacked-workbook': error(
    () =>
      'This folder contains the parts of an unpacked Excel workbook. Nothing in it was read. Ask for the workbook itself (.xlsx), as saved in Excel.',
  ),
  'archive.unsafe-name': error(
    () =>
      'The name of this file points outside the archive, as in archives that are made to do harm. It was not unpacked. Ask who made the archive, and for the workbook itself.',
  ),
} as const satisfies Catalogue<'return' | 'archive'>;
