import type { Kysely } from 'kysely';
import type { RegisterTables } from './schema.ts';

/** The database of a register, or a transaction in it. */
export interface OpenDatabase {
  readonly db: Kysely<RegisterTables>;
}
