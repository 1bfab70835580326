import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withRegisterAt } from '../../src/disk/withRegisterAt.ts';
import { Refusal } from '../../src/refusal.ts';
import { openWorkplace } from '../cli/workplace.ts';

const place = openWorkplace();
afterAll(place.remove);

const use = { instruments: [], now: () => new Date('2026-12-01T09:00:00Z') };
const time = (path: string, access: 'make' | 'read'): Promise<Date> =>
  withRegisterAt(path, access, use, async ({ now }) => now());

beforeAll(() => time(place.at('register.db'), 'make'));

test('makes a register, and closes it after the work', async () => {
  const path = place.at('new', 'register.db');
  const { db } = await withRegisterAt(path, 'make', use, async ({ register }) => register);
  expect(existsSync(path)).toBe(true);
  await expect(db.selectFrom('round').selectAll().execute()).rejects.toThrow();
});

test.each([
  ['a path that is empty', ' ', 'register.unusable'],
  ['a database in memory', ':memory:', 'register.unusable'],
  ['an address', 'file:register.db', 'register.unusable'],
  ['a folder', place.at(), 'register.unusable'],
  ['no register', place.at('other.db'), 'register.unknown'],
  ['another file', place.put('notes.txt', 'These are no tables.'), 'register.unusable'],
])('refuses %s', async (_what, path, code) => {
  await expect(time(path, 'read')).rejects.toMatchObject({ name: 'Refusal', code });
  expect(existsSync(place.at('other.db'))).toBe(false);
});

test('passes on a refusal by the work, and a bug', async () => {
  const failing = (failure: Error): Promise<never> =>
    withRegisterAt(place.at('register.db'), 'read', use, () => Promise.reject(failure));
  const refusal = new Refusal('round.unknown', () => 'There is none.');
  await expect(failing(refusal)).rejects.toBe(refusal);
  const bug = new TypeError('a bug');
  await expect(failing(bug)).rejects.toBe(bug);
});

test('reports a failure of the database as a finding', async () => {
  const working = withRegisterAt(place.at('register.db'), 'read', use, async ({ register }) => {
    await register.db.deleteFrom('round').execute();
  });
  await expect(working).rejects.toMatchObject({ findings: [{ code: 'register.failed' }] });
});
