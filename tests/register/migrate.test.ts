import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding.ts';
import { UnusableRegister } from '../../src/register/migrate.ts';
import { migrations } from '../../src/register/migrations.ts';
import { openRegister, type Register } from '../../src/register/openRegister.ts';
import { roundStatus, roundsNamed } from '../../src/register/roundStatus.ts';
import { storedFindings } from '../../src/register/storedFindings.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-migrate-'));
  path = join(folder, 'register.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Works on a database as another program would. */
function inDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(path);
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
 * Registers as the versions of this program before 1 made them, each with one round, partner and workbook, and one file that
 * was refused. Made with the `createTables` of the commit in their names.
 */
const earlier = join(import.meta.dirname, 'earlier');

describe.each(readdirSync(earlier))('a register as in %s', (name) => {
  beforeEach(() => execute(readFileSync(join(earlier, name), 'utf8')));

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

  test('keeps what it holds, and the key of its seals', async () => {
    await opened('write', async (register) => {
      expect(Buffer.from(register.sealKey).toString('hex')).toBe('ab'.repeat(32));
      const [round] = await roundsNamed(register, '2026');
      if (round === undefined) throw new Error('the round is lost');
      expect(await roundStatus(register, round)).toMatchObject([{ partner: { code: '5E1', name: 'North Tees' } }]);
      expect(await storedFindings(register, 1)).toMatchObject([{ code: 'return.not-a-workbook' }]);
      expect(await register.db.selectFrom('log').select('what').execute()).toMatchObject([
        { what: 'refused' },
        { what: 'issued' },
      ]);
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

test('a migration that fails leaves the register as it was', async () => {
  execute(readFileSync(join(earlier, '1-0c66eff.sql'), 'utf8'));
  // A view in the place of a table that the first migration adds, and to which it adds a column.
  execute('create view message as select 1 as id');
  const before = schemaNow();
  await expect(openRegister(path)).rejects.toThrow();
  expect([schemaNow(), versionNow()]).toEqual([before, 0]);
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
])('a register whose key is %s gets no other', async (_what, statement) => {
  await opened('make', async () => undefined);
  execute(statement);
  for (const access of ['make', 'write', 'read'] as const) {
    const failure = await openRegister(path, access).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(FindingsError);
    expect((failure as FindingsError).findings.map(({ code }) => code)).toEqual(['register.seal-key-lost']);
  }
});
