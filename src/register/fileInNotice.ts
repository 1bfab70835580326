import { createHash } from 'node:crypto';
import { isAsIssued } from './issueWorkbooks.ts';
import { type ImportContext, judgeReturn } from './judgeReturn.ts';
import type { Register } from './openRegister.ts';

/**
 * What a file is that came in a message which is no letter, as in an automatic reply or a bounce: a sealed workbook that
 * somebody filled in; what may be one and cannot be used; or nothing of the kind, such as the blank workbook that a bounce
 * gives back.
 */
export type FileInNotice = 'return' | 'unusable' | 'none';

/** Judges the file by its content alone. Nothing is stored. */
export async function fileInNotice(
  register: Register,
  context: ImportContext,
  bytes: Uint8Array,
): Promise<FileInNotice> {
  if (await isAsIssued(register, createHash('sha256').update(bytes).digest('hex'))) return 'none';
  const judged = await judgeReturn(register, context, { name: '', bytes, received: new Date(0) });
  if ('read' in judged) return 'return';
  return judged.findings.some(({ code }) => noReturn.has(code)) ? 'none' : 'unusable';
}

/** What is said of workbooks that nobody filled in, and of files that have nothing to do with what was sent out. */
const noReturn: ReadonlySet<string> = new Set([
  'return.not-filled-in',
  'return.worked-example',
  'return.not-ours',
  'return.not-a-workbook',
  'return.csv',
  'return.link',
  'return.lock-file',
  'return.empty',
]);
