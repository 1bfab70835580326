import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/register/openRegister.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let place: Workplace;
let umask: number;
beforeEach(() => {
  umask = process.umask();
  place = openWorkplace();
});
afterEach(() => {
  process.umask(umask);
  place.remove();
});

/** As in `0640`. */
const modeOf = (...path: readonly string[]): string =>
  (statSync(place.at(...path)).mode & 0o777).toString(8).padStart(4, '0');

// Windows has no such modes, and Node shows others there.
describe.skipIf(process.platform === 'win32').each([0o000, 0o022])('with a umask of %o', (mask) => {
  beforeEach(() => process.umask(mask));

  test('the register and what SQLite has beside it are for its owner alone, as long as it is open', async () => {
    const register = await openRegister(place.at('register.db'));
    await register.db.insertInto('setting').values({ name: 'a', value: 'b' }).execute();
    expect(
      readdirSync(place.at())
        .toSorted()
        .map((name) => [name, modeOf(name)]),
    ).toEqual([
      ['register.db', '0600'],
      ['register.db-shm', '0600'],
      ['register.db-wal', '0600'],
    ]);
    await register.close();
  });

  test('a backup is for its owner alone, whoever may read the register', async () => {
    await place.generate(1);
    chmodSync(place.at('register.db'), 0o664);
    expect(await place.scorebook('register', 'backup', place.at('backup.db'))).toMatchObject({ code: 0 });
    expect([modeOf('backup.db'), modeOf('register.db')]).toEqual(['0600', '0664']);
  });

  test('a register of an earlier version is taken from others when it is brought up to date', async () => {
    const database = new Database(place.at('register.db'));
    database.exec(readFileSync(join(import.meta.dirname, '..', 'register', 'earlier', '9-bd0e849.sql'), 'utf8'));
    database.close();
    chmodSync(place.at('register.db'), 0o644);
    await place.scorebook('register', 'check');
    expect(modeOf('register.db')).toBe('0600');
  });

  test('what commands write can be read by the group, and by nobody else', async () => {
    await place.generate(1);
    place.put('returns/a.xlsx', place.filledIn('X01'));
    await place.scorebook('import', place.at('returns'));
    await place.scorebook('return', 'get', '1', '--out', place.at('out', 'back.xlsx'));
    await place.scorebook('status', '--round', '2026', '--out', place.at('out', 'tracker.xlsx'));
    await place.scorebook('rollup', '--round', '2026', '--out', place.at('out', 'roll-up.xlsx'));
    await place.scorebook('export', '--round', '2026', '--format', 'csv', '--out', place.at('out', 'answers.csv'));
    await place.scorebook('correct', '--round', '2026', '--all', '--out', place.at('out'));
    const written = ['out', 'workbooks', '2026'].flatMap((folder) =>
      existsSync(place.at(folder)) ? readdirSync(place.at(folder)).map((name) => [name, modeOf(folder, name)]) : [],
    );
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter(([, mode]) => mode !== '0640')).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')('a umask that allows less is respected', async () => {
  process.umask(0o077);
  await place.generate(1);
  expect(readdirSync(place.at('workbooks')).map((name) => modeOf('workbooks', name))).toEqual(['0600']);
});
