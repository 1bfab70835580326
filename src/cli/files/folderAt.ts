import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import type { Folder } from '../../operations/workbooks/folder.ts';
import { problemOf, writeFileWhole } from './writeFile.ts';

/** A folder on the disk, which is made when the first file is saved. */
export function folderAt(folder: string): Folder {
  const pathOf = (fileName: string): string => join(folder, fileName);
  return {
    pathOf,
    read: (fileName) => bytesAt(pathOf(fileName)),
    save: (fileName, bytes) => writeFileWhole(pathOf(fileName), bytes),
  };
}

function bytesAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    // Where a file is in place of the folder, there is no file either: writing finds which it is.
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem: problemOf(failure) })]);
  }
}
