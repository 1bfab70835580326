import { createHash } from 'node:crypto';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import { responseRows } from '../../src/register/rows/answerRows.ts';
import { insertRows } from '../../src/register/rows/insertRows.ts';
import { partnerColumns } from '../../src/register/rows/partnerRow.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { RegisterTables } from '../../src/register/tables/schema.ts';
import type { PartnerResult } from '../../src/rollup/load/rollUp.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { eachPartner } from '../rollup/largeRegion.ts';
import { eachCaseload } from './eachCaseload.ts';

export const round = '2026';

/** Partners of which the rows are written together. */
const atOnce = 500;

/** What rounds are written of: questions about each partner, or about children whom it knows. */
const kinds = {
  partners: { instrument: pctSelfAssessment, each: (size: number) => eachPartner(pctSelfAssessment, size) },
  people: { instrument: needsOutcomesOptions, each: eachCaseload },
} as const;

export type RoundKind = keyof typeof kinds;

/**
 * Writes a round of as many partners into a new register, and what those that have returned answered. The first workbook is
 * issued; the rows of all others are made after it, without the log, and files are a few bytes: neither is read by what is
 * measured, and recording so many returns one by one takes hours.
 *
 * @param place Path of its file, or address of its database.
 */
export async function writeRound(place: string, size: number, about: RoundKind): Promise<null> {
  const { instrument, each } = kinds[about];
  const register = await openRegister(place);
  let batch: PartnerResult[] = [];
  let number = 0;
  for (const partner of each(size)) {
    if (number === 0) await issueFirst(register, instrument, partner);
    batch.push(partner);
    number += 1;
    if (batch.length < atOnce && number < size) continue;
    await insertAll(register, instrument, batch);
    batch = [];
  }
  await register.close();
  return null;
}

const issueFirst = (register: Register, instrument: Instrument, { partner, issued }: PartnerResult): Promise<unknown> =>
  issueWorkbooks(register, {
    ...{ instrument, round, now: issued, partners: [partner] },
    due: new Date('2026-12-18T12:00:00Z'),
  });

async function insertAll({ db }: Register, instrument: Instrument, partners: readonly PartnerResult[]): Promise<void> {
  const first = await db.selectFrom('workbook').selectAll().orderBy('issue_order').limit(1).executeTakeFirstOrThrow();
  const others = partners.filter(({ partner }) => partner.code !== first.partner);
  const back = partners.flatMap(({ partner: { code }, counting, result }) =>
    counting === undefined || result === undefined ? [] : [{ code, ...counting, ...result }],
  );
  const workbookOf = (code: string): string => (code === first.partner ? first.id : `workbook of ${code}`);
  await db.transaction().execute(async (transaction) => {
    const insert = <Table extends keyof RegisterTables>(
      table: Table,
      rows: readonly Readonly<Partial<Record<keyof RegisterTables[Table] & string, string | number | null>>>[],
    ): Promise<void> => {
      // All rows of a table have the same columns, and no others.
      const columns = Object.keys(rows[0] ?? {}) as (keyof RegisterTables[Table] & string)[];
      const values = rows.map((row) => columns.map((column) => row[column] ?? null));
      return insertRows(transaction, table, columns, values);
    };
    const own = { round, instrument: instrument.key };
    await insert(
      'partner',
      others.map(({ partner }) => ({ ...own, code: partner.code, unlisted: 0, ...partnerColumns(partner) })),
    );
    await insert(
      'workbook',
      others.map(({ partner: { code } }) => ({ ...first, partner: code, id: workbookOf(code) })),
    );
    for (const { code, received } of back) {
      const file = { sha256: digestOf(code), name: `${code}.xlsx`, received_at: received.toISOString() };
      const bytes = Buffer.from(code);
      await transaction
        .insertInto('file')
        .values({ ...file, bytes, size: bytes.length, encoding: 'plain' })
        .execute();
    }
    const returns = back.map(({ id, code, received, coverage, band }) => ({
      ...{ id, status: 'accepted' as const, workbook: workbookOf(code), file: digestOf(code) },
      ...{ received_at: received.toISOString(), coverage: coverage ?? null, band },
    }));
    if (returns.length > 0) await transaction.insertInto('return').values(returns).execute();
    await insert(
      'answer',
      back.flatMap(({ id, response }) => responseRows(id, response).map((row) => ({ ...row }))),
    );
  });
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
