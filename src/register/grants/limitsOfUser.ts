import { type Kysely, sql } from 'kysely';
import type { Access } from '../tables/access.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { ownKeyView } from './limitRows.ts';
import { type GrantedWork, regionGrants } from './regionGrants.ts';

/** Whether the server shows its present user some regions only. */
export async function isLimited(db: Kysely<RegisterTables>): Promise<boolean> {
  const { rows } = await sql<{ active: boolean }>`select row_security_active('partner') as active`.execute(db);
  return rows[0]?.active === true;
}

/** A user who sees some regions only would do what is for those who see all. The message says who can do it, and what there is instead. */
export class LimitedUser extends Error {}

const reading = ['status', 'rollup', 'feedback', 'export', 'round list'];
const returns = ['get', 'accept', 'set-aside', 'prefer', 'correct'].map((name) => `return ${name}`);
const commands: Readonly<Record<GrantedWork, readonly string[]>> = {
  read: reading,
  record: ['import and review import of files', ...returns, 'send', 'remind', 'receipt', ...reading],
};

/** @throws LimitedUser when the access is for those who see all regions, or who record returns. */
export async function refuseLimited(db: Kysely<RegisterTables>, access: Access): Promise<void> {
  if (access === 'results') return;
  const { rows } = await sql<{ user: string; owner: string }>`
    select current_user as user, pg_get_userbyid(relowner) as owner
    from pg_class where oid = 'partner'::regclass`.execute(db);
  const { user = '', owner = '' } = rows[0] ?? {};
  const { regions = [], work = 'read' } = (await regionGrants({ db })).find((grant) => grant.user === user) ?? {};
  if ((access === 'record' || access === 'files') && work === 'record') return;
  const others = access === 'record' || access === 'files' ? 'record returns' : 'see all regions';
  const sees =
    regions.length === 0
      ? 'sees none'
      : `${work === 'read' ? 'may only read' : 'sees only'} ${regions.length === 1 ? 'region' : 'the regions'} ${regions.join(', ')}`;
  const instead = regions.length === 0 ? '' : ` The commands for ${user} are: ${commands[work].join(', ')}.`;
  throw new LimitedUser(
    `This command is for those who ${others}, and ${user} ${sees}. Ask ${owner}, who owns the register.${instead}`,
  );
}

/** A key of the user's own in place of that of the seals: letters of anonymous files stay the same. */
export async function ownKey(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  const { rows } = await sql<{ value: string }>`select value from ${sql.table(ownKeyView)}`.execute(db);
  return Buffer.from(rows[0]?.value ?? '', 'hex');
}
