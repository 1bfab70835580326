import { afterEach, beforeEach, expect, test } from 'vitest';
import { importReturns } from '../../../src/operations/importReturns.ts';
import { getReturn } from '../../../src/operations/register/getReturn.ts';
import { pruneRegister } from '../../../src/operations/register/pruneRegister.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  const torn = new TextEncoder().encode('PK\u0003\u0004 torn');
  await importReturns(round.context, { files: [{ path: 'torn.xlsx', name: 'torn.xlsx', read: () => torn }] });
  round.clock.now = new Date('2026-12-20T10:00:00Z');
});
afterEach(() => round.close());

test('only files that were refused long enough ago are removed, and none that was accepted', async () => {
  expect(await pruneRegister(round.context, { olderThan: 31 })).toEqual([]);
  const removed = await pruneRegister(round.context, { olderThan: 29 });
  expect(removed).toMatchObject([{ id: 2, name: 'torn.xlsx', refused: new Date('2026-11-20T10:00:00Z') }]);
  await expect(getReturn(round.context, 2)).rejects.toMatchObject({ findings: [{ code: 'register.bytes-missing' }] });
  expect((await getReturn(round.context, 1)).status).toBe('accepted');
});

test('a trial gives what would be removed, and removes nothing', async () => {
  expect(await pruneRegister(round.context, { olderThan: 29, dryRun: true })).toMatchObject([{ id: 2 }]);
  expect((await getReturn(round.context, 2)).name).toBe('torn.xlsx');
});
