import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { lruCache } from './lruCache.ts';

/** Commands have some dozens; those that name lists of values differ with every list. */
const maxCached = 100;

/**
 * A database that keeps what it prepares, for the same statements come again with every return. Besides the time, what a
 * statement takes outside of JavaScript is given back only when its garbage is collected, which it seldom is.
 */
export function cacheStatements(database: SqliteDatabase): SqliteDatabase {
  let kept = lruCache<SqliteStatement>(maxCached);
  return {
    prepare: (sql) => kept(sql, () => database.prepare(sql)),
    close() {
      kept = lruCache(maxCached);
      database.close();
    },
  };
}
