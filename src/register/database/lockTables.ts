import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/** How often it is tried, each tenth of a second. */
const tries = 600;

/**
 * Takes all tables of the register on a server for a transaction that changes what they are, before it changes one. It waits for
 * none of them while it has another: commands that read two tables at once would wait for it, and it for them.
 *
 * @throws Error of the server, `lock_not_available`, where others read without a break for a minute.
 */
export async function lockTables(db: Kysely<RegisterTables>): Promise<void> {
  const names = sql`select string_agg(format('%I.%I', current_schema(), relname), ', ') from pg_class
    where relkind in ('r', 'v') and relnamespace = current_schema()::regnamespace`;
  await sql`do $$
    declare tables text := (${names});
    begin
      for try in 1..${sql.lit(tries)} loop
        begin
          execute 'lock table ' || tables || ' in access exclusive mode nowait';
          return;
        exception when lock_not_available then
          if try = ${sql.lit(tries)} then raise; end if;
          perform pg_sleep(0.1);
        end;
      end loop;
    end $$`.execute(db);
}
