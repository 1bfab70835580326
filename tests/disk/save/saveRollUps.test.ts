import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveRollUps } from '../../../src/disk/save/saveRollUps.ts';
import type { RollUpWorkbook } from '../../../src/operations/rollUp.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
});
afterEach(() => place.remove());

const rollUpOf = (code?: string): RollUpWorkbook => ({
  region: code === undefined ? undefined : { code, name: `Region ${code}` },
  returned: 1,
  issued: 2,
  bytes: new TextEncoder().encode(code ?? 'all'),
});
const save = (rollUps: readonly RollUpWorkbook[], isForOne = false): ReturnType<typeof saveRollUps> =>
  saveRollUps(rollUps, { whole: place.at('out', 'roll-up.xlsx'), isForOne, register: place.at('register.db') });

test('the one of all partners is saved at the path, and those of regions beside it', () => {
  expect(save([rollUpOf(), rollUpOf('X1')])).toEqual([
    { file: place.at('out', 'roll-up.xlsx'), returned: 1, issued: 2 },
    { file: place.at('out', 'roll-up_X1.xlsx'), region: 'X1', returned: 1, issued: 2 },
  ]);
  expect(readFileSync(place.at('out', 'roll-up_X1.xlsx'), 'utf8')).toBe('X1');
});

test('a single one is saved at the path, whatever its region', () => {
  expect(save([rollUpOf('X1')], true)).toMatchObject([{ file: place.at('out', 'roll-up.xlsx'), region: 'X1' }]);
});

test('codes that give one name get numbers', () => {
  save([rollUpOf('X/1'), rollUpOf('X 1'), rollUpOf('x-1')]);
  expect(readdirSync(place.at('out'))).toEqual(['roll-up_X-1-2.xlsx', 'roll-up_X-1.xlsx', 'roll-up_x-1-3.xlsx']);
});

test('where one of the names is taken by another file, none is written', () => {
  place.put('out/roll-up_X1.xlsx', 'somebody’s own');
  expect(() => save([rollUpOf(), rollUpOf('X1')])).toThrow(
    expect.objectContaining({ findings: [expect.objectContaining({ code: 'output.not-a-roll-up' })] }),
  );
  expect(readdirSync(place.at('out'))).toEqual(['roll-up_X1.xlsx']);
});
