import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';

/**
 * Kysely's dialect for PostgreSQL. Every transaction of Scorebook writes, and every one adds to the log, in which each entry
 * covers the one before: so it takes its turn when it begins, as on SQLite, and nothing that it reads changes until it ends.
 * Files are read and scored before, so that workers wait for one another for some milliseconds a return.
 */
export class RegisterDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new RegisterDriver(this.#config);
  }
}

class RegisterDriver extends PostgresDriver {
  override async beginTransaction(connection: Parameters<PostgresDriver['beginTransaction']>[0]): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
    await takeTurn(connection);
  }
}

/** Of the present schema, so that registers of one server do not wait for one another. The lock ends with the transaction. */
const takeTurn = (connection: DatabaseConnection): Promise<unknown> =>
  connection.executeQuery(
    CompiledQuery.raw(`select pg_advisory_xact_lock(hashtext('scorebook'), hashtext(current_schema()))`),
  );
