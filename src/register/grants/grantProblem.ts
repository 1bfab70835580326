import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { RegisterTables } from '../tables/schema.ts';
import { isUser } from './regionGrants.ts';

/** The longest name of a user, in bytes: PostgreSQL cuts a longer one off. */
const maxBytes = 63;

/** Describes why a user cannot be limited to regions as a sentence with what to do; undefined when it can. */
export async function grantProblem(db: Kysely<RegisterTables>, user: string): Promise<string | undefined> {
  if (user.trim() === '') return 'The name of the user is empty. Give the name with which it signs in to the server.';
  if (Buffer.byteLength(user) > maxBytes) {
    return `The name of a user has at most ${maxBytes} bytes, and this one has ${Buffer.byteLength(user)}. Shorten it.`;
  }
  if (/\p{Cc}/u.test(user) || /^(?:pg_.*|public|none)$/.test(user)) {
    return `PostgreSQL allows no user "${user.replaceAll(/\p{Cc}/gu, '?')}". Choose another name.`;
  }
  if (await isUser(db, user)) return seesAll(db, user);
  const { rows } = await sql`select rolcreaterole or rolsuper as able, rolname as present from pg_roles
    where rolname = current_user`.execute(db);
  const { able, present } = creator.parse(rows[0]);
  if (able) return undefined;
  return `There is no user "${user}", and ${present} may not make one. Ask the administrator of the server to make it, with createuser, or to let ${present} make users, and give the same command again.`;
}

const creator = z.object({ able: z.boolean(), present: z.string() });

/** By itself, or as a member of another, to which it can change. */
async function seesAll(db: Kysely<RegisterTables>, user: string): Promise<string | undefined> {
  const { rows } = await sql<{ role: string; owns: boolean }>`
    select rolname as role, oid = (select relowner from pg_class where oid = 'partner'::regclass) as owns
    from pg_roles where pg_has_role(${user}, oid, 'member')
    and (rolsuper or rolbypassrls or oid = (select relowner from pg_class where oid = 'partner'::regclass))
    order by rolname = ${user} desc limit 1`.execute(db);
  const [found] = rows;
  if (found === undefined) return undefined;
  const why = found.owns ? 'owner of the register' : 'superuser, or exempt from row-level security';
  const who = found.role === user ? `is ${why}` : `is a member of ${found.role}, which is ${why}`;
  return `The user "${user}" ${who}: it sees everything, whatever it is granted. Grant the region to another user.`;
}
