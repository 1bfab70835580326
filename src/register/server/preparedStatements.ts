import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A command has some dozens of statements; the server holds a plan for each. */
const maxPrepared = 300;

/** Statements after which plans are made anew, some for each hundred returns: one made for small tables reads them whole. */
const plansLast = 3000;

/**
 * The connections of a pool, which prepare statements with parameters: every return needs the same ones, and to plan one takes
 * longer than to execute it. https://www.postgresql.org/docs/current/sql-prepare.html
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const preparing = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const before = preparing.get(client);
      if (before !== undefined) return before;
      const made = preparingClient(client);
      preparing.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const before = names.get(text);
    if (before !== undefined || names.size === maxPrepared) return before;
    const name = `scorebook ${names.size}`;
    names.set(text, name);
    return name;
  };
  let planned = 0;
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    const name = values.length === 0 ? undefined : nameOf(text);
    planned += name === undefined ? 0 : 1;
    if (planned > plansLast) {
      planned = 1;
      await client.query('discard plans');
    }
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  // The results are the driver's, as without this function. Kysely calls it with a cursor only where the dialect has one.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}
