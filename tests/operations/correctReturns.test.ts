import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctReturns } from '../../src/operations/correctReturns.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, withSlip } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
let corrections: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  corrections = memoryFolder();
  await round.comeBack('X01', withSlip(round.complete(2)));
  await round.comeBack('X02', round.complete(3));
});
afterEach(() => round.close());

const correct = (partner?: readonly string[]) =>
  correctReturns(round.context, { round: '2026', ...(partner === undefined ? {} : { partner }) }, corrections);

describe('workbooks to correct', () => {
  test('are written for partners with something to be put right', async () => {
    const { files, findings } = await correct();
    expect(files).toEqual([
      {
        ...{ instrument: 'sample', partner: 'X01', outcome: 'written', corrections: 2 },
        file: 'folder/sample_2026_X01_correction.xlsx',
      },
    ]);
    expect(findings).toEqual([]);
    const [written = new Uint8Array()] = corrections.files.values();
    expect(readStamp(readPackage(written)).stamp).toMatchObject({ partner: 'X01', round: '2026' });
  });

  test('are the same when nothing has changed', async () => {
    await correct();
    expect((await correct()).files.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });

  test('leave alone a workbook in which somebody has worked', async () => {
    await correct();
    const name = 'sample_2026_X01_correction.xlsx';
    corrections.files.set(name, new TextEncoder().encode('changed'));
    const { files, findings } = await correct();
    expect(files.map(({ outcome }) => outcome)).toEqual(['left']);
    expect(findings.map(({ code }) => code)).toEqual(['output.changed-since-issue']);
    expect(corrections.files.get(name)).toEqual(new TextEncoder().encode('changed'));
  });

  test('of named partners are reported also where there is nothing to write', async () => {
    const { files } = await correct(['X02', 'X03']);
    expect(files.map(({ partner, outcome }) => [partner, outcome])).toEqual([
      ['X02', 'nothing-to-correct'],
      ['X03', 'no-return'],
    ]);
    expect(corrections.files.size).toBe(0);
  });

  test('written after the deadline come with a warning', async () => {
    round.clock.now = new Date('2026-12-19T10:00:00Z');
    expect((await correct()).findings.map(({ code }) => code)).toEqual(['correction.due-past']);
  });
});

test('each partner is a step of the progress', async () => {
  const steps: (readonly [string, number])[] = [];
  const onProgress = (partner: string, total: number): void => void steps.push([partner, total]);
  await correctReturns(round.context, { round: '2026' }, corrections, { onProgress });
  expect(steps).toEqual([
    ['X01', 3],
    ['X02', 3],
    ['X03', 3],
  ]);
});

test('nothing is written for an unknown partner or round', async () => {
  expect(await refusedWith(() => correct(['X01', 'X09']))).toBe('partner.unknown');
  expect(await refusedWith(() => correctReturns(round.context, { round: '2062' }, corrections))).toBe('round.unknown');
  expect(corrections.files.size).toBe(0);
});
