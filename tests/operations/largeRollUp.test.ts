import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportData } from '../../src/operations/exportData.ts';
import { type RollUpRequest, rollUp } from '../../src/operations/rollUp.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';
import { bytesOf } from './textOf.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X03', round.complete(3));
});
afterEach(() => round.close());

/** A roll-up that shows no more than two partners one by one. */
const rolledUp = (changes: Partial<RollUpRequest> = {}) => rollUp(round.context, { round: '2026', ...changes }, 2);
const sheetsOf = (bytes: Uint8Array = new Uint8Array()): readonly string[] =>
  readPackage(bytes).sheets.map(({ name }) => name);

describe('a roll-up of more partners than it shows one by one', () => {
  test('counts them, by region and by kind', async () => {
    const { rollUps, findings } = await rolledUp();
    expect(rollUps.map(({ region, returned, issued }) => [region, returned, issued])).toEqual([[undefined, 2, 3]]);
    expect(findings).toEqual([]);
    expect(sheetsOf(rollUps[0]?.bytes)).toEqual([
      ...['Board summary', 'Contents', 'Notes', 'Positions', 'Summary', 'By region', 'By kind', 'Heat map', 'Response'],
      ...['Questions', 'Weakest areas', 'Strengths', 'Questions by region'],
    ]);
  });

  test('has all answers beside it, by round and region, and a dictionary', async () => {
    const [large] = (await rolledUp()).rollUps;
    const rows: unknown[] = [];
    const paths: string[] = [];
    for await (const { path, pieces } of large?.data?.files ?? []) {
      paths.push(path);
      rows.push(...(await parquetReadObjects({ file: new Uint8Array(await bytesOf(pieces)).buffer })));
    }
    expect(paths).toEqual(['round=2026/region=North/part-0.parquet', 'round=2026/region=South/part-0.parquet']);
    let exported: unknown;
    await exportData(round.context, { round: '2026', format: 'parquet' }, async ({ data, dictionary = [] }) => {
      exported = await parquetReadObjects({ file: new Uint8Array(await bytesOf(data)).buffer });
      expect(await bytesOf(large?.data?.dictionary ?? [])).toEqual(await bytesOf(dictionary));
    });
    expect(rows).toEqual(exported);
  });

  test('leaves regions of fewer partners to ordinary roll-ups', async () => {
    const { rollUps } = await rolledUp({ all: true });
    expect(rollUps.map(({ region, data }) => [region?.code, data !== undefined])).toEqual([
      [undefined, true],
      ['XN', false],
      ['XS', false],
    ]);
    const ordinary = await rollUp(round.context, { round: '2026', region: 'XN' });
    expect(Buffer.from(rollUps[1]?.bytes ?? [])).toEqual(Buffer.from(ordinary.rollUps[0]?.bytes ?? []));
    expect(sheetsOf(rollUps[1]?.bytes)).toContain('Answers');
  });

  test('is refused what needs partners one by one, with what to do instead', async () => {
    expect(await refusedWith(() => rolledUp({ overdueAt: '2027-03-31' }))).toBe('roll-up.of-many');
    expect(await refusedWith(() => rolledUp({ anonymous: true }))).toBe('roll-up.of-many');
    await expect(rolledUp({ overdueAt: '2027-03-31' })).rejects.toThrow(
      'overdueAt: round "2026" has 3 partners here. A roll-up of more than 10,000 counts them and shows none by itself. Leave overdueAt out, or give a region of fewer partners with region.',
    );
    expect((await rolledUp({ region: 'XN', overdueAt: '2027-03-31' })).rollUps).toHaveLength(1);
  });
});
