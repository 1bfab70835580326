import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';

/**
 * Kysely's dialect for PostgreSQL. Every transaction of Scorebook writes, and takes its turn when it begins, as on SQLite: nothing
 * that it reads changes until it ends. Only those of the isolation level `read committed`, which store returns, run beside each
 * other, and never beside one that has the turn.
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
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const take = isolationLevel === 'read committed' ? takeBeside : takeAlone;
    // Two statements in one: the second sees what was committed while it waited.
    await connection.executeQuery(CompiledQuery.raw(`begin ${accessMode ?? ''}; ${take}`));
  }
}

/** Of the present schema, so that registers of one server do not wait for one another. The lock ends with the transaction. */
const turn = `(hashtext('scorebook'), hashtext(current_schema()))`;
const takeAlone = `select pg_advisory_xact_lock${turn}`;
const takeBeside = `select pg_advisory_xact_lock_shared${turn}`;
