import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { Refusal } from '../../refusal.ts';
import { databaseProblemOf } from '../../register/database/databaseProblem.ts';
import { writeNewFile } from '../../register/database/newFile.ts';
import { writingProblemOf } from './fileProblem.ts';
import { writeFileWhole } from './writeFile.ts';

/** Writes a text where there is no file yet. @throws Refusal when there is one, FindingsError when it cannot be written. */
export function writeNewText(path: string, text: string): void {
  if (existsSync(path)) {
    const message = `${path} is there already and was left alone.`;
    throw new Refusal('place.taken', (nameOf) => `${message} Give ${nameOf('out')} another name.`);
  }
  writeFileWhole(path, new TextEncoder().encode(text));
}

/** Writes a file, unless it is there already. @throws FindingsError when another is there, or it cannot be written. */
export function writeUnlessThere(path: string, bytes: Uint8Array): void {
  if (!existsSync(path)) writeFileWhole(path, bytes);
  else if (!statSync(path).isFile() || !readFileSync(path).equals(bytes)) throw taken(path);
}

/**
 * Has a new file written, whole or not at all.
 *
 * @param write Writes the file at the path that it is given.
 * @throws FindingsError when there is a file of that name, or it cannot be written.
 */
export async function writeNewFileAt(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) throw taken(path);
  try {
    await writeNewFile(resolve(path), write);
  } catch (failure) {
    if (failure instanceof FindingsError) throw failure;
    if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST') throw taken(path);
    const problem = databaseProblemOf(failure) ?? writingProblemOf(failure);
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem })]);
  }
}

const taken = (path: string): FindingsError =>
  new FindingsError([finding('output.already-there', { file: basename(path) }, {})]);
