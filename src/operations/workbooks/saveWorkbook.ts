import { createHash } from 'node:crypto';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import type { IssuedWorkbook } from '../../rounds/issue/issue.ts';
import { isAsIssued, recordWrittenFile } from '../../rounds/issue/recordWrittenFile.ts';
import type { Folder } from './folder.ts';

/** `replaced` is written, too, in place of one that nobody had filled in. */
export type SaveOutcome = 'written' | 'replaced' | 'unchanged' | 'left';

/** Saves an issued workbook, unless the folder has a file of that name in which somebody has worked: that is never lost. */
export async function saveWorkbook(
  register: Register,
  workbook: IssuedWorkbook,
  folder: Folder,
  bytes: Uint8Array,
): Promise<{ readonly outcome: SaveOutcome; readonly findings: readonly Finding[] }> {
  const { fileName } = workbook;
  const digest = sha256(bytes);
  try {
    const present = fileDigest(folder, fileName);
    if (present !== undefined && present !== digest && !(await isAsIssued(register, present))) {
      return { outcome: 'left', findings: [finding('output.changed-since-issue', { file: fileName }, {})] };
    }
    if (present !== digest) folder.save(fileName, bytes);
    if (workbook.sha256 !== digest) await recordWrittenFile(register, workbook, digest);
    if (present === digest) return { outcome: 'unchanged', findings: [] };
    return { outcome: present === undefined ? 'written' : 'replaced', findings: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { outcome: 'left', findings: failure.findings };
    throw failure;
  }
}

/** SHA-256 of a file in the folder; undefined when there is none. @throws FindingsError when something else is in its place. */
export function fileDigest(folder: Folder, fileName: string): string | undefined {
  const bytes = folder.read(fileName);
  return bytes === undefined ? undefined : sha256(bytes);
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
