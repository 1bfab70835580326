import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveRollUps } from '../../../src/disk/save/saveRollUps.ts';
import type { RollUpWorkbook } from '../../../src/operations/rollUp.ts';
import { dictionaryStart } from '../../../src/rollup/export/csv.ts';
import { parquetMark } from '../../../src/rollup/export/parquet.ts';
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

test('the one of all partners is saved at the path, and those of regions beside it', async () => {
  expect(await save([rollUpOf(), rollUpOf('X1')])).toEqual([
    { file: place.at('out', 'roll-up.xlsx'), returned: 1, issued: 2 },
    { file: place.at('out', 'roll-up_X1.xlsx'), region: 'X1', returned: 1, issued: 2 },
  ]);
  expect(readFileSync(place.at('out', 'roll-up_X1.xlsx'), 'utf8')).toBe('X1');
});

test('a single one is saved at the path, whatever its region', async () => {
  expect(await save([rollUpOf('X1')], true)).toMatchObject([{ file: place.at('out', 'roll-up.xlsx'), region: 'X1' }]);
});

test('codes that give one name get numbers', async () => {
  await save([rollUpOf('X/1'), rollUpOf('X 1'), rollUpOf('x-1')]);
  expect(readdirSync(place.at('out'))).toEqual(['roll-up_X-1-2.xlsx', 'roll-up_X-1.xlsx', 'roll-up_x-1-3.xlsx']);
});

test('where one of the names is taken by another file, none is written', async () => {
  place.put('out/roll-up_X1.xlsx', 'somebody’s own');
  await expect(save([rollUpOf(), rollUpOf('X1')])).rejects.toThrow(
    expect.objectContaining({ findings: [expect.objectContaining({ code: 'output.not-a-roll-up' })] }),
  );
  expect(readdirSync(place.at('out'))).toEqual(['roll-up_X1.xlsx']);
});

describe('data beside a roll-up', () => {
  const data = (text: string, dictionary = dictionaryStart): RollUpWorkbook => ({
    ...rollUpOf(),
    data: {
      files: (async function* () {
        for (const region of ['North', 'South'])
          yield { path: `round=2026/region=${region}/part-0.parquet`, pieces: piecesOf(`${text} ${parquetMark}`) };
      })(),
      dictionary: [new TextEncoder().encode(dictionary)],
    },
  });
  async function* piecesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) {
      if (text.startsWith('broken')) throw new TypeError('a bug');
      yield new TextEncoder().encode(text);
    }
  }
  const north = () =>
    readFileSync(place.at('out', 'roll-up_data', 'round=2026', 'region=North', 'part-0.parquet'), 'utf8');

  test('are a folder and a dictionary, and replace earlier ones whole', async () => {
    expect(await save([data('first')])).toMatchObject([
      { data: place.at('out', 'roll-up_data'), dictionary: place.at('out', 'roll-up_data_dictionary.csv') },
    ]);
    rmSync(place.at('out', 'roll-up.xlsx'));
    await save([data('second')]);
    expect(north()).toBe(`second ${parquetMark}`);
    expect(readdirSync(place.at('out')).sort()).toEqual([
      'roll-up.xlsx',
      'roll-up_data',
      'roll-up_data_dictionary.csv',
    ]);
  });

  test('are left as they were when making them fails, and no half is beside them', async () => {
    await save([data('first')]);
    rmSync(place.at('out', 'roll-up.xlsx'));
    await expect(save([data('broken')])).rejects.toThrow(TypeError);
    expect(north()).toBe(`first ${parquetMark}`);
    expect(readdirSync(place.at('out')).sort()).toEqual(['roll-up_data', 'roll-up_data_dictionary.csv']);
  });

  test.each(['notes.txt', 'round=2026/region=North/part-0.parquet'])(
    'do not take the place of a folder that has a file %s of somebody else',
    async (file) => {
      place.put(`out/roll-up_data/${file}`, 'somebody’s own');
      await expect(save([data('first')])).rejects.toThrow(
        expect.objectContaining({ findings: [expect.objectContaining({ code: 'output.not-data' })] }),
      );
    },
  );
});
