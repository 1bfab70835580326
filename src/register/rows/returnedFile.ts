import { FindingsError, finding } from '../../finding/index.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import type { Register } from '../tables/register.ts';
import { loadBytes } from './storedBytes.ts';

/** A returned file, unchanged. */
export interface ReturnedFile {
  readonly id: number;
  /** Its name when it was imported: `5E1.xlsx`, or `all.zip > folder/5E1.xlsx`. */
  readonly name: string;
  readonly sha256: string;
  readonly status: 'accepted' | 'refused';
  readonly bytes: Uint8Array;
}

/**
 * The file of the return with this number, accepted or refused; undefined when there is none.
 *
 * @throws FindingsError when its bytes are missing, or no longer those that came.
 */
export async function returnedFile(register: Register, id: number): Promise<ReturnedFile | undefined> {
  const file = await register.db
    .selectFrom('return')
    .innerJoin('file', 'file.sha256', 'return.file')
    .select(['return.id', 'file.name', 'file.sha256', 'file.size', 'return.status'])
    .where('return.id', '=', id)
    .executeTakeFirst();
  if (file === undefined) return undefined;
  const { size, ...rest } = file;
  const loaded = await loadBytes(register, file.sha256);
  if (typeof loaded !== 'string') return { ...rest, ...loaded };
  const { name, sha256 } = file;
  const missing = { id, name, sha256, size: bytesText(size ?? 0), isPruned: loaded === 'pruned' };
  throw new FindingsError([
    loaded === 'changed'
      ? finding('register.file-changed', {}, { name, sha256 })
      : finding('register.bytes-missing', {}, missing),
  ]);
}
