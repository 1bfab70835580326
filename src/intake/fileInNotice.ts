import { createHash } from 'node:crypto';
import type { FileInNotice } from '../mail/unpackMail.ts';
import type { Register } from '../register/tables/register.ts';
import { isAsIssued } from '../rounds/issue/recordWrittenFile.ts';
import { type ImportContext, readReturn } from './readReturn.ts';

/** Says whether a file is a return, by its content alone. Nothing is stored. */
export async function fileInNotice(
  register: Register,
  context: ImportContext,
  bytes: Uint8Array,
): Promise<FileInNotice> {
  if (await isAsIssued(register, createHash('sha256').update(bytes).digest('hex'))) return 'none';
  const read = await readReturn(register, context, { name: '', bytes, received: new Date(0) });
  if ('response' in read) return 'return';
  return read.findings.some(({ code }) => noReturn.has(code)) ? 'none' : 'unusable';
}

/** The findings for workbooks that nobody filled in, and for files that were never sent out. */
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
