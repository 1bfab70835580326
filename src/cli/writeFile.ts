import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FindingsError, finding } from '../finding.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it.
 *
 * @throws FindingsError when it cannot be written; nothing is left behind and an older file is still there.
 */
export function writeFileWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, bytes, { flush: true });
    renameSync(draft, path);
  } catch (failure) {
    rmSync(draft, { force: true });
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem: problemOf(failure) })]);
  }
}

const problems: Readonly<Record<string, string>> = {
  EACCES: 'the folder or file may not be written to',
  EBUSY: 'another program has it open (close it in Excel)',
  EISDIR: 'a folder of that name is in the way',
  EEXIST: 'a file stands where a folder is needed',
  ENOENT: 'the folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'it may not be replaced (close it in Excel)',
  EROFS: 'the disk is read-only',
};

/** What went wrong with a file, in words. */
export function problemOf(failure: unknown): string {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  return problems[code] ?? (failure instanceof Error ? failure.message : String(failure));
}
