import { type Catalogue, error } from '../wording/entry.ts';

/** What can be wrong with a ZIP archive of returns. */
export const archiveFindings = {
  'archive.damaged': error(
    (f: { problem: string }) =>
      `It cannot be unpacked: ${f.problem}. Ask for it to be sent again, best without packing it into an archive.`,
  ),
  'archive.empty': error(() => 'There is no file in this archive that could be a return. Ask for the workbook itself.'),
  'archive.encrypted': error(
    () =>
      'This file is packed with a password. Unpack the archive yourself with that password and import the folder; or ask for the workbook without one.',
  ),
  'archive.name-twice': error(
    (f: { times: number }) =>
      `The archive holds ${f.times} files of this name, so it cannot be told which is meant, and none was read. Ask for the one that counts.`,
  ),
  'archive.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not unpacked because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If it comes from somebody you trust, unpack the archive yourself and import the folder; otherwise ask what it is.`,
  ),
  'archive.unpacked-workbook': error(
    () =>
      'This folder holds the insides of an Excel workbook that was unpacked, and nothing in it was read. Ask for the workbook itself (.xlsx), as it was saved in Excel.',
  ),
  'archive.unsafe-name': error(
    () =>
      'The name of this file leads out of the archive, as in archives that are made to do harm, so it was not unpacked. Ask who packed it, and for the workbook itself.',
  ),
} as const satisfies Catalogue<'archive'>;
