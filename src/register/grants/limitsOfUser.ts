import { type Kysely, sql } from 'kysely';
import type { Access } from '../tables/access.ts';
import type { RegisterTables } from '../tables/schema.ts';
import type { GrantedWork, UserLimits } from '../tables/userLimits.ts';
import { commandsFor } from './commandsOfUser.ts';
import { ownKeyView } from './limitRows.ts';
import { regionGrants } from './regionGrants.ts';

/** What the present user of a server sees of its register; undefined where that is all. */
export async function limitsOfUser(db: Kysely<RegisterTables>): Promise<UserLimits | undefined> {
  const { rows } = await sql<{ active: boolean; user: string; owner: string }>`
    select row_security_active(oid) as active, current_user as user, pg_get_userbyid(relowner) as owner
    from pg_class where oid = 'partner'::regclass`.execute(db);
  const [{ active, user, owner } = { active: false, user: '', owner: '' }] = rows;
  if (!active) return undefined;
  const { regions = [], work = 'read' } = (await regionGrants({ db })).find((grant) => grant.user === user) ?? {};
  return { user, owner, regions, work };
}

/** A user who sees some regions only would do what is for those who see all. The message says who can do it, and what there is instead. */
export class LimitedUser extends Error {}

/** @throws LimitedUser when the access is for those who see all regions, or who record returns. */
export function refuseLimited({ user, owner, regions, work }: UserLimits, access: Access): void {
  if (access === 'results') return;
  if ((access === 'record' || access === 'files') && work === 'record') return;
  const others = access === 'record' || access === 'files' ? 'record returns' : 'see all regions';
  const sees =
    regions.length === 0
      ? 'sees none'
      : `${work === 'read' ? 'may only read' : 'sees only'} ${regions.length === 1 ? 'region' : 'the regions'} ${regions.join(', ')}`;
  const instead = regions.length === 0 ? '' : ` The commands for ${user} are: ${commandsOf(work).join(', ')}.`;
  throw new LimitedUser(
    `This command is for those who ${others}, and ${user} ${sees}. Ask ${owner}, who owns the register.${instead}`,
  );
}

const commandsOf = (work: GrantedWork): readonly string[] =>
  work === 'read'
    ? commandsFor.read
    : [
        'import and review import of files',
        ...commandsFor.record.filter((name) => !name.endsWith('import')),
        ...commandsFor.read,
      ];

/** A key of the user's own in place of that of the seals: letters of anonymous files stay the same. */
export async function ownKey(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  const { rows } = await sql<{ value: string }>`select value from ${sql.table(ownKeyView)}`.execute(db);
  return Buffer.from(rows[0]?.value ?? '', 'hex');
}
