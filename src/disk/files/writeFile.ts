import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { makeFolder } from '../../register/database/makeFolder.ts';
import { writingProblemOf } from './fileProblem.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it.
 *
 * @throws FindingsError when it cannot be written; nothing is left behind and an older file is still there.
 */
export const writeFileWhole = (path: string, bytes: Uint8Array): void => writePiecesWhole(path, [bytes]);

/** The same for what is made piece by piece, and may be more than memory holds. */
export function writePiecesWhole(path: string, pieces: Iterable<Uint8Array>): void {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    makeFolderFor(path);
    writePieces(draft, pieces);
    renameSync(draft, path);
  } catch (failure) {
    if (existsSync(draft)) rmSync(draft);
    // A failure without a system code comes from making the pieces, and is a bug.
    if (failure instanceof FindingsError || !(failure instanceof Error && 'code' in failure)) throw failure;
    throw new FindingsError([
      finding('output.not-written', { file: basename(path) }, { problem: writingProblemOf(failure) }),
    ]);
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
    const problem = `the folder ${folder} cannot be made (${writingProblemOf(failure)})`;
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem })]);
  }
}
