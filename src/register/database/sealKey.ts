import type { Kysely } from 'kysely';
import { FindingsError, finding } from '../../finding/index.ts';
import type { RegisterTables } from '../tables/schema.ts';

/** The key of the seals and of the log. @throws FindingsError when it is lost. */
export async function sealKeyOf(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'seal key').executeTakeFirst();
  if (!/^[0-9a-f]{64}$/i.test(row?.value ?? '')) throw new FindingsError([finding('register.seal-key-lost', {}, {})]);
  return Buffer.from(row?.value ?? '', 'hex');
}
