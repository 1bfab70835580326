import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { RegisterTables } from '../../src/register/tables/schema.ts';
import { hostileFiles } from './hostileFiles.ts';
import { ordinaryReturn } from './ordinaryReturn.ts';
import { receive, reportedBy } from './receive.ts';

const folder = mkdtempSync(join(tmpdir(), 'scorebook-hostile-'));
let register: Register;
let ordinary: Uint8Array;
beforeAll(async () => {
  register = await openRegister(join(folder, 'register.db'));
  ordinary = await ordinaryReturn(register);
});
afterAll(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a file that comes back must never touch. */
const untouchable = ['setting', 'round', 'partner', 'workbook', 'definition'] as const;

/** The head of the log moves with every file. */
const contentsOf = (tables: readonly (keyof RegisterTables)[]): Promise<unknown> =>
  Promise.all(
    tables.map(async (table) => {
      const rows = await register.db.selectFrom(table).selectAll().execute();
      return rows.filter((row) => !('name' in row && row.name === 'log head'));
    }),
  );

async function count(table: 'file' | 'return'): Promise<number> {
  return (await register.db.selectFrom(table).select('received_at').execute()).length;
}

/** No measure of speed, which is `npm run bench -- hostile`: only against files that never end. */
const ceiling = { timeout: 60_000 };

describe('a hostile file is reported as what it is, and changes nothing', () => {
  test.each(hostileFiles)('$what', ceiling, async ({ make, reported: expected }) => {
    const [before, files, returns] = [await contentsOf(untouchable), await count('file'), await count('return')];
    const imported = await receive(register, make(ordinary));
    expect(reportedBy(imported)).toEqual(expected);
    expect(await contentsOf(untouchable)).toEqual(before);
    expect([await count('file'), await count('return')]).toEqual([files + 1, returns + 1]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => /^\d|polluted/.test(name))).toEqual([]);
    expect(readdirSync(folder).filter((name) => !name.startsWith('register.db'))).toEqual([]);
  });
});

test('an ordinary return is still read without a finding', async () => {
  expect(await receive(register, ordinary)).toMatchObject({ status: 'accepted' });
});
