import { type Catalogue, error, warning } from '../wording/entry.ts';

/** What can be wrong with a returned file before anything in it is read. */
export const returnedFileFindings = {
  'return.folder-unreadable': error(
    (f: { problem: string }) =>
      `The folder cannot be searched: ${f.problem}. Nothing in it was imported: put that right and import it again.`,
  ),
  'return.not-a-file': error(
    (f: { what: string }) =>
      `This is ${f.what}, not a file, and was skipped. If a return is meant, name the file or folder itself.`,
  ),
  'return.unreadable': error(
    (f: { problem: string }) =>
      `The file cannot be opened: ${f.problem}. Check the path and that no other program holds the file.`,
  ),
  'return.empty': error(() => 'The file is empty (0 bytes). Ask for it to be sent again.'),
  'return.not-a-workbook': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.other-spreadsheet': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, another form than the workbook was sent out in, and loses parts of it. Ask for it to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.`,
  ),
  'return.macros': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike} (.xlsm), and the workbook that was sent out has none; for safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which leaves them out, and sent again.`,
  ),
  'return.csv': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, which holds the text of one sheet at most and nothing of the others. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.mail': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook, which may be attached to it. Open it in an e-mail program, save the attachment and import that; or ask for the workbook to be sent again.`,
  ),
  'return.link': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook: it only says where something is kept. Open it, download the workbook and import that; or ask for the file itself instead of a link.`,
  ),
  'return.lock-file': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, and holds no answers. Ask for the workbook itself, of the same name without "~$", after closing it in Excel.`,
  ),
  'return.old-excel': error(
    () =>
      'This is a workbook in the old .xls form, which loses parts of ours. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.',
  ),
  'return.encrypted': error(
    () =>
      'The workbook is encrypted or rights-protected, so it cannot be read. Ask for a copy saved without a password or restriction.',
  ),
  'return.damaged': error(
    (f: { problem: string }) =>
      `The workbook is damaged: ${f.problem}. Open it in Excel, let Excel mend it, save it under a new name and import that; or ask for it to be sent again.`,
  ),
  'return.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `The file was not read because its ${f.what} (${f.found}) is over the limit of ${f.limit}. Workbooks are sent out far smaller. Nothing has to be typed again: ask for the sheets, styles, names or pictures that were added to be deleted in Excel and for the workbook to be sent again, or for the answers to be copied into a fresh copy with Paste Special > Values.`,
  ),
  'return.not-stored': warning(
    (f: { size: string }) =>
      `The refused files of this message or import already use all the space that the register allows for them, so the contents of this one (${f.size}) were not stored: only its name, size, SHA-256 and findings. Keep the file itself until the matter is settled.`,
  ),
} as const satisfies Catalogue<'return'>;
