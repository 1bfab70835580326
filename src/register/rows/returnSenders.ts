import type { OpenDatabase } from '../tables/openDatabase.ts';

/** The e-mail that brought a return. */
export interface ReturnSender {
  /** Address of its author; null if it has none. */
  readonly sender: string | null;
  readonly subject: string;
  /** With its angle brackets. */
  readonly messageId: string | null;
}

/** The e-mails with which the returns of a register came, by the number of the return; none for files without one. */
export async function returnSenders({ db }: OpenDatabase): Promise<ReadonlyMap<number, ReturnSender>> {
  const rows = await db
    .selectFrom('received_message')
    .select(['return_id', 'sender', 'subject', 'message_id'])
    .execute();
  return new Map(
    rows.map(({ return_id, message_id: messageId, sender, subject }) => [return_id, { sender, subject, messageId }]),
  );
}
