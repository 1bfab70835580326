import { type Kysely, sql } from 'kysely';
import type { Migrated } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import type { Backup } from './backUpEarlier.ts';
import { migrations } from './migrations.ts';

/**
 * The version of a register: how many migrations it has had. 0 means a register from before versions were counted.
 * Undefined means an empty database.
 *
 * @throws UnusableRegister when the database belongs to another program or to a newer version of this one, or its version was
 * changed.
 */
export async function versionOf(db: Kysely<RegisterTables>): Promise<number | undefined> {
  const tables = new Set((await db.introspection.getTables()).map(({ name }) => name));
  if (tables.size === 0) return undefined;
  // The version is read after the tables: other programs store theirs in the same place.
  if (!firstTables.every((table) => tables.has(table))) throw new UnusableRegister('it is not a register of Scorebook');
  const version = await userVersion(db);
  if (version < 0) throw unknownVersion(version);
  if (version > migrations.length) throw newerVersion(version, migrations.length);
  return version;
}

export const unknownVersion = (version: number | string): UnusableRegister =>
  new UnusableRegister(`its version, ${version}, is none that Scorebook writes. Use its last backup`);

export const newerVersion = (version: number, latest: number): UnusableRegister =>
  new UnusableRegister(
    `it was used by a newer version of Scorebook (its tables have version ${version}, this program knows versions up to ${latest}). Nothing was changed: use the newer Scorebook`,
  );

/** Whether a register of this version has all present tables. */
export const isUpToDate = (version: number | undefined): boolean => version === migrations.length;

/**
 * Migrates a register, or makes its tables, in one transaction. Other programs that do the same at the same moment wait, and
 * find it done.
 *
 * Kysely's own Migrator is not used: on SQLite it takes no lock and opens no transaction (kysely 0.28, `SqliteAdapter`), so
 * that two programs would migrate at once, and a failed migration would leave half of its work. It would also need two
 * tables of its own instead of the number in the header of SQLite's file, and has no step for the copy that is made first.
 *
 * @param backUp Copies a register of this version before it is changed.
 * @returns Undefined when there was nothing to do, or a new register was made.
 * @throws Error when the register is read-only, even when there is nothing to do.
 */
export async function migrate(
  db: Kysely<RegisterTables>,
  backUp: (version: number) => Promise<Backup>,
): Promise<Migrated | undefined> {
  let backup: Backup | undefined;
  try {
    return await db.transaction().execute(async (transaction) => {
      const version = await versionOf(transaction);
      const missing = migrations.slice(version);
      if (version !== undefined) {
        // SQLite begins the transaction on a read-only file as well, and fails at the first statement that would write.
        await transaction.deleteFrom('setting').where('name', 'is', null).execute();
        if (missing.length > 0) backup = await backUp(version);
      }
      for (const migration of missing) await migration(transaction);
      if (missing.length > 0) await sql`pragma user_version = ${sql.lit(migrations.length)}`.execute(transaction);
      return version === undefined || backup === undefined
        ? undefined
        : { from: version, to: migrations.length, backup: backup.path };
    });
  } catch (failure) {
    // The register is unchanged and needs no copy; otherwise each attempt would add one.
    backup?.remove();
    throw failure;
  }
}

/** The register itself cannot be used, whatever the disk. The message is a clause with the reason. */
export class UnusableRegister extends Error {}

/** Tables that every register has had since the first version. */
export const firstTables: readonly (keyof RegisterTables)[] = [
  'setting',
  'round',
  'partner',
  'workbook',
  'file',
  'return',
];

/** SQLite stores this number in the header of the file: https://sqlite.org/pragma.html#pragma_user_version */
async function userVersion(db: Kysely<RegisterTables>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}
