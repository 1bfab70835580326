import type { Unpacked } from '../../mail/unpackMail.ts';

/** A file to be imported, from a folder or from archives and messages in it; or the findings about one. */
export interface Received extends Omit<Unpacked, 'path'> {
  /** `returns/archive.zip > folder/name.xlsx`, `mail.mbox > message 3 "RE: return" > name.xlsx`. */
  readonly path: string;
  /** The same without the folder. */
  readonly name: string;
  /** The outermost message, archive or other file that contained it. */
  readonly source: string;
}
