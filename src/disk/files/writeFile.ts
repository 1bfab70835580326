import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { makeFolder } from '../../register/database/makeFolder.ts';
import { writingProblemOf } from './fileProblem.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it.
 *
 * @throws FindingsError when it cannot be written; nothing is left behind and an older file is still there.
 */
export function writeFileWhole(path: string, bytes: Uint8Array): void {
  const draft = draftOf(path);
  try {
    makeFolderFor(path);
    writeDraft(draft, bytes);
    renameSync(draft, path);
  } catch (failure) {
    throw afterFailure(path, draft, failure);
  }
}

/** The same for what is made piece by piece, and may be more than memory holds. */
export async function writePiecesWhole(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = draftOf(path);
  try {
    makeFolderFor(path);
    const file = await open(draft, 'w', outputMode);
    try {
      // Given a file, it writes all of what it is given after what is there.
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    renameSync(draft, path);
  } catch (failure) {
    throw afterFailure(path, draft, failure);
  }
}

const draftOf = (path: string): string => `${path}.${randomUUID().slice(0, 8)}.part`;

/** Removes what is left, and gives what is to be thrown. */
function afterFailure(path: string, draft: string, failure: unknown): unknown {
  if (existsSync(draft)) rmSync(draft);
  // A failure without a system code comes from making the pieces, and is a bug.
  if (failure instanceof FindingsError || !(failure instanceof Error && 'code' in failure)) return failure;
  return new FindingsError([
    finding('output.not-written', { file: basename(path) }, { problem: writingProblemOf(failure) }),
  ]);
}

/** What is written may be about people: no one but its owner and the owner's group can read it. A umask may allow less. */
const outputMode = 0o640;

function writeDraft(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', outputMode);
  try {
    writeFileSync(file, bytes);
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
