import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError, finding } from '../../src/finding/index.ts';
import { type FindingsPlaces, writeFindings } from '../../src/operations/writeFindings.ts';
import type { ImportedFile } from '../../src/rollup/load/importFindings.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { rawText } from '../../src/workbook/read/cells/rawCells.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';

let round: MemoryRound;
beforeAll(async () => {
  round = await openRound();
  await round.generate({ marking: 'SAMPLE DATA' });
});
afterAll(() => round.close());

const saved = new Map<string, Uint8Array>();
beforeEach(() => saved.clear());
const places: FindingsPlaces = {
  usualPath: (name) => ['output', ...(name === undefined ? [] : [name]), 'findings.xlsx'].join('/'),
  isThere: (path) => saved.has(path),
  save: (path, bytes) => void saved.set(path, bytes),
};

/** A file that was accepted into a round. */
const accepted = (name: string): ImportedFile => ({
  file: 'X01.xlsx',
  outcome: 'accepted',
  stored: { id: 1, round: name, partner: { code: 'X01', name: 'Ashmere PCT' }, coverage: 1, band: 'green' },
  findings: async () => [],
});
const refused: ImportedFile = {
  file: 'X02.xlsx',
  outcome: 'refused',
  findings: async () => [finding('return.empty', {}, {})],
};

const textsIn = (path: string): readonly string[] =>
  readPackage(saved.get(path) ?? new Uint8Array()).sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((cells) => [...cells.values()].map((cell) => rawText(cell))),
  );

describe('the findings of an import are saved', () => {
  test('in the folder of the round, with its marking, where all files are of one', async () => {
    const files = [accepted('2026'), refused];
    const path = 'output/2026/findings.xlsx';
    expect(await writeFindings(round.context, { files, isQuiet: false }, places)).toEqual({ path, problems: [] });
    expect(textsIn(path)).toEqual(expect.arrayContaining(['SAMPLE DATA', 'return.empty']));
  });

  test('beside those of all rounds where files are of several, or of none', async () => {
    for (const files of [[accepted('2025'), accepted('2026')], [refused]]) {
      const { path } = await writeFindings(round.context, { files, isQuiet: false }, places);
      expect(path).toBe('output/findings.xlsx');
    }
  });

  test('at the path that is asked for, even if nothing was found', async () => {
    await writeFindings(round.context, { files: [], isQuiet: true, path: 'mine.xlsx' }, places);
    expect([...saved.keys()]).toEqual(['mine.xlsx']);
  });
});

describe('nothing is saved', () => {
  test('when nothing was found, unless there is an older workbook', async () => {
    const request = { files: [accepted('2026')], isQuiet: true };
    expect(await writeFindings(round.context, request, places)).toEqual({ problems: [] });
    expect(saved.size).toBe(0);
    saved.set('output/2026/findings.xlsx', new Uint8Array());
    expect(await writeFindings(round.context, request, places)).toMatchObject({ path: 'output/2026/findings.xlsx' });
  });

  test('when no file came', async () => {
    saved.set('output/findings.xlsx', new Uint8Array());
    expect(await writeFindings(round.context, { files: [], isQuiet: true }, places)).toEqual({ problems: [] });
    expect(saved.get('output/findings.xlsx')).toHaveLength(0);
  });

  test('when it cannot be saved, which is reported', async () => {
    const problems = [finding('output.not-findings', { file: 'findings.xlsx' }, {})];
    const save = (): never => {
      throw new FindingsError(problems);
    };
    const written = await writeFindings(round.context, { files: [refused], isQuiet: false }, { ...places, save });
    expect(written).toEqual({ problems });
  });
});
