import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkRegister } from '../../../src/operations/register/checkRegister.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
});
afterEach(() => round.close());

test('nothing is found in a register that is whole, and each file that is read again is a step', async () => {
  const steps: (readonly [string, number])[] = [];
  const onProgress = (name: string, total: number): void => void steps.push([name, total]);
  expect(await checkRegister(round.context, { onProgress })).toEqual([]);
  expect(steps).toEqual([
    ['sample_2026_X01.xlsx', 2],
    ['sample_2026_X02.xlsx', 2],
  ]);
});

test('what was changed by hand is found', async () => {
  const { register } = round.context;
  await register.db.updateTable('partner').set({ name: 'Another' }).where('code', '=', 'X01').execute();
  expect((await checkRegister(round.context)).map(({ code }) => code)).toEqual(['register.changed']);
});
