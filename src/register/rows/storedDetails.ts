import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { OpenDatabase } from '../tables/openDatabase.ts';

/** Stores content that many workbooks have in common once, and returns the digest by which they refer to it. */
export interface StoredDetail {
  readonly digest: string;
  readonly json: string;
}

/** @param from The input of the digest, if that is more than the stored content. */
export const storedDetail = (value: unknown, from: unknown = value): StoredDetail => ({
  digest: createHash('sha256').update(JSON.stringify(from)).digest('hex'),
  json: JSON.stringify(value),
});

export async function storeDetails({ db }: OpenDatabase, details: Iterable<StoredDetail>): Promise<void> {
  const once = new Map([...details].map((detail) => [detail.digest, detail]));
  for (const detail of once.values()) {
    await db
      .insertInto('detail')
      .values({ ...detail })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Loads the content with this digest. Undefined when it was not stored, as by earlier versions. */
export async function loadDetail<T>(
  { db }: OpenDatabase,
  digest: string | undefined,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  if (digest === undefined) return undefined;
  const stored = await db.selectFrom('detail').select('json').where('digest', '=', digest).executeTakeFirst();
  return stored === undefined ? undefined : schema.parse(JSON.parse(stored.json));
}
