import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { writingProblemOf } from './fileProblem.ts';
import { writePiecesWhole } from './writeFile.ts';

/** A file of a folder, which is made piece by piece. */
export interface FolderFile {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * Writes a folder whole or not at all: beside its place first, then renamed into it. An older one is replaced.
 *
 * @throws FindingsError when it cannot be written; nothing is left behind and the older one is still there.
 */
export async function writeFolderWhole(path: string, files: AsyncIterable<FolderFile>): Promise<void> {
  const [draft, older] = ['part', 'old'].map((ending) => `${path}.${randomUUID().slice(0, 8)}.${ending}`);
  if (draft === undefined || older === undefined) return;
  try {
    for await (const file of files) await writePiecesWhole(join(draft, ...file.path.split('/')), file.pieces);
    if (existsSync(path)) renameSync(path, older);
    if (existsSync(draft)) renameSync(draft, path);
    rmSync(older, { recursive: true, force: true });
  } catch (failure) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(older) && !existsSync(path)) renameSync(older, path);
    if (failure instanceof FindingsError || !(failure instanceof Error && 'code' in failure)) throw failure;
    throw new FindingsError([
      finding('output.not-written', { file: basename(path) }, { problem: writingProblemOf(failure) }),
    ]);
  }
}
