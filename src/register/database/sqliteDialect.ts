import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import type Database from 'libsql';
import { cacheStatements } from './statementCache.ts';

/** Kysely's dialect for SQLite. */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new ScorebookDriver(database);
    }
  })({ database });
}

class ScorebookDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: cacheStatements(database) });
    this.#database = database;
  }

  /**
   * Every transaction of Scorebook writes, so it takes the write lock when it begins and waits for other writers: nothing that
   * it reads changes until it ends. Kysely's own begins without the lock, and fails at its first write if another command has
   * written since its first read. https://sqlite.org/lang_transaction.html
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** When the disk is full SQLite rolls back by itself; a second rollback fails, and hides the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
