import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportRequest, importReturns } from '../../src/operations/importReturns.ts';
import { reportStatus } from '../../src/operations/reportStatus.ts';
import { zipParts } from '../spreadsheet/parts.ts';
import { type MemoryRound, openRound, withSlip } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
});
afterEach(() => round.close());

const file = (name: string, bytes: Uint8Array) => ({ path: `returns/${name}`, name, read: () => bytes });

const imported = (
  files: Readonly<Record<string, Uint8Array>>,
  changes: Partial<ImportRequest> = {},
  onFile?: Parameters<typeof importReturns>[2],
) =>
  importReturns(
    round.context,
    { files: Object.entries(files).map(([name, bytes]) => file(name, bytes)), ...changes },
    onFile,
  );

/** Codes of the partners with a return that counts. */
const returned = async (): Promise<readonly string[]> => {
  const { trackers } = await reportStatus(round.context, { round: '2026' });
  const all = trackers.flatMap(({ partners }) => partners);
  return all.filter(({ counting }) => counting !== undefined).map(({ partner }) => partner.code);
};

describe('returned workbooks', () => {
  test('are accepted, or refused, or known already, one by one', async () => {
    const files = {
      'X01.xlsx': round.filledIn('X01', round.complete(2)),
      'X02.xlsx': new Uint8Array(),
      'X01 again.xlsx': round.filledIn('X01', round.complete(2)),
    };
    const { files: records, ...seen } = await imported(files);
    expect(records.map(({ path, status }) => [path, status])).toEqual([
      ['returns/X01.xlsx', 'accepted'],
      ['returns/X02.xlsx', 'refused'],
      ['returns/X01 again.xlsx', 'already-imported'],
    ]);
    expect(seen).toEqual({ hasFindings: true, hasErrors: true });
    expect(await returned()).toEqual(['X01']);
  });

  test('are each reported with their findings and how many follow', async () => {
    const seen: unknown[] = [];
    const files = {
      'X01.xlsx': round.filledIn('X01', withSlip(round.complete(2))),
      'X02.xlsx': round.filledIn('X02', round.complete(2)),
    };
    await imported(files, {}, ({ name, following, imported: { findings } }) =>
      seen.push([name, following, findings.some(({ code }) => code === 'answer.not-an-option')]),
    );
    expect(seen).toEqual([
      ['X01.xlsx', 1, true],
      ['X02.xlsx', 0, false],
    ]);
  });

  test('of other rounds are refused where a round is named', async () => {
    const files = { 'X01.xlsx': round.filledIn('X01', round.complete(2)) };
    expect((await imported(files, { round: '2027' })).files.map(({ status }) => status)).toEqual(['refused']);
    expect(await returned()).toEqual([]);
  });

  test('have the time of receipt that is given', async () => {
    const received = new Date('2026-11-18T09:00:00Z');
    await imported({ 'X01.xlsx': round.filledIn('X01', round.complete(2)) }, { received });
    const { trackers } = await reportStatus(round.context, { round: '2026' });
    expect(trackers[0]?.partners[0]?.counting?.received).toEqual(received);
  });
});

describe('a partner named by hand', () => {
  const as = { round: '2026', partner: 'X01' };
  const one = () => ({ 'X01.xlsx': round.filledIn('X01', round.complete(2)) });

  test('has to be of the round', async () => {
    expect(await refusedWith(() => imported(one(), { as: { ...as, partner: 'X09' } }))).toBe('partner.unknown');
    expect(await refusedWith(() => imported(one(), { as: { ...as, round: '2062' } }))).toBe('round.unknown');
    expect(await returned()).toEqual([]);
  });

  test('has one file, also in an archive', async () => {
    const archive = zipParts({ 'a.xlsx': round.filledIn('X01', round.complete(2)), 'b.xlsx': new Uint8Array() });
    expect(await refusedWith(() => imported({ 'all.zip': archive }, { as }))).toBe('files.several');
    expect(await returned()).toEqual([]);
    expect((await imported(one(), { as })).files.map(({ status }) => status)).toEqual(['accepted']);
  });
});
