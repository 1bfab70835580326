import type { Kysely } from 'kysely';
import type { Instrument } from '../../instrument/model/schema.ts';
import { logChange } from '../../register/log/log.ts';
import { storedDetail } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import type { Issue } from './issue.ts';

/** Records the round as it is issued now; an existing round takes the new options. */
export async function saveRound(register: Register, issue: Issue, wording: string): Promise<void> {
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
