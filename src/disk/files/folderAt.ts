import { statSync } from 'node:fs';
import { join } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import type { WorkbooksIn } from '../../operations/sendWorkbooks.ts';
import type { Folder } from '../../operations/workbooks/folder.ts';
import { Refusal } from '../../refusal.ts';
import { writingProblemOf } from './fileProblem.ts';
import { readFileIfThere } from './readFile.ts';
import { writeFileWhole } from './writeFile.ts';

/** A folder on the disk, which is made when the first file is saved. */
export function folderAt(folder: string): Folder {
  const pathOf = (fileName: string): string => join(folder, fileName);
  return {
    pathOf,
    read: (fileName) => readFileIfThere(pathOf(fileName), (failure) => notWritten(fileName, failure)),
    save: (fileName, bytes) => writeFileWhole(pathOf(fileName), bytes),
  };
}

/** Writing would meet the same problem. */
const notWritten = (file: string, failure: unknown): FindingsError =>
  new FindingsError([finding('output.not-written', { file }, { problem: writingProblemOf(failure) })]);

/** A folder with workbooks that were generated. @throws Refusal when there is no such folder. */
export function workbooksAt(folder: string): ReturnType<WorkbooksIn> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Refusal(
      'folder.unknown',
      (input) =>
        `There is no folder ${folder}. Say with ${input('workbooks')} where the workbooks are, or generate them.`,
    );
  }
  return workbooksIfAt(folder);
}

/** The same where they can be done without: of a folder that does not exist, no file does. */
export const workbooksIfAt = (folder: string): ReturnType<WorkbooksIn> => ({
  folder,
  read: (fileName) => readFileIfThere(join(folder, fileName)),
});
