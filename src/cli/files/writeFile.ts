import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { makeFolder } from '../../register/database/makeFolder.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it.
 *
 * @throws FindingsError when it cannot be written; nothing is left behind and an older file is still there.
 */
export const writeFileWhole = (path: string, bytes: Uint8Array): void => writePiecesWhole(path, [bytes]);

/** The same for what is made piece by piece, and may be more than memory holds. */
export function writePiecesWhole(path: string, pieces: Iterable<Uint8Array>): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    makeFolderFor(path);
    writePieces(draft, pieces);
    renameSync(draft, path);
  } catch (failure) {
    if (existsSync(draft)) rmSync(draft);
    // A failure without a system code comes from making the pieces, and is a bug.
    if (failure instanceof FindingsError || !(failure instanceof Error && 'code' in failure)) throw failure;
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem: problemOf(failure) })]);
  }
}

/** What is written may be about people: no one but its owner and the owner's group can read it. A umask may allow less. */
const outputMode = 0o640;

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w', outputMode);
  try {
    // Given a file, it writes all of what it is given after what is there.
    for (const piece of pieces) writeFileSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function makeFolderFor(path: string): void {
  const folder = dirname(path);
  try {
    makeFolder(folder);
  } catch (failure) {
    const problem = `the folder ${folder} cannot be made (${problemOf(failure)})`;
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem })]);
  }
}

const problems: Readonly<Record<string, string>> = {
  EACCES: 'the folder or file may not be written to',
  EBUSY: 'another program has it open (close it in Excel)',
  EISDIR: 'there is a folder with that name',
  ENAMETOOLONG: 'its name or path is too long',
  EEXIST: 'there is a file where a folder is needed',
  ENOENT: 'the folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is a file where a folder is needed',
  EPERM: 'it may not be replaced (close it in Excel)',
  EROFS: 'the disk is read-only',
};

const readingProblems: Readonly<Record<string, string>> = {
  ...problems,
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EPERM: 'it may not be read',
};

/** What went wrong in writing a file, in words. */
export const problemOf = (failure: unknown): string => inWords(failure, problems);

/** What went wrong in reading a file, in words. */
export const readingProblemOf = (failure: unknown): string => inWords(failure, readingProblems);

function inWords(failure: unknown, words: Readonly<Record<string, string>>): string {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  return words[code] ?? (failure instanceof Error ? failure.message : String(failure));
}
