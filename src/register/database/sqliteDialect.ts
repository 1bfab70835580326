import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import type Database from 'libsql';
import { cacheStatements } from './statementCache.ts';

/** How Kysely speaks to SQLite, and hears what went wrong. */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new RollingBackOnce(database);
    }
  })({ database });
}

/** When the disk is full SQLite rolls back by itself; doing it again fails, and hides why. */
class RollingBackOnce extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: cacheStatements(database) });
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
