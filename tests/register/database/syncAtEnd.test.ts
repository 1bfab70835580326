import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { syncAtEnd } from '../../../src/register/database/syncAtEnd.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import type { Register } from '../../../src/register/tables/register.ts';

let folder: string;
let register: Register;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-sync-'));
  register = await openRegister(join(folder, 'register.db'));
});
afterEach(async () => {
  await register.close();
  rmSync(folder, { recursive: true });
});

/** What SQLite calls 1 (normal) and 2 (full). */
async function waiting(): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(register.db);
  return rows[0]?.synchronous;
}

test('the disk is waited for after each step, but in the work', async () => {
  expect(await waiting()).toBe(2);
  expect(await syncAtEnd(register, waiting)).toBe(1);
  expect(await waiting()).toBe(2);
});

test('the same holds after work that fails', async () => {
  const work = syncAtEnd(register, () => Promise.reject(new Error('the disk is full')));
  await expect(work).rejects.toThrow('the disk is full');
  expect(await waiting()).toBe(2);
});
