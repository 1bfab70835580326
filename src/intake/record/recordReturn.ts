import type { TransactionBuilder } from 'kysely';
import { writeLog } from '../../register/log/log.ts';
import { responseRows } from '../../register/rows/answerRows.ts';
import { type StoredContent, storedContent } from '../../register/rows/storedBytes.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { settleExplained } from '../../rounds/returns/settleExplained.ts';
import type { IncomingFile } from './incomingFile.ts';
import type { Outcome } from './outcome.ts';
import { insertAnswers, insertFindings, insertPrints, messageRow } from './returnRows.ts';
import { enterOwn, storeReturn, takeFile } from './storeReturn.ts';

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
  const id = await (register.limits === undefined
    ? storeReturn(db, file, outcome, content)
    : enterOwn(db, file, outcome));
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
