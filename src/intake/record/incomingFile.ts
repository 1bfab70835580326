import { createHash } from 'node:crypto';
import type { ReceivedMessage } from '../../register/rows/receivedMessage.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { storedTime } from '../../register/tables/storedTime.ts';

export interface ReceivedFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it came, by the clock. */
  readonly received: Date;
  /** The time of arrival as somebody stated it. It takes precedence over the clock, and corrects the date of a file that is known already. */
  readonly stated?: Date;
  /** The e-mail that it arrived in. Its time takes precedence over the clock. */
  readonly message?: ReceivedMessage;
  /** The SHA-256 of the bytes, where it is known. */
  readonly sha256?: string;
  /** Bytes that it may take in the register where it is refused; any number when absent. */
  readonly refusedRoom?: number;
}

/** A file that came, with what the register knows of its bytes. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** When these bytes came: as stated, or else when they came first. */
  readonly received: Date;
  /** Whether somebody stated that time, which then corrects another. */
  readonly isStated: boolean;
  readonly importedAt: Date;
  readonly message: ReceivedMessage | undefined;
  /** Whether a return was already made of it, so that nothing is left to do. */
  readonly accepted: boolean;
  /** Whether it was refused before. */
  readonly refusedBefore: boolean;
}

/** Looks up the bytes of a file. The same bytes are stored once, with their first date. */
export async function lookUpFile({ db }: OpenDatabase, file: ReceivedFile): Promise<IncomingFile> {
  const { name, bytes, message, sha256 = createHash('sha256').update(bytes).digest('hex') } = file;
  const known = await db
    .selectFrom('file')
    .leftJoin('return', 'return.file', 'file.sha256')
    .select(['file.received_at', 'return.status'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  const first =
    known === undefined
      ? (message?.arrived ?? file.received)
      : storedTime(known.received_at, `the time at which ${name} came`);
  return {
    ...{ name, bytes, sha256, message },
    received: file.stated ?? first,
    isStated: file.stated !== undefined,
    importedAt: file.received,
    accepted: known?.status === 'accepted',
    refusedBefore: known?.status === 'refused',
  };
}
