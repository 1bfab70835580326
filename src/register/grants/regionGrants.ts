import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { lockTables } from '../database/lockTables.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { RegisterTables } from '../tables/schema.ts';
import type { GrantedWork } from '../tables/userLimits.ts';
import { allowReading, allowRecording, forbidAll, limitRows } from './limitRows.ts';

/** A user of the server with the codes of the regions that it may see. */
export interface RegionGrant {
  readonly user: string;
  readonly regions: readonly string[];
  readonly work: GrantedWork;
}

type Db = Kysely<RegisterTables>;

/**
 * Lets a user see a region, besides those that it sees already. The user is made where the server has none of that name.
 *
 * @param work What it may do from now on, in all its regions.
 * @returns Whether it was made: it has no password yet.
 */
export const grantRegion = (
  { db }: OpenDatabase,
  user: string,
  region: string,
  work: GrantedWork,
): Promise<{ readonly isNew: boolean }> =>
  db.transaction().execute(async (transaction) => {
    const isNew = !(await isUser(transaction, user));
    if (isNew) await sql`create role ${sql.id(user)} login`.execute(transaction);
    await lockTables(transaction);
    await limitRows(transaction);
    const all = await usersByRegion(transaction);
    await setUsers(transaction, region, new Set([...(all.get(region) ?? []), user]));
    await allowReading(transaction, user);
    if (work === 'record') await allowRecording(transaction, user);
    return { isNew };
  });

/** Takes all regions and all rights to the register from a user, who stays a user of the server. */
export const revokeUser = ({ db }: OpenDatabase, user: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await lockTables(transaction);
    for (const [region, users] of await usersByRegion(transaction)) {
      if (!users.includes(user)) continue;
      await setUsers(transaction, region, new Set(users.filter((one) => one !== user)));
    }
    await forbidAll(transaction, user);
  });

/** The users who see some regions only, by name. */
export async function regionGrants({ db }: OpenDatabase): Promise<readonly RegionGrant[]> {
  const regions = new Map<string, readonly string[]>();
  for (const [region, users] of await usersByRegion(db)) {
    for (const user of users) regions.set(user, [...(regions.get(user) ?? []), region]);
  }
  const grants: RegionGrant[] = [];
  for (const [user, own] of regions) grants.push({ user, regions: own, work: await workOf(db, user) });
  return grants.sort((a, b) => (a.user < b.user ? -1 : 1));
}

/** Readers have no right to insert answers. */
async function workOf(db: Db, user: string): Promise<GrantedWork> {
  const { rows } = await sql<{ records: boolean }>`
    select has_table_privilege(${user}, 'answer', 'insert') as records`.execute(db);
  return rows[0]?.records === true ? 'record' : 'read';
}

export async function isUser(db: Db, user: string): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${user}`.execute(db);
  return rows.length > 0;
}

/** A region has one policy, of all users who see it. */
const prefix = 'region ';

async function usersByRegion(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql`select policyname::text as policy, roles::text[] as users from pg_policies
    where schemaname = current_schema() and tablename = 'partner' and policyname like ${`${prefix}%`}
    order by policyname`.execute(db);
  return new Map(policies.parse(rows).map(({ policy, users }) => [policy.slice(prefix.length), users]));
}

const policies = z.array(z.object({ policy: z.string(), users: z.array(z.string()) }));

async function setUsers(db: Db, region: string, users: ReadonlySet<string>): Promise<void> {
  const policy = sql.id(`${prefix}${region}`);
  await sql`drop policy if exists ${policy} on partner`.execute(db);
  if (users.size === 0) return;
  await sql`create policy ${policy} on partner for select to ${sql.join([...users].map((user) => sql.id(user)))}
    using (region_code = ${sql.lit(region)})`.execute(db);
}
