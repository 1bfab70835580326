import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { FindingsError, finding } from '../../finding.ts';
import type { Branding } from '../../instrument/model/branding.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { withOneName } from '../../partners/places.ts';
import { logChange, writeLog } from '../../register/log/log.ts';
import { type StoredDetail, storeDetails, storedDetail } from '../../register/rows/contentStore.ts';
import { partnerColumns, partnerOf } from '../../register/rows/partnerRow.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import { type SealedStamp, sealStamp } from '../../workbook/layout/stamp.ts';
import { rescoreReturns } from '../returns/rescoreReturns.ts';
import { lastRoundDetail } from './issueDetails.ts';
import { issuedCellsFor } from './loadIssuedContent.ts';
import { workbookFileName } from './workbookFileName.ts';

export interface Issue {
  readonly instrument: Instrument;
  readonly round: string;
  readonly due: Date;
  readonly returnTo?: string;
  readonly marking?: string;
  /** What partners answered in an earlier round, by partner code. */
  readonly lastRounds?: ReadonlyMap<string, LastRound>;
  readonly branding?: Branding;
  readonly partners: readonly Partner[];
  /** Codes of the whole list of partners, where the partners are some of it: who is not in it is marked as unlisted. */
  readonly list?: readonly string[];
  /** Where the workbooks are written, where that is not the usual place. */
  readonly folder?: string;
  /** Number of the return that the workbook is to correct. A correction changes nothing of its round. */
  readonly correction?: number;
  readonly now: Date;
}

export interface IssuedWorkbook {
  readonly partner: Partner;
  readonly stamp: SealedStamp;
  readonly issued: Date;
  readonly fileName: string;
  /** SHA-256 of the file as it was last written; undefined before that. */
  readonly sha256: string | undefined;
  /** Digest of what stands on its sheets besides what is the partner's own. */
  readonly sheets: string;
  readonly lastRound?: LastRound | undefined;
}

/**
 * Registers a workbook for each partner, in one transaction. A partner who has one with the same wording and details
 * keeps it, so that running again changes nothing; otherwise another is issued, and both can be returned. One that was
 * issued before others counts as the last again.
 *
 * @throws FindingsError when a code differs only in capitals from one of the round.
 */
export async function issueWorkbooks(register: Register, issue: Issue): Promise<readonly IssuedWorkbook[]> {
  const issued: IssuedWorkbook[] = [];
  const plans = await plansFor(issue);
  await register.db.transaction().execute(async (transaction) => {
    const wording = fingerprint(issue.instrument);
    await checkCase(transaction, issue);
    const inside = { ...register, db: transaction };
    if (issue.correction === undefined) await saveRound(inside, issue, wording);
    await keepDefinition(transaction, issue.instrument, wording);
    await storeDetails(
      { db: transaction },
      plans.flatMap(({ branding, lastRound, printed }) => [branding ?? [], lastRound ?? [], printed].flat()),
    );
    for (const plan of plans) issued.push(await issueOne(inside, issue, wording, plan));
    await namePlaces(inside, issue);
    if (issue.list !== undefined) await markUnlisted(inside, issue, issue.list);
    if (await hasOtherWordings(transaction, issue, wording)) {
      await rescoreReturns(inside, issue.round, issue.instrument, issue.now);
    }
  });
  return issued;
}

/** Notes which bytes were written for a workbook, so that a changed file of that name can be told, and what stands on it. */
export async function recordWritten(
  { db }: Register,
  { stamp, sheets }: Pick<IssuedWorkbook, 'stamp' | 'sheets'>,
  sha256: string,
): Promise<void> {
  const own = await db.selectFrom('workbook').select('sheets').where('id', '=', stamp.workbook).executeTakeFirst();
  const all = new Set([...(own?.sheets ?? unknownSheets).split(' '), sheets]);
  await db
    .updateTable('workbook')
    .set({ sha256, sheets: [...all].join(' ') })
    .where('id', '=', stamp.workbook)
    .execute();
}

/** Stands for what an older version wrote and did not keep: a file of it may come back. */
const unknownSheets = 'unknown';

/** Whether bytes with this SHA-256 are a workbook as it was issued, with nothing filled in since. */
export async function isAsIssued({ db }: Register, sha256: string): Promise<boolean> {
  const found = await db.selectFrom('workbook').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return found !== undefined;
}

async function saveRound(register: Register, issue: Issue, wording: string): Promise<void> {
  const values = {
    edition: issue.instrument.edition,
    fingerprint: wording,
    due: issue.due.toISOString(),
    marking: issue.marking ?? null,
    return_to: issue.returnTo ?? null,
    branding: issue.branding === undefined ? null : storedDetail(issue.branding).digest,
    previous: [...(issue.lastRounds?.values() ?? [])][0]?.round ?? null,
    folder: issue.folder ?? null,
  };
  await register.db
    .insertInto('round')
    .values({ round: issue.round, instrument: issue.instrument.key, ...values })
    .onConflict((conflict) => conflict.columns(['round', 'instrument']).doUpdateSet(values))
    .execute();
  const about = ['round', issue.round, issue.instrument.key] as const;
  await logChange(register, { at: issue.now, what: 'round', details: `${issue.round} ${issue.instrument.key}`, about });
}

async function keepDefinition(db: Transaction<RegisterTables>, instrument: Instrument, wording: string): Promise<void> {
  const { key, edition } = instrument;
  await db
    .insertInto('definition')
    .values({ instrument: key, edition, fingerprint: wording, json: JSON.stringify(instrument) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether returns of the round may have been scored by another wording than it has now. */
async function hasOtherWordings(
  db: Transaction<RegisterTables>,
  { round, instrument }: Issue,
  wording: string,
): Promise<boolean> {
  const other = await db
    .selectFrom('workbook')
    .select('id')
    .where('round', '=', round)
    .where('instrument', '=', instrument.key)
    .where('fingerprint', '!=', wording)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

async function savePartner(register: Register, issue: Issue, partner: Partner): Promise<void> {
  const { instrument, round, now } = issue;
  const values = partnerColumns(partner);
  await register.db
    .insertInto('partner')
    .values({ round: issue.round, instrument: issue.instrument.key, code: partner.code, unlisted: 0, ...values })
    .onConflict((conflict) => conflict.columns(['round', 'instrument', 'code']).doUpdateSet(values))
    .execute();
  const about = ['partner', round, instrument.key, partner.code] as const;
  await logChange(register, { at: now, what: 'partner', details: partner.code, about });
}

/** Codes stand in names of files, and Windows makes no difference between capitals and small letters. */
async function checkCase(db: Transaction<RegisterTables>, { round, instrument, partners }: Issue): Promise<void> {
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

/** The latest list names regions and areas for all partners of the round, also for those that it does not have. */
async function namePlaces(register: Register, { round, partners, now }: Issue): Promise<void> {
  const { db } = register;
  const rows = await db.selectFrom('partner').selectAll().where('round', '=', round).execute();
  const before = rows.map(partnerOf);
  const named = withOneName(before, partners);
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

/** Marks the partners of the round that a list has, or does not have any more. */
async function markUnlisted(
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

async function issueOne(register: Register, issue: Issue, wording: string, plan: Plan): Promise<IssuedWorkbook> {
  const { partner, printed } = plan;
  const { db, sealKey } = register;
  await savePartner(register, issue, partner);
  const { instrument, round } = issue;
  const identity = {
    round,
    instrument: instrument.key,
    partner: partner.code,
    fingerprint: wording,
    details: detailsOf(issue, plan),
  };
  const known = await db
    .selectFrom('workbook')
    .select(['id', 'issued_at', 'file_name', 'sha256'])
    .where((where) => where.and(identity))
    .executeTakeFirst();
  const workbook = known ?? {
    id: randomUUID(),
    issued_at: issue.now.toISOString(),
    file_name: workbookFileName(
      ...[instrument.key, round, partner.code, ...(issue.correction === undefined ? [] : ['correction'])],
    ),
    sha256: null,
  };
  if (known === undefined) {
    const issue_order = await nextInOrder(db);
    await db
      .insertInto('workbook')
      .values({ ...identity, ...workbook, edition: instrument.edition, sheets: printed.digest, issue_order })
      .execute();
    await logIssue(register, issue, 'issued', workbook.id, partner);
  } else if (!(await isLast(db, identity, workbook))) {
    const issue_order = await nextInOrder(db);
    await db.updateTable('workbook').set({ issue_order }).where('id', '=', workbook.id).execute();
    await logIssue(register, issue, 'issued again', workbook.id, partner);
  }
  const stamp = {
    instrument: instrument.key,
    edition: instrument.edition,
    fingerprint: identity.fingerprint,
    round,
    partner: partner.code,
    workbook: workbook.id,
  };
  return {
    partner,
    stamp: sealStamp(stamp, sealKey),
    issued: storedTime(workbook.issued_at, `the time at which a workbook was issued to ${partner.code}`),
    fileName: workbook.file_name,
    sha256: workbook.sha256 ?? undefined,
    sheets: printed.digest,
    lastRound: issue.lastRounds?.get(partner.code),
  };
}

async function nextInOrder(db: Kysely<RegisterTables>): Promise<number> {
  const { last } = await db
    .selectFrom('workbook')
    .select(({ fn }) => fn.max('issue_order').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Whether no other workbook of a partner was issued since, in place of this one. */
async function isLast(
  db: Kysely<RegisterTables>,
  { round, instrument, partner }: { readonly round: string; readonly instrument: string; readonly partner: string },
  { id, file_name }: { readonly id: string; readonly file_name: string },
): Promise<boolean> {
  const last = await db
    .selectFrom('workbook')
    .select('id')
    .where((where) => where.and({ round, instrument, partner, file_name }))
    .orderBy('issue_order', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id === id;
}

const logIssue = (
  register: Register,
  { now }: Issue,
  what: string,
  workbook: string,
  { code }: Partner,
): Promise<void> =>
  writeLog(register, { at: now, what, details: `${code} ${workbook}`, about: ['workbook', workbook] });

/** A partner's workbook, and what the register is to know of it. */
interface Plan {
  readonly partner: Partner;
  readonly branding: StoredDetail | undefined;
  readonly lastRound: StoredDetail | undefined;
  /** What stands on its sheets. */
  readonly printed: StoredDetail;
}

function plansFor(issue: Issue): Promise<readonly Plan[]> {
  const { instrument, round, due, returnTo, marking, lastRounds } = issue;
  const branding = issue.branding && storedDetail(issue.branding);
  return Promise.all(
    issue.partners.map(async (partner) => {
      const lastRound = lastRounds?.get(partner.code);
      const printed = await issuedCellsFor(instrument, {
        ...{ round, due, returnTo, marking },
        hasArea: partner.areaName !== undefined,
        hasRegion: partner.regionName !== undefined,
        hasLastRound: lastRound !== undefined,
        hasBranding: branding !== undefined,
      });
      return { partner, branding, lastRound: lastRound && lastRoundDetail(lastRound), printed };
    }),
  );
}

/** What the workbook shows besides the definition. */
const detailsOf = (issue: Issue, { partner, lastRound, branding }: Plan): string =>
  JSON.stringify({
    due: issue.due.toISOString(),
    returnTo: issue.returnTo,
    marking: issue.marking,
    name: partner.name,
    areaName: partner.areaName,
    regionName: partner.regionName,
    lastRound: lastRound?.digest,
    branding: branding?.digest,
    correction: issue.correction,
  });
