import type { Unpacked } from '../../mail/unpackMail.ts';
import type { ReceivedMessage } from '../../register/rows/receivedMessage.ts';
import type { ThreadOutcome } from './readers.ts';

/** Where a file to be imported came from. */
export interface FileOrigin {
  /** `returns/archive.zip > folder/name.xlsx`, `mail.mbox > message 3 "RE: return" > name.xlsx`. */
  readonly path: string;
  /** The same without the folder. */
  readonly name: string;
  /** The outermost message, archive or other file that contained it. */
  readonly source: string;
  /** The message in which the file came; absent for a file without one. */
  readonly message?: ReceivedMessage;
  /** Number of files known to follow. */
  readonly following: number;
}

/** A file to be imported, from a folder or from archives and messages in it; or the findings about one. */
export interface Received extends FileOrigin, Pick<Unpacked, 'content' | 'failures'> {
  /** What a thread makes of it, where it is read ahead. */
  readonly reading?: Promise<ThreadOutcome>;
  /** The SHA-256 of its bytes, where it was read ahead. */
  readonly sha256?: string;
}
