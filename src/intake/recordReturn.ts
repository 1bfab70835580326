import { createHash } from 'node:crypto';
import { type Insertable, type Kysely, sql, type TransactionBuilder } from 'kysely';
import type { Finding } from '../finding/index.ts';
import { isOnServer } from '../register/database/dialect.ts';
import { enterReturn } from '../register/database/serverFunctions.ts';
import { writeLog } from '../register/log/log.ts';
import { responseRows } from '../register/rows/answerRows.ts';
import { findingRow } from '../register/rows/findingRow.ts';
import { insertRows } from '../register/rows/insertRows.ts';
import type { ReceivedMessage } from '../register/rows/receivedMessage.ts';
import { type StoredContent, storedContent } from '../register/rows/storedBytes.ts';
import type { OpenDatabase } from '../register/tables/openDatabase.ts';
import type { Register } from '../register/tables/register.ts';
import type { AnswerRow, RegisterTables } from '../register/tables/schema.ts';
import { storedTime } from '../register/tables/storedTime.ts';
import type { Response } from '../response/response.ts';
import { type ExplainedReturn, settleExplained } from '../rounds/returns/settleExplained.ts';
import type { Band } from '../scoring/bands.ts';
import type { Print } from './compare/prints.ts';

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

/** What came of a file. */
export type Outcome =
  | AcceptedOutcome
  | { readonly status: 'refused'; readonly workbook?: string; readonly findings: readonly Finding[] };

export interface AcceptedOutcome {
  readonly status: 'accepted';
  readonly workbook: string;
  readonly response: Response;
  readonly prints: readonly Print[];
  /** The share of the questions that apply which are answered, 0 to 1; undefined when none applies. */
  readonly coverage: number | undefined;
  /** The position of the whole. */
  readonly band: Band;
  readonly findings: readonly Finding[];
  /** The warnings among these that the partner explained; none if absent. */
  readonly explained?: ExplainedReturn;
}

/**
 * Stores a file and what was made of it, in one transaction. A file that was refused before is judged anew.
 *
 * @param content How its bytes are stored, where they are not there already.
 * @returns the return's id; undefined when another command has recorded the file as accepted meanwhile.
 */
export const recordReturn = (
  register: Register,
  file: IncomingFile,
  outcome: Outcome,
  content?: StoredContent,
): Promise<number | undefined> =>
  transactionFor(register, outcome).execute((db) => recordInside({ ...register, db }, file, outcome, content));

/** Returns are stored beside each other; what a partner explained changes its round, and is added to what was explained before. */
const transactionFor = ({ db }: Register, outcome: Outcome): TransactionBuilder<RegisterTables> =>
  outcome.status === 'accepted' && outcome.explained !== undefined
    ? db.transaction()
    : db.transaction().setIsolationLevel('read committed');

/** The same inside a transaction. */
export async function recordInside(
  register: Register,
  file: IncomingFile,
  outcome: Outcome,
  content: StoredContent = storedContent(file.bytes),
): Promise<number | undefined> {
  const { db } = register;
  await takeFile(db, file.sha256);
  const id = await (register.isLimited === true
    ? enterOwn(db, file, outcome)
    : storeReturn(db, file, outcome, content));
  if (id === undefined) return undefined;
  if (outcome.status === 'accepted') {
    await insertAnswers(db, responseRows(id, outcome.response));
    await insertPrints(db, id, outcome.prints);
  }
  await insertFindings(db, id, outcome.findings);
  if (file.message !== undefined) {
    await db.insertInto('received_message').values(messageRow(id, file.message)).execute();
  }
  await writeLog(register, {
    ...{ at: file.importedAt, what: outcome.status, details: file.sha256 },
    about: ['return', file.sha256],
  });
  if (outcome.status === 'accepted' && outcome.explained !== undefined) {
    await settleExplained(register, id, outcome.explained, file.importedAt);
  }
  return id;
}

/** For a user who sees some regions only. */
const enterOwn = (
  db: Kysely<RegisterTables>,
  { name, bytes, received }: IncomingFile,
  outcome: Outcome,
): Promise<number | undefined> =>
  enterReturn(db, { name, bytes, received: received.toISOString(), ...resultOf(outcome) });

async function storeReturn(
  db: Kysely<RegisterTables>,
  file: IncomingFile,
  outcome: Outcome,
  content: StoredContent,
): Promise<number | undefined> {
  await db.deleteFrom('return').where('file', '=', file.sha256).where('status', '=', 'refused').execute();
  const meanwhile = await db.selectFrom('return').select('id').where('file', '=', file.sha256).executeTakeFirst();
  if (meanwhile !== undefined) return undefined;
  const received = file.received.toISOString();
  await storeFile(db, file, content);
  const { id } = await db
    .insertInto('return')
    .values({ file: file.sha256, received_at: received, ...resultOf(outcome) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const resultOf = (outcome: Outcome) => ({
  status: outcome.status,
  workbook: outcome.workbook ?? null,
  coverage: outcome.status === 'accepted' ? (outcome.coverage ?? null) : null,
  band: outcome.status === 'accepted' ? outcome.band : null,
});

/** Waits until no other transaction stores the same file. On SQLite a transaction has been alone since it began. */
async function takeFile(db: Kysely<RegisterTables>, sha256: string): Promise<void> {
  if (isOnServer(db)) await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(db);
}

async function storeFile(db: Kysely<RegisterTables>, file: IncomingFile, content: StoredContent): Promise<void> {
  const { sha256, name } = file;
  const received_at = file.received.toISOString();
  const { encoding } = await db
    .insertInto('file')
    .values({ sha256, name, received_at, ...content })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ received_at }))
    .returning('encoding')
    .executeTakeFirstOrThrow();
  // It may have been refused without its bytes before.
  if (content.encoding === 'unstored' || (encoding !== 'unstored' && encoding !== 'pruned')) return;
  await db.updateTable('file').set(content).where('sha256', '=', sha256).execute();
}

async function insertAnswers(db: Kysely<RegisterTables>, rows: readonly AnswerRow[]): Promise<void> {
  const columns = ['return_id', 'section', 'subject', 'field', 'state', 'value'] as const;
  const values = rows.map((row) => columns.map((column) => row[column]));
  await insertRows(db, 'answer', columns, values);
}

async function insertPrints(db: Kysely<RegisterTables>, id: number, prints: readonly Print[]): Promise<void> {
  const values = prints.map(({ part, digest, bits }) => [id, part, digest, bits]);
  await insertRows(db, 'print', ['return_id', 'part', 'digest', 'bits'], values);
}

async function insertFindings(db: Kysely<RegisterTables>, id: number, findings: readonly Finding[]): Promise<void> {
  const columns = ['return_id', 'position', 'code', 'severity', 'place', 'facts', 'message'] as const;
  const values = findings.map((found, position) => {
    const row = findingRow(id, position, found);
    return columns.map((column) => row[column]);
  });
  await insertRows(db, 'finding', columns, values);
}

/** Corrects the date on which an accepted file came, in one transaction. */
export async function correctReceived(register: Register, file: IncomingFile, from: Date): Promise<void> {
  const received_at = file.received.toISOString();
  await register.db.transaction().execute(async (db) => {
    await db.updateTable('file').set({ received_at }).where('sha256', '=', file.sha256).execute();
    await db.updateTable('return').set({ received_at }).where('file', '=', file.sha256).execute();
    const details = `${file.sha256} ${from.toISOString()} ${received_at}`;
    const about = ['return', file.sha256] as const;
    await writeLog({ ...register, db }, { at: file.importedAt, what: 'received changed', details, about });
  });
}

const messageRow = (id: number, message: ReceivedMessage): Insertable<RegisterTables['received_message']> => ({
  return_id: id,
  sender: message.sender?.address ?? null,
  sender_name: message.sender?.name ?? null,
  subject: message.subject,
  sent_at: message.sent?.toISOString() ?? null,
  message_id: message.messageId ?? null,
  forwarded_by: message.forwardedBy.join(', '),
  arrived_at: message.arrived?.toISOString() ?? null,
});
