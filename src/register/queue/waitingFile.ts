import { z } from 'zod';

/** A file that waits to be imported. */
export interface WaitingFile {
  /** As it is reported, with its folder. */
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly import: WaitingImport;
}

const waitingImport = z
  .strictObject({
    /** When it was put into the queue, as ISO 8601. */
    queued: z.iso.datetime(),
    /** The round of which alone it is accepted. */
    round: z.string().optional(),
    /** When it came, as somebody stated it. */
    stated: z.iso.datetime().optional(),
    /** For a message from a mailbox or an mbox: how it is named, and when that says that it arrived. */
    message: z
      .strictObject({
        name: z.string(),
        delivered: z.iso.datetime().optional(),
        separated: z.iso.datetime().optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();

/** What the import of a waiting file needs besides its bytes. */
export type WaitingImport = z.infer<typeof waitingImport>;

/** Reads what `JSON.stringify` made of it. */
export const readWaitingImport = (json: string): WaitingImport => waitingImport.parse(JSON.parse(json));
