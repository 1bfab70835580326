import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { FindingsError, finding } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import { unifyPlaceNames } from '../../partners/places.ts';
import { logChange } from '../../register/log/log.ts';
import { partnerColumns, partnerOf } from '../../register/rows/partnerRow.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { makeChange } from '../changes/makeChange.ts';
import { listReason } from './correctedPartners.ts';
import type { Issue } from './issue.ts';

/** Records a partner of the round as in the latest list. Another name or e-mail address than before is a change. */
export async function savePartner(register: Register, issue: Issue, partner: Partner): Promise<void> {
  const { instrument, round, now } = issue;
  const { code, name } = partner;
  const key = { round, instrument: instrument.key };
  const values = partnerColumns(partner);
  const known = await register.db
    .selectFrom('partner')
    .select(['name', 'email'])
    .where((where) => where.and({ ...key, code }))
    .executeTakeFirst();
  if (known !== undefined) {
    const author = { now, reason: listReason, ...(issue.by === undefined ? {} : { by: issue.by }) };
    if (known.name !== name) {
      await makeChange(register, key, { partner: code, what: 'partner name', after: name }, author);
    }
    if (known.email !== values.email) {
      await makeChange(register, key, { partner: code, what: 'e-mail', after: values.email }, author);
    }
  }
  await register.db
    .insertInto('partner')
    .values({ round: issue.round, instrument: issue.instrument.key, code: partner.code, unlisted: 0, ...values })
    .onConflict((conflict) => conflict.columns(['round', 'instrument', 'code']).doUpdateSet(values))
    .execute();
  const about = ['partner', round, instrument.key, partner.code] as const;
  await logChange(register, { at: now, what: 'partner', details: partner.code, about });
}

/**
 * File names contain codes, and Windows ignores the difference between capitals and small letters.
 *
 * @throws FindingsError when a code differs only in capitals from one of the round.
 */
export async function checkCase(db: Kysely<RegisterTables>, { round, instrument, partners }: Issue): Promise<void> {
  const rows = await db
    .selectFrom('partner')
    .select('code')
    .where((where) => where.and({ round, instrument: instrument.key }))
    .execute();
  const known = new Map(rows.map(({ code }) => [code.toLowerCase(), code]));
  const findings = partners.flatMap(({ code }) => {
    const other = known.get(code.toLowerCase());
    return other === undefined || other === code
      ? []
      : [finding('partners.other-case', { key: code }, { code, known: other, round })];
  });
  if (findings.length > 0) throw new FindingsError(findings);
}

/** The latest list gives the names of regions and areas for all partners of the round, even those missing from it. */
export async function namePlaces(register: Register, { round, partners, now }: Issue): Promise<void> {
  const { db } = register;
  const rows = await db.selectFrom('partner').selectAll().where('round', '=', round).execute();
  const before = rows.map(partnerOf);
  const named = unifyPlaceNames(before, partners);
  for (const [index, partner] of named.entries()) {
    const row = rows[index];
    if (row === undefined || isDeepStrictEqual(partner, before[index])) continue;
    const { instrument, code } = row;
    await db
      .updateTable('partner')
      .set(partnerColumns(partner))
      .where((where) => where.and({ round, instrument, code }))
      .execute();
    await logChange(register, {
      at: now,
      what: 'places named',
      details: code,
      about: ['partner', round, instrument, code],
    });
  }
}

/** Marks the partners of the round that are no longer on the list, and removes the mark from those that are on it again. */
export async function markUnlisted(
  register: Register,
  { round, instrument, now }: Issue,
  list: readonly string[],
): Promise<void> {
  const { db } = register;
  const own = { round, instrument: instrument.key };
  const rows = await db
    .selectFrom('partner')
    .select(['code', 'unlisted'])
    .where((where) => where.and(own))
    .execute();
  const listed = new Set(list);
  for (const { code, unlisted } of rows) {
    const mark = listed.has(code) ? 0 : 1;
    if (mark === unlisted) continue;
    await db
      .updateTable('partner')
      .set({ unlisted: mark })
      .where((where) => where.and({ ...own, code }))
      .execute();
    const what = mark === 0 ? 'listed' : 'not listed any more';
    await logChange(register, { at: now, what, details: code, about: ['partner', round, instrument.key, code] });
  }
}
