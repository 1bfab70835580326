import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Branding } from '../instrument/branding.ts';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { LastRound } from '../scoring/lastRound.ts';
import { sheetsMark } from '../workbook/sheetsMark.ts';
import { type SealedStamp, sealStamp } from '../workbook/stamp.ts';
import type { Register } from './openRegister.ts';
import type { Partner } from './partner.ts';
import { rescoreReturns } from './rescoreReturns.ts';
import type { RegisterTables } from './schema.ts';
import { digestsOf, keepDetails, type ShownDetails } from './shownDetails.ts';
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
  /** Number of the return that the workbook is to correct. */
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
  readonly lastRound?: LastRound | undefined;
}

/**
 * Registers a workbook for each partner, in one transaction. A partner who has one with the same wording and details
 * keeps it, so that running again changes nothing; otherwise another is issued, and both can be returned.
 */
export async function issueWorkbooks(register: Register, issue: Issue): Promise<readonly IssuedWorkbook[]> {
  const issued: IssuedWorkbook[] = [];
  await register.db.transaction().execute(async (transaction) => {
    const wording = fingerprint(issue.instrument);
    await saveRound(transaction, issue, wording);
    await keepDefinition(transaction, issue.instrument, wording);
    await keepDetails(
      { db: transaction },
      issue.partners.map(({ code }) => shownTo(issue, code)),
    );
    for (const partner of issue.partners) {
      issued.push(await issueOne(transaction, register.sealKey, issue, wording, partner));
    }
    if (await hasOtherWordings(transaction, issue, wording)) {
      await rescoreReturns({ ...register, db: transaction }, issue.round, issue.instrument);
    }
  });
  return issued;
}

/** Notes which bytes were written for a workbook, so that a changed file of that name can be told. */
export async function recordWritten(register: Register, workbook: string, sha256: string): Promise<void> {
  await register.db.updateTable('workbook').set({ sha256, sheets: sheetsMark }).where('id', '=', workbook).execute();
}

/** Whether bytes with this SHA-256 are a workbook as it was issued, with nothing filled in since. */
export async function isAsIssued({ db }: Register, sha256: string): Promise<boolean> {
  const found = await db.selectFrom('workbook').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return found !== undefined;
}

async function saveRound(db: Transaction<RegisterTables>, issue: Issue, wording: string): Promise<void> {
  const values = {
    edition: issue.instrument.edition,
    fingerprint: wording,
    due: issue.due.toISOString(),
    marking: issue.marking ?? null,
  };
  await db
    .insertInto('round')
    .values({ round: issue.round, instrument: issue.instrument.key, ...values })
    .onConflict((conflict) => conflict.columns(['round', 'instrument']).doUpdateSet(values))
    .execute();
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

async function savePartner(db: Transaction<RegisterTables>, issue: Issue, partner: Partner): Promise<void> {
  const values = {
    name: partner.name,
    region_code: partner.regionCode ?? null,
    region_name: partner.regionName ?? null,
    area_code: partner.areaCode ?? null,
    area_name: partner.areaName ?? null,
    kind: partner.kind ?? null,
    email: partner.email ?? null,
  };
  await db
    .insertInto('partner')
    .values({ round: issue.round, instrument: issue.instrument.key, code: partner.code, ...values })
    .onConflict((conflict) => conflict.columns(['round', 'instrument', 'code']).doUpdateSet(values))
    .execute();
}

async function issueOne(
  db: Transaction<RegisterTables>,
  sealKey: Uint8Array,
  issue: Issue,
  wording: string,
  partner: Partner,
): Promise<IssuedWorkbook> {
  await savePartner(db, issue, partner);
  const { instrument, round } = issue;
  const identity = {
    round,
    instrument: instrument.key,
    partner: partner.code,
    fingerprint: wording,
    details: detailsOf(issue, partner),
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
    await db
      .insertInto('workbook')
      .values({ ...identity, ...workbook, edition: instrument.edition, sheets: sheetsMark })
      .execute();
    await db
      .insertInto('log')
      .values({ at: issue.now.toISOString(), what: 'issued', details: `${partner.code} ${workbook.id}` })
      .execute();
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
    issued: new Date(workbook.issued_at),
    fileName: workbook.file_name,
    sha256: workbook.sha256 ?? undefined,
    lastRound: issue.lastRounds?.get(partner.code),
  };
}

function shownTo({ lastRounds, branding }: Issue, code: string): ShownDetails {
  const lastRound = lastRounds?.get(code);
  return {
    ...(branding === undefined ? {} : { branding }),
    ...(lastRound === undefined ? {} : { lastRound }),
  };
}

/** What the workbook shows besides the definition. */
const detailsOf = (issue: Issue, { code, name, areaName, regionName }: Partner): string =>
  JSON.stringify({
    due: issue.due.toISOString(),
    returnTo: issue.returnTo,
    marking: issue.marking,
    name,
    areaName,
    regionName,
    ...digestsOf(shownTo(issue, code)),
    correction: issue.correction,
  });
