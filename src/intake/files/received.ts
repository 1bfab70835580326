import type { Unpacked } from '../../mail/unpackMail.ts';

/** A file as it is imported, from a folder, or from archives and messages there; or what there is to say of one. */
export interface Received extends Omit<Unpacked, 'path'> {
  /** `returns/archive.zip > folder/name.xlsx`, `mail.mbox > message 3 "RE: return" > name.xlsx`. */
  readonly path: string;
  /** The same without the folder around it all. */
  readonly name: string;
  /** The message, archive or other file as it came, with which all files in it came. */
  readonly source: string;
}
