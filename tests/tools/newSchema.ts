import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The address of an empty schema. */
export async function newSchema(server: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  return `${server}&options=${encodeURIComponent(`-csearch_path=${name}`)}`;
}
