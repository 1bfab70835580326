import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';

/** An empty register: in memory, or in a schema of its own on the server on which the tests run. */
export async function emptyRegister(): Promise<Register> {
  const server = inject('server');
  return openRegister(server === undefined ? ':memory:' : await newSchema(server));
}

/** The address of an empty schema. */
export async function newSchema(server: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  return `${server}&options=${encodeURIComponent(`-csearch_path=${name}`)}`;
}
