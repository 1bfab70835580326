import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { backUpRegister } from '../../../src/operations/register/backUpRegister.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import { roundNames } from '../../../src/rounds/round/roundStatus.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';

let round: MemoryRound;
let folder: string;
beforeEach(async () => {
  round = await openRound();
  folder = mkdtempSync(join(tmpdir(), 'scorebook-backup-'));
});
afterEach(async () => {
  await round.close();
  rmSync(folder, { recursive: true });
});

test('a copy is a register with all that was in the first', async () => {
  const path = join(folder, 'copy.db');
  await backUpRegister(round.context, (write) => write(path));
  const copy = await openRegister(path, 'read');
  expect(await roundNames(copy)).toEqual(['2026']);
  await copy.close();
});

// From a server, the folder is made.
test.skipIf(inject('server') !== undefined)(
  'a copy that cannot be written is an error of whoever saves it, and nothing is left',
  async () => {
    const path = join(folder, 'nowhere', 'copy.db');
    await expect(backUpRegister(round.context, (write) => write(path))).rejects.toMatchObject({
      code: 'SQLITE_CANTOPEN',
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);
