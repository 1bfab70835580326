import { type Kysely, sql } from 'kysely';
import { UnusableRegister } from '../migrations/migrate.ts';
import type { Access } from '../tables/access.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { ownKeyView } from './limitRows.ts';
import { regionGrants } from './regionGrants.ts';

/** Whether the server shows its present user some regions only. */
export async function isLimited(db: Kysely<RegisterTables>): Promise<boolean> {
  const { rows } = await sql<{ active: boolean }>`select row_security_active('partner') as active`.execute(db);
  return rows[0]?.active === true;
}

const reading = 'status, rollup, feedback and export';
const recording = `import, return, send, remind and receipt, ${reading}`;

/** @throws UnusableRegister when a user who sees some regions only would do what is for those who see all. */
export async function refuseLimited(db: Kysely<RegisterTables>, access: Access): Promise<void> {
  if (access === 'results') return;
  const { rows } = await sql<{ user: string }>`select current_user as user`.execute(db);
  const user = rows[0]?.user ?? '';
  const { regions = [], work } = (await regionGrants({ db })).find((grant) => grant.user === user) ?? {};
  if ((access === 'record' || access === 'files') && work === 'record') return;
  const sees =
    regions.length === 0
      ? 'no region'
      : `${regions.length === 1 ? 'region' : 'the regions'} ${regions.join(', ')} only, for which there are ${work === 'record' ? recording : reading}`;
  throw new UnusableRegister(
    `its user ${user} sees ${sees}, and this command is for those who see all. Ask the owner of the register`,
  );
}

/** A key of the user's own in place of that of the seals: letters of anonymous files stay the same. */
export async function ownKey(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  const { rows } = await sql<{ value: string }>`select value from ${sql.table(ownKeyView)}`.execute(db);
  return Buffer.from(rows[0]?.value ?? '', 'hex');
}
