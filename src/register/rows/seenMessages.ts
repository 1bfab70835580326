import type { OpenDatabase } from '../tables/openDatabase.ts';

/** A folder of a mailbox, as the server numbers its messages now. */
export interface MailFolder {
  /** A digest of server and user. */
  readonly mailbox: string;
  readonly folder: string;
  /** While it stays the same, a number identifies one message. */
  readonly uidValidity: string;
}

/** The messages of a folder that were imported completely. */
export interface SeenMessages {
  readonly uids: ReadonlySet<number>;
  /** Message-IDs of those with other numbers: the only way to recognise them, once a server numbers anew. */
  readonly formerIds: ReadonlySet<string>;
}

export async function seenMessages(
  { db }: OpenDatabase,
  { mailbox, folder, uidValidity }: MailFolder,
): Promise<SeenMessages> {
  const rows = await db
    .selectFrom('seen_message')
    .select(['uid_validity', 'uid', 'message_id'])
    .where('mailbox', '=', mailbox)
    .where('folder', '=', folder)
    .execute();
  const former = rows.filter((row) => row.uid_validity !== uidValidity);
  return {
    uids: new Set(rows.filter((row) => row.uid_validity === uidValidity).map(({ uid }) => uid)),
    formerIds: new Set(former.flatMap(({ message_id }) => message_id ?? [])),
  };
}

/** Stores a message as seen, after everything in it was recorded. */
export async function rememberMessage(
  { db }: OpenDatabase,
  { mailbox, folder, uidValidity }: MailFolder,
  { uid, messageId }: { readonly uid: number; readonly messageId: string | undefined },
  now: Date,
): Promise<void> {
  await db
    .insertInto('seen_message')
    .values({
      mailbox,
      folder,
      uid_validity: uidValidity,
      uid,
      message_id: messageId ?? null,
      seen_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a Message-ID is that of a message that went out from this register. */
export async function isOwnMessage({ db }: OpenDatabase, messageId: string): Promise<boolean> {
  const found = await db.selectFrom('message').select('id').where('message_id', '=', messageId).executeTakeFirst();
  return found !== undefined;
}
