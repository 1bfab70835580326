import { type Finding, finding } from '../finding/index.ts';
import { type StoredContent, storedContent, unstoredContent } from '../register/rows/storedBytes.ts';
import { defaultLimits } from '../spreadsheet/zip/limits.ts';
import { bytesText } from '../spreadsheet/zip/readErrors.ts';
import { mayHoldWorkbook } from '../spreadsheet/zip/signature.ts';

/**
 * The content of a refused file to be stored with its name, size, digest and reason: none if its first bytes show that it
 * holds no workbook, if it is too large to be read, or if there is no room for it.
 *
 * @param room The number of bytes that may be stored; any when absent.
 */
export function refusedContent(
  bytes: Uint8Array,
  room = Number.POSITIVE_INFINITY,
): { readonly stored: StoredContent; readonly findings: readonly Finding[] } {
  const unstored = unstoredContent(bytes.length);
  if (bytes.length > defaultLimits.fileBytes || !mayHoldWorkbook(bytes)) return { stored: unstored, findings: [] };
  const stored = storedContent(bytes);
  if (stored.bytes.length <= room) return { stored, findings: [] };
  return { stored: unstored, findings: [finding('return.not-stored', {}, { size: bytesText(bytes.length) })] };
}
