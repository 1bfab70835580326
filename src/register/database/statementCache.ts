import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { lruCache } from './lruCache.ts';

/** Commands have some dozens of statements; those with lists of values differ with every list. */
const maxCached = 100;

/**
 * A database that caches its prepared statements, because every return needs the same ones. This saves time, and memory: a
 * statement's memory outside of JavaScript is freed only by garbage collection, which seldom happens.
 */
export function cacheStatements(database: SqliteDatabase): SqliteDatabase {
  let cached = lruCache<SqliteStatement>(maxCached);
  return {
    prepare: (sql) => cached(sql, () => database.prepare(sql)),
    close() {
      cached = lruCache(maxCached);
      database.close();
    },
  };
}
