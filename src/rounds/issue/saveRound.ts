import type { Kysely } from 'kysely';
import type { Instrument } from '../../instrument/model/schema.ts';
import { logChange } from '../../register/log/log.ts';
import { storedDetail } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { makeChange } from '../changes/makeChange.ts';
import type { Issue } from './issue.ts';

/** Records the round as it is issued now; of an existing round, each option that differs is a change. */
export async function saveRound(register: Register, issue: Issue, wording: string): Promise<void> {
  const key = { round: issue.round, instrument: issue.instrument.key };
  const issued = { edition: issue.instrument.edition, fingerprint: wording, folder: issue.folder ?? null };
  const options = {
    due: issue.due.toISOString(),
    return_to: issue.returnTo ?? null,
    marking: issue.marking ?? null,
    branding: issue.branding === undefined ? null : storedDetail(issue.branding).digest,
    previous: [...(issue.lastRounds?.values() ?? [])][0]?.round ?? null,
  };
  const known = await register.db
    .updateTable('round')
    .set(issued)
    .where((where) => where.and(key))
    .returning('round')
    .executeTakeFirst();
  if (known === undefined) {
    const mail = { closes: null, contact: null, wording: null, max_reminders: null, days_between: null };
    await register.db
      .insertInto('round')
      .values({ ...key, ...issued, ...options, ...mail })
      .execute();
  } else {
    await makeChange(register, key, { what: 'deadline', after: options.due }, issue);
    await makeChange(register, key, { what: 'return address', after: options.return_to }, issue);
    await makeChange(register, key, { what: 'marking', after: options.marking }, issue);
    await makeChange(register, key, { what: 'branding', after: options.branding }, issue);
    await makeChange(register, key, { what: 'earlier round', after: options.previous }, issue);
  }
  const about = ['round', issue.round, issue.instrument.key] as const;
  await logChange(register, { at: issue.now, what: 'round', details: `${issue.round} ${issue.instrument.key}`, about });
}

/** Records the deadlines that partners have of their own from now on. */
export async function saveExtensions(register: Register, issue: Issue): Promise<void> {
  const key = { round: issue.round, instrument: issue.instrument.key };
  for (const partner of issue.extended ?? []) {
    const due = issue.dues?.get(partner) ?? issue.due;
    const after = due > issue.due ? due.toISOString() : null;
    await makeChange(register, key, { partner, what: 'extension', after }, issue);
  }
}

/** Stores the issued wording, unless the register has it. */
export async function storeDefinition(
  db: Kysely<RegisterTables>,
  instrument: Instrument,
  wording: string,
): Promise<void> {
  const { key, edition } = instrument;
  await db
    .insertInto('definition')
    .values({ instrument: key, edition, fingerprint: wording, json: JSON.stringify(instrument) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether returns of the round may have been scored by another wording than its present one. */
export async function hasOtherWordings(
  db: Kysely<RegisterTables>,
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
