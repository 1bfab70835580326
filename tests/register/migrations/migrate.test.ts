import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import { checkLog } from '../../../src/intake/integrity/checkLog.ts';
import { sqliteDialect } from '../../../src/register/database/sqliteDialect.ts';
import { digestOf } from '../../../src/register/log/logSubject.ts';
import { addWorkbookContent } from '../../../src/register/migrations/addWorkbookContent.ts';
import { UnusableRegister } from '../../../src/register/migrations/migrate.ts';
import { migrations } from '../../../src/register/migrations/migrations.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import { storedFindings } from '../../../src/register/rows/storedFindings.ts';
import { workbookContents } from '../../../src/register/rows/workbookContent.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import type { RegisterTables } from '../../../src/register/tables/schema.ts';
import { roundStatus, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-migrate-'));
  path = join(folder, 'register.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Works on a database as another program would. */
function inDatabase<T>(work: (database: Database.Database) => T, file = path): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const execute = (statements: string): void => void inDatabase((database) => database.exec(statements));

async function opened<T>(access: 'make' | 'write' | 'read', work: (register: Register) => Promise<T>): Promise<T> {
  const register = await openRegister(path, access);
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

/** Every row of every table. */
function dumpOf(database: Database.Database): readonly unknown[] {
  const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all();
  return tables.map((table) => {
    const { name } = table as { name: string };
    return [name, database.prepare(`select * from "${name}"`).raw().all()];
  });
}

/** Tables, columns and indexes, in an order of their own: a column that was added comes last in its table. */
const schemaNow = (): readonly string[] =>
  inDatabase((database) => {
    const names = database.prepare(`select type, name from sqlite_master where name not like 'sqlite_%'`).all();
    return names.flatMap((entry) => {
      const { type, name } = entry as { type: string; name: string };
      const columns = database.prepare(`pragma table_info("${name}")`).all() as readonly Record<string, unknown>[];
      return [`${type} ${name}`, ...columns.map(({ cid: _, ...column }) => `${name} ${JSON.stringify(column)}`)];
    });
  }).toSorted();

const versionNow = (): unknown =>
  inDatabase((database) => {
    const { user_version } = database.prepare('pragma user_version').get() as { user_version: number };
    return user_version;
  });

/**
 * Registers of earlier versions, each with one round, partner and workbook, and one file that was refused. Made by the program at
 * the commit in their names; those before number 10 have no version yet, which is version 0.
 */
const earlier = join(import.meta.dirname, '..', 'earlier');

describe.each(readdirSync(earlier))('a register as in %s', (name) => {
  let from: unknown;
  beforeEach(() => {
    execute(readFileSync(join(earlier, name), 'utf8'));
    from = versionNow();
  });

  test.each(['make', 'write', 'read'] as const)(
    'has the tables of a new one once it was opened to %s',
    async (access) => {
      await opened(access, async () => undefined);
      const [schema, version] = [schemaNow(), versionNow()];
      rmSync(path);
      await opened('make', async () => undefined);
      expect(schema).toEqual(schemaNow());
      expect([version, versionNow()]).toEqual([migrations.length, migrations.length]);
    },
  );

  test('is copied beside itself first, once, for its owner alone', async () => {
    const before = inDatabase((database) => dumpOf(database));
    const migrated = await opened('read', async (register) => register.migrated);
    const backup = join(folder, `register.version-${from}.db`);
    expect(migrated).toEqual({ from, to: migrations.length, backup });
    expect(inDatabase((database) => dumpOf(database), backup)).toEqual(before);
    if (process.platform !== 'win32') expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(await opened('write', async (register) => register.migrated)).toBeUndefined();
    expect(readdirSync(folder).filter((file) => file.includes('version'))).toEqual([`register.version-${from}.db`]);
  });

  test('keeps what it holds, and the key of its seals', async () => {
    await opened('write', async (register) => {
      expect(Buffer.from(register.sealKey).toString('hex')).toBe('ab'.repeat(32));
      const [round] = await roundsNamed(register, '2026');
      if (round === undefined) throw new Error('the round is lost');
      expect(await roundStatus(register, round)).toMatchObject([{ partner: { code: '5E1', name: 'North Tees' } }]);
      expect(await storedFindings(register, 1)).toMatchObject([{ code: 'return.not-a-workbook' }]);
      const logged = await register.db.selectFrom('log').select('what').execute();
      expect(logged.map(({ what }) => what)).toEqual(expect.arrayContaining(['refused', 'issued']));
      // Its log has digests from the first entry on.
      if (from === 7) expect(await checkLog(register)).toEqual([]);
    });
  });
});

test('a round of an earlier version has the options of the workbook that it issued last', async () => {
  execute(readFileSync(join(earlier, '9-bd0e849.sql'), 'utf8'));
  const issue = (id: string, at: string, details: unknown): string =>
    `insert into workbook values('${id}','2026','sample','5E1','1','f1','${at}','${JSON.stringify(details)}','${id}.xlsx',null,null);`;
  execute(
    [
      issue('w3', '2026-11-22T10:00:00.000Z', { returnTo: 'b@x.example', branding: 'b1', lastRound: 'r1' }),
      issue('w2', '2026-11-21T10:00:00.000Z', { returnTo: 'a@x.example' }),
      issue('w4', '2026-11-23T10:00:00.000Z', { returnTo: 'c@x.example', correction: 1 }),
      `insert into detail values('r1', '{"round":"2025"}');`,
    ].join('\n'),
  );
  await opened('read', async (register) => {
    expect(await roundsNamed(register, '2026')).toMatchObject([
      { returnTo: 'b@x.example', branding: 'b1', previous: '2025' },
    ]);
    const ordered = await register.db.selectFrom('workbook').select('id').orderBy('issue_order').execute();
    expect(ordered.map(({ id }) => id)).toEqual(['w1', 'w2', 'w3', 'w4']);
  });
});

test.each([
  ['9-bd0e849.sql', `'d1 d2'`, ['d1', 'd2']],
  ['9-bd0e849.sql', `'unknown d1'`, ['unknown', 'd1']],
  ['9-bd0e849.sql', `''`, ['unknown']],
  ['9-bd0e849.sql', `'a"b\\c'`, ['a"b\\c']],
  ['9-bd0e849.sql', 'null', ['unknown']],
  ['1-0c66eff.sql', undefined, ['unknown']],
])('a workbook of %s with the content %s has these digests in a table', async (name, sheets, digests) => {
  execute(readFileSync(join(earlier, name), 'utf8'));
  if (sheets !== undefined) execute(`update workbook set sheets = ${sheets}`);
  await opened('write', async (register) => {
    const [workbook] = await register.db.selectFrom('workbook').select('id').execute();
    expect(await workbookContents(register, workbook?.id ?? '')).toEqual(digests);
  });
});

test('the log still covers a workbook once its content is in a table', async () => {
  const database = new Database(path);
  const db = new Kysely<RegisterTables>({ dialect: sqliteDialect(database) });
  const before = migrations.slice(0, migrations.indexOf(addWorkbookContent));
  for (const migration of before) await migration(db);
  // Its digest by a version that had the column and left it out.
  const digest = 'effdd40393a27771aedb4d0510fbc59c3d8884482f62eff3b1375b52403895d2';
  database.exec(`
    pragma user_version = ${before.length};
    insert into round (round, instrument, edition, due) values ('2026', 'sample', '1', '2026-12-18T12:00:00.000Z');
    insert into partner (round, instrument, code, name) values ('2026', 'sample', '5E1', 'North Tees');
    insert into workbook (id, round, instrument, partner, edition, fingerprint, issued_at, details, file_name, sheets)
      values ('w1', '2026', 'sample', '5E1', '1', 'f1', '2026-11-02T09:00:00.000Z', '{}', 'a.xlsx', 'd1 d2');`);
  await db.destroy();
  await opened('write', async (register) => expect(await digestOf(register.db, ['workbook', 'w1'])).toBe(digest));
});

test('a migration that fails leaves the register as it was', async () => {
  execute(readFileSync(join(earlier, '1-0c66eff.sql'), 'utf8'));
  // A view in the place of a table that the first migration adds, and to which it adds a column.
  execute('create view message as select 1 as id');
  const before = schemaNow();
  await expect(openRegister(path)).rejects.toThrow();
  expect([schemaNow(), versionNow()]).toEqual([before, 0]);
  // Each try would otherwise leave another copy.
  expect(readdirSync(folder)).not.toContain('register.version-0.db');
});

test('a register that cannot be copied is not brought up to date', async () => {
  execute(readFileSync(join(earlier, '9-bd0e849.sql'), 'utf8'));
  const before = schemaNow();
  // With what is added to it the name is longer than a file system takes.
  path = join(folder, `${'r'.repeat(245)}.db`);
  renameSync(join(folder, 'register.db'), path);
  await expect(openRegister(path)).rejects.toThrow();
  expect([schemaNow(), versionNow()]).toEqual([before, 0]);
});

test('a register without its key is refused before it is copied or changed', async () => {
  execute(readFileSync(join(earlier, '9-bd0e849.sql'), 'utf8'));
  execute('delete from setting');
  await expect(openRegister(path, 'write')).rejects.toBeInstanceOf(FindingsError);
  expect(versionNow()).toBe(0);
  expect(readdirSync(folder)).not.toContain('register.version-0.db');
});

test('a register that was restored from its copy is copied under another name', async () => {
  execute(readFileSync(join(earlier, '9-bd0e849.sql'), 'utf8'));
  const first = await opened('make', async ({ migrated }) => migrated?.backup);
  // SQLite's own files beside it go when the process ends.
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  copyFileSync(first ?? '', path);
  const second = await opened('make', async ({ migrated }) => migrated?.backup);
  expect([first, second]).toEqual([join(folder, 'register.version-0.db'), join(folder, 'register.version-0-2.db')]);
});

test.each(migrations.map((_, version) => version))(
  'a register of version %i is brought up to date',
  async (version) => {
    const database = new Database(path);
    const db = new Kysely<RegisterTables>({ dialect: sqliteDialect(database) });
    // Version 0 has tables too.
    for (const migration of migrations.slice(0, Math.max(1, version))) await migration(db);
    database.exec(`pragma user_version = ${version}`);
    await db.destroy();
    const migrated = await opened('write', async (register) => register.migrated);
    expect(migrated).toEqual({
      from: version,
      to: migrations.length,
      backup: join(folder, `register.version-${version}.db`),
    });
    const schema = schemaNow();
    rmSync(path);
    await opened('make', async () => undefined);
    expect(schema).toEqual(schemaNow());
  },
);

test('of several commands that open an earlier register at once one brings it up to date, and all succeed', async () => {
  execute(readFileSync(join(earlier, '9-bd0e849.sql'), 'utf8'));
  const main = join(import.meta.dirname, '..', '..', '..', 'dist', 'src', 'cli', 'main.js');
  const command = async (...args: readonly string[]): Promise<{ code: unknown; err: string }> => {
    const child = spawn(process.execPath, [main, 'register', ...args, '--register', path]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    const [code] = await once(child, 'close');
    return { code, err };
  };
  const ran = await Promise.all([command('prune'), command('prune', '--dry-run'), command('prune'), command('prune')]);
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const backup = join(folder, 'register.version-0.db');
  expect(ran.map(({ err }) => err).join('')).toBe(
    `The register ${path} was brought up to date, from version 0 to version ${migrations.length}. A copy of it as it was is in ${backup}.\n`,
  );
  expect(readdirSync(folder).toSorted()).toEqual(['register.db', 'register.version-0.db']);
  await opened('read', async (register) => {
    expect(register.migrated).toBeUndefined();
    expect(await storedFindings(register, 1)).toHaveLength(1);
    expect(await register.db.selectFrom('log').select('what').where('what', '!=', 'pruned').execute()).toHaveLength(2);
  });
});

describe('is refused, and left as it is,', () => {
  const refused = async (message: string): Promise<void> => {
    const before = [schemaNow(), versionNow()];
    for (const access of ['write', 'read'] as const) {
      const failure = await openRegister(path, access).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(UnusableRegister);
      expect(String(failure)).toContain(message);
    }
    expect([schemaNow(), versionNow()]).toEqual(before);
  };

  test('a register of a newer version', async () => {
    await opened('make', async () => undefined);
    execute(`pragma user_version = ${migrations.length + 1}`);
    await refused('it was used by a newer version of Scorebook');
  });

  test('a register with a version changed to one that does not exist', async () => {
    await opened('make', async () => undefined);
    execute('pragma user_version = -1');
    await refused('its version, -1, is none that Scorebook writes');
  });

  test('the database of another program, whatever its version', async () => {
    execute('create table moz_places (id integer); pragma user_version = 75');
    await refused('it is not a register of Scorebook');
    await expect(openRegister(path, 'make')).rejects.toThrow('it is not a register of Scorebook');
  });

  test('an empty file, except to make a register of it', async () => {
    writeFileSync(path, '');
    await refused('it is empty');
    await opened('make', async ({ sealKey }) => expect(sealKey).toHaveLength(32));
  });
});

test.each([
  ['missing', `delete from setting where name = 'seal key'`],
  ['cut short', `update setting set value = 'abc' where name = 'seal key'`],
])('a register with a key that is %s gets no other', async (_what, statement) => {
  await opened('make', async () => undefined);
  execute(statement);
  for (const access of ['make', 'write', 'read'] as const) {
    const failure = await openRegister(path, access).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(FindingsError);
    expect((failure as FindingsError).findings.map(({ code }) => code)).toEqual(['register.seal-key-lost']);
  }
});
