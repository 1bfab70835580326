import { FindingsError, finding } from '../../finding/index.ts';
import { bytesText, countText } from '../../spreadsheet/zip/readErrors.ts';

/** The message cannot be read. `problem` is a clause: "its end is missing". */
export const mailDamaged = (problem: string): FindingsError =>
  new FindingsError([finding('message.damaged', {}, { problem })]);

export const mailTooLarge = (what: string, found: number, limit: number): FindingsError =>
  overLimit(what, bytesText(found), bytesText(limit));

/** A count that was stopped as soon as it passed its limit. */
export const mailTooMany = (what: string, limit: number): FindingsError =>
  overLimit(what, `more than ${countText(limit)}`, countText(limit));

const overLimit = (what: string, found: string, limit: string): FindingsError =>
  new FindingsError([finding('message.over-limit', {}, { what, found, limit })]);
