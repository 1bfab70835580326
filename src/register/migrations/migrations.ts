import type { Kysely } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';
import { addLogChain } from './addLogChain.ts';
import { addPrints } from './addPrints.ts';
import { addRoundChanges } from './addRoundChanges.ts';
import { addWorkbookContent } from './addWorkbookContent.ts';
import { compressFiles } from './compressFiles.ts';
import { coverAllQuestions } from './coverAllQuestions.ts';
import { createTables } from './createTables.ts';
import { rememberRounds } from './rememberRounds.ts';

/**
 * A change of the register's tables or their contents. It runs inside a transaction. Rows are best read and written with
 * `sql`: the types describe the tables as they are after the last change.
 */
export type Migration = (db: Kysely<RegisterTables>) => Promise<void>;

/**
 * The migrations from an empty database to the tables of `schema.ts`, in order. A register's version is the number of
 * migrations that it has had, so a released one is never changed, moved or removed: add to the end.
 */
export const migrations: readonly Migration[] = [
  createTables,
  compressFiles,
  rememberRounds,
  coverAllQuestions,
  addLogChain,
  addPrints,
  addWorkbookContent,
  addRoundChanges,
];
