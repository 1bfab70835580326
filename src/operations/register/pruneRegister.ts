import { pruneRefused, type RefusedFile, refusedFiles } from '../../register/rows/pruneRefused.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Removes the bytes of files that were refused long ago, and gives back what they were. Their names, sizes, SHA-256 and
 * findings stay, and every return that was accepted.
 *
 * @param olderThan Days since they were refused.
 */
export function pruneRegister(
  { register, now }: OperationContext,
  { olderThan, dryRun = false }: { readonly olderThan: number; readonly dryRun?: boolean },
): Promise<readonly RefusedFile[]> {
  const before = new Date(now().getTime() - olderThan * day);
  return dryRun ? refusedFiles(register, before) : pruneRefused(register, before, now());
}
