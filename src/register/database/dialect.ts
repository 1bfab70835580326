import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether a database is one of a PostgreSQL server. The few statements that differ ask for it; all others are Kysely's. */
export const isOnServer = <Tables>(db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
