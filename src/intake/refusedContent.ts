import { type Finding, finding } from '../finding/index.ts';
import { type StoredContent, storedContent, unstoredContent } from '../register/rows/storedBytes.ts';
import { defaultLimits } from '../spreadsheet/zip/limits.ts';
import { bytesText } from '../spreadsheet/zip/readErrors.ts';
import { mayHoldWorkbook } from '../spreadsheet/zip/signature.ts';

/**
 * What is stored of a refused file besides its name, size, digest and the reason: nothing where its first bytes show that it
 * holds no workbook, where it is too large to be read, or where there is no room for it.
 *
 * @param room bytes that are left for it
 */
export function refusedContent(
  bytes: Uint8Array,
  room: number,
): { readonly stored: StoredContent; readonly findings: readonly Finding[] } {
  const unstored = unstoredContent(bytes.length);
  if (bytes.length > defaultLimits.fileBytes || !mayHoldWorkbook(bytes)) return { stored: unstored, findings: [] };
  const stored = storedContent(bytes);
  if (stored.bytes.length <= room) return { stored, findings: [] };
  return { stored: unstored, findings: [finding('return.not-stored', {}, { size: bytesText(bytes.length) })] };
}
