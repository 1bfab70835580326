import type { Finding } from '../finding/index.ts';
import { defaultLimits } from '../spreadsheet/zip/limits.ts';
import { tooLarge } from '../spreadsheet/zip/readErrors.ts';

/** The finding for a file that exceeds the maximum size of a return, in bytes. Such a file is not even loaded. */
export function oversize(bytes: number): readonly Finding[] {
  const { fileBytes } = defaultLimits;
  return bytes > fileBytes ? tooLarge('size', bytes, fileBytes).findings : [];
}
