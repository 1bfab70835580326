import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import type { IssuedWorkbook } from '../../rounds/issue/issue.ts';
import { isAsIssued, recordWritten } from '../../rounds/issue/recordWritten.ts';
import { problemOf, writeFileWhole } from '../files/writeFile.ts';

/** `replaced` is written, too, in place of one that nobody had filled in. */
export type SaveOutcome = 'written' | 'replaced' | 'unchanged' | 'left';

/** Puts the bytes in their place, unless somebody has worked in a file that stands there: that is never lost. */
export async function saveWorkbook(
  register: Register,
  workbook: IssuedWorkbook,
  path: string,
  bytes: Uint8Array,
): Promise<{ outcome: SaveOutcome; findings: readonly Finding[] }> {
  const digest = sha256(bytes);
  try {
    const standing = digestAt(path);
    if (standing !== undefined && standing !== digest && !(await isAsIssued(register, standing))) {
      return { outcome: 'left', findings: [finding('output.changed-since-issue', { file: basename(path) }, {})] };
    }
    if (standing !== digest) writeFileWhole(path, bytes);
    if (workbook.sha256 !== digest) await recordWritten(register, workbook, digest);
    if (standing === digest) return { outcome: 'unchanged', findings: [] };
    return { outcome: standing === undefined ? 'written' : 'replaced', findings: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { outcome: 'left', findings: failure.findings };
    throw failure;
  }
}

/** SHA-256 of the file at a path; undefined when there is none. @throws FindingsError when what is there is in the way. */
export function digestAt(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch (failure) {
    // Where a file stands in place of the folder, there is no file either: writing tells which it is.
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem: problemOf(failure) })]);
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
