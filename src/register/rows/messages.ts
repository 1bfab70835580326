import { sql } from 'kysely';
import { contains } from '../database/fragments.ts';
import { writeLog } from '../log/log.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { Register } from '../tables/register.ts';
import type { Message, MessageKey } from '../tables/schema.ts';
import { storedTime } from '../tables/storedTime.ts';

export type { Message, MessageKey };

/** Every e-mail of a round, earliest first. */
export async function messagesOf(
  { db }: OpenDatabase,
  { round, instrument }: Pick<Message, 'round' | 'instrument'>,
): Promise<readonly Message[]> {
  const messages = await db
    .selectFrom('message')
    .selectAll()
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .orderBy('id')
    .execute();
  for (const { at, partner, kind } of messages) storedTime(at, `the time of a message to ${partner} (${kind})`);
  return messages;
}

/** The state of a message, stored before and after it is handed to the mail server. */
export type MessageState = Pick<Message, 'state' | 'detail'> & { readonly at: Date; readonly draft?: string | null };

/** @returns The number of the message in the register. */
export function recordMessage(
  register: Register,
  key: MessageKey,
  sent: Pick<Message, 'message_id' | 'recipient'>,
  { at, ...state }: MessageState,
): Promise<number> {
  return inTransaction(register, async (inside) => {
    const { id } = await inside.db
      .insertInto('message')
      .values({ ...key, ...sent, ...state, at: at.toISOString() })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeLog(inside, { at, what: `message ${state.state}`, details: sent.message_id, about: ['message', id] });
    return id;
  });
}

/**
 * Records a message before it is sent, unless another of the same key was recorded after the last one that the caller saw.
 *
 * @returns Undefined when there is one.
 */
export function claimMessage(
  register: Register,
  key: MessageKey,
  sent: Pick<Message, 'message_id' | 'recipient'>,
  state: MessageState,
  seen: Message | undefined,
): Promise<number | undefined> {
  return register.db.transaction().execute(async (db) => {
    const other = await db
      .selectFrom('message')
      .select('id')
      .where((where) => where.and(key))
      .where('id', '>', seen?.id ?? 0)
      .limit(1)
      .executeTakeFirst();
    return other === undefined ? recordMessage({ ...register, db }, key, sent, state) : undefined;
  });
}

/** @param messageId The Message-ID with which the mail server replaced Scorebook's own. */
export function recordState(
  register: Register,
  id: number,
  { at, ...state }: MessageState,
  messageId?: string,
): Promise<void> {
  const values = { ...state, at: at.toISOString() };
  return inTransaction(register, async (inside) => {
    await inside.db
      .updateTable('message')
      .set(messageId === undefined ? values : { ...values, message_id: messageId })
      .where('id', '=', id)
      .execute();
    await writeLog(inside, { at, what: `message ${state.state}`, details: state.detail ?? '', about: ['message', id] });
  });
}

/** Removes a message that was certainly never sent. */
export function forgetMessage(register: Register, id: number, at: Date): Promise<void> {
  return inTransaction(register, async (inside) => {
    await inside.db.deleteFrom('message').where('id', '=', id).execute();
    await writeLog(inside, { at, what: 'message not sent', details: '', about: ['message', id] });
  });
}

/** Runs in the register's present transaction, or in one of its own. */
function inTransaction<T>(register: Register, work: (inside: Register) => Promise<T>): Promise<T> {
  if (register.db.isTransaction) return work(register);
  return register.db.transaction().execute((db) => work({ ...register, db }));
}

export interface Bounce {
  /** The Message-ID of the bounced message, with or without angle brackets; Outlook gives drafts one of its own. */
  readonly messageId?: string;
  /** The address that could not be reached. */
  readonly recipient: string;
  /** The reason that the report gives. */
  readonly detail: string;
  readonly at: Date;
}

/**
 * Records a bounce: of the message with that Message-ID, or else of the last one to that address.
 *
 * @returns The message; undefined when Scorebook sent no such message.
 */
export async function recordBounce(
  register: Register,
  { messageId, recipient, detail, at }: Bounce,
): Promise<MessageKey | undefined> {
  const bounced =
    (messageId === undefined ? undefined : await messageOf(register, messageId)) ??
    (await lastMessageTo(register, recipient));
  if (bounced === undefined) return undefined;
  const { id, ...key } = bounced;
  await recordState(register, id, { state: 'bounced', at, detail: `${recipient}: ${detail}` });
  return key;
}

const keyColumns = ['id', 'round', 'instrument', 'partner', 'kind', 'about'] as const;
type KnownMessage = MessageKey & Pick<Message, 'id'>;

function messageOf({ db }: OpenDatabase, messageId: string): Promise<KnownMessage | undefined> {
  const bare = messageId.trim().replace(/^<|>$/g, '');
  return db
    .selectFrom('message')
    .select(keyColumns)
    .where('message_id', 'in', [bare, `<${bare}>`])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Addresses are compared regardless of capitals. */
function lastMessageTo({ db }: OpenDatabase, recipient: string): Promise<KnownMessage | undefined> {
  const address = `, ${recipient.trim()}, `;
  return db
    .selectFrom('message')
    .select(keyColumns)
    .where(contains(db, sql`lower(', ' || recipient || ', ')`, sql`lower(${address})`))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
