import { FindingsError, finding } from '../finding.ts';
import { keptBytes } from './keptBytes.ts';
import type { Register } from './openRegister.ts';

/** A file that came back, as it came. */
export interface ReturnedFile {
  readonly id: number;
  /** As it was called when it was imported: `5E1.xlsx`, or `all.zip > folder/5E1.xlsx`. */
  readonly name: string;
  readonly sha256: string;
  readonly status: 'accepted' | 'refused';
  readonly bytes: Uint8Array;
}

/**
 * The file of the return with this number, accepted or refused; undefined when there is none.
 *
 * @throws FindingsError when its bytes are not those any more that came.
 */
export async function returnedFile(register: Register, id: number): Promise<ReturnedFile | undefined> {
  const file = await register.db
    .selectFrom('return')
    .innerJoin('file', 'file.sha256', 'return.file')
    .select(['return.id', 'file.name', 'file.sha256', 'return.status'])
    .where('return.id', '=', id)
    .executeTakeFirst();
  if (file === undefined) return undefined;
  const bytes = await keptBytes(register, file.sha256);
  if (bytes === undefined) {
    throw new FindingsError([finding('register.file-changed', {}, { name: file.name, sha256: file.sha256 })]);
  }
  return { ...file, bytes };
}
