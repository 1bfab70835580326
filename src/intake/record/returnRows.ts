import type { Insertable, Kysely } from 'kysely';
import type { Finding } from '../../finding/index.ts';
import { findingRow } from '../../register/rows/findingRow.ts';
import { insertRows } from '../../register/rows/insertRows.ts';
import type { ReceivedMessage } from '../../register/rows/receivedMessage.ts';
import type { AnswerRow, RegisterTables } from '../../register/tables/schema.ts';
import type { Print } from '../compare/prints.ts';

export async function insertAnswers(db: Kysely<RegisterTables>, rows: readonly AnswerRow[]): Promise<void> {
  const columns = ['return_id', 'section', 'subject', 'field', 'state', 'value'] as const;
  const values = rows.map((row) => columns.map((column) => row[column]));
  await insertRows(db, 'answer', columns, values);
}

export async function insertPrints(db: Kysely<RegisterTables>, id: number, prints: readonly Print[]): Promise<void> {
  const values = prints.map(({ part, digest, bits }) => [id, part, digest, bits]);
  await insertRows(db, 'print', ['return_id', 'part', 'digest', 'bits'], values);
}

export async function insertFindings(
  db: Kysely<RegisterTables>,
  id: number,
  findings: readonly Finding[],
): Promise<void> {
  const columns = ['return_id', 'position', 'code', 'severity', 'place', 'facts', 'message'] as const;
  const values = findings.map((found, position) => {
    const row = findingRow(id, position, found);
    return columns.map((column) => row[column]);
  });
  await insertRows(db, 'finding', columns, values);
}

export const messageRow = (id: number, message: ReceivedMessage): Insertable<RegisterTables['received_message']> => ({
  return_id: id,
  sender: message.sender?.address ?? null,
  sender_name: message.sender?.name ?? null,
  subject: message.subject,
  sent_at: message.sent?.toISOString() ?? null,
  message_id: message.messageId ?? null,
  forwarded_by: message.forwardedBy.join(', '),
  arrived_at: message.arrived?.toISOString() ?? null,
});
