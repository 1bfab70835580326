import { type Catalogue, error } from '../wording/entry.ts';

/** What can be wrong with a ZIP archive of returns. */
export const archiveFindings = {
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
} as const satisfies Catalogue<'archive'>;
