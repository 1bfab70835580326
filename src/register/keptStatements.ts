import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Commands have some dozens; those that name lists of values differ with every list. */
const mostKept = 100;

/**
 * A database that keeps what it prepares, for the same statements come again with every return. Besides the time, what a
 * statement takes outside of JavaScript is given back only when its garbage is collected, which it seldom is.
 */
export function keepingStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}
