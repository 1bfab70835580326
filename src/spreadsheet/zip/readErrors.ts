import { FindingsError, finding } from '../../finding/index.ts';
import type { ForeignFile } from './signature.ts';

/** The file is a zip archive or a workbook, but broken. `problem` is a clause: "its end is missing". */
export const damaged = (problem: string): FindingsError =>
  new FindingsError([finding('return.damaged', {}, { problem })]);

/** The file is something else. */
export const notAWorkbook = ({ code, looksLike }: ForeignFile): FindingsError =>
  new FindingsError([finding(code, {}, { looksLike })]);

export const encrypted = (): FindingsError => new FindingsError([finding('return.encrypted', {}, {})]);

/** A count that is over its limit. */
export const tooMany = (what: string, found: number, limit: number): FindingsError =>
  overLimit(what, countText(found), countText(limit));

/** A count that stopped at its limit. */
export const moreThan = (what: string, limit: number): FindingsError =>
  overLimit(what, `more than ${countText(limit)}`, countText(limit));

/** A number of bytes that is over its limit. */
export const tooLarge = (what: string, found: number, limit: number): FindingsError =>
  overLimit(what, bytesText(found), bytesText(limit));

/** Text from the file, safe for a message: printable ASCII (nothing that moves a terminal's cursor), cut at 80. */
export const safeText = (text: string): string => text.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');

const overLimit = (what: string, found: string, limit: string): FindingsError =>
  new FindingsError([finding('return.over-limit', {}, { what, found, limit })]);

export const countText = (count: number): string => count.toLocaleString('en-GB');

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
