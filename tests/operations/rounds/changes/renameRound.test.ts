import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../../src/intake/integrity/checkLog.ts';
import { importReturns } from '../../../../src/operations/importReturns.ts';
import { type RenameRequest, renameRound } from '../../../../src/operations/rounds/changes/renameRound.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { roundNames, roundStatus, roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { type MemoryRound, openRound } from '../../memoryRound.ts';
import { refusedWith } from '../../refusedWith.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
});
afterEach(() => round.close());

const rename = (changes: Partial<RenameRequest> = {}) =>
  renameRound(round.context, { round: '2026', name: 'Winter 2026', reason: 'two rounds in a year', ...changes });

/** A workbook that was issued under the first name comes back. */
const importOld = (partner: string, as?: { readonly partner: string; readonly round: string }) => {
  const bytes = round.filledIn(partner, round.complete(3));
  const files = [{ path: `${partner}.xlsx`, name: `${partner}.xlsx`, read: () => bytes }];
  return importReturns(round.context, { files, ...(as === undefined ? {} : { as }) });
};

const returned = async (name: string) => {
  const [own] = await roundsNamed(round.context.register, name);
  const statuses = own === undefined ? [] : await roundStatus(round.context.register, own);
  return statuses.flatMap(({ partner, counting }) => (counting === undefined ? [] : [partner.code]));
};

describe('a round with another name', () => {
  test('has everything that it had, and the log proves it', async () => {
    await round.comeBack('X01', round.complete(3));
    await rename();
    expect(await roundNames(round.context.register)).toEqual(['Winter 2026']);
    expect(await returned('Winter 2026')).toEqual(['X01']);
    expect(await checkLog(round.context.register)).toEqual([]);
  });

  test('takes back workbooks that say the earlier name', async () => {
    await rename();
    const { files } = await importOld('X02');
    expect(files).toMatchObject([{ status: 'accepted' }]);
    expect(await returned('Winter 2026')).toEqual(['X02']);
    const { files: named } = await importOld('X03', { partner: 'X03', round: 'Winter 2026' });
    expect(named).toMatchObject([{ status: 'accepted' }]);
  });

  test('takes them back once the name is undone, and made again', async () => {
    const { changes } = await rename();
    await importOld('X02');
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect(await returned('2026')).toEqual(['X02']);
    expect((await importOld('X03')).files).toMatchObject([{ status: 'accepted' }]);
    expect(await returned('2026')).toEqual(['X02', 'X03']);
  });

  test('leaves its workbooks where they are', async () => {
    await rename({ usualFolder: 'output/2026/workbooks' });
    const { files } = await round.generate({ round: 'Winter 2026' });
    expect(files.map(({ file }) => file)).toEqual(
      ['X01', 'X02', 'X03'].map((code) => `folder/sample_2026_${code}.xlsx`),
    );
    expect(await roundsNamed(round.context.register, 'Winter 2026')).toMatchObject([
      { folder: 'output/2026/workbooks' },
    ]);
  });

  test('is still the one that a later round shows', async () => {
    await round.comeBack('X01', round.complete(3));
    await round.generate({ round: '2027', due: new Date('2027-12-17T12:00:00Z'), previous: '2026' });
    await rename();
    expect(await roundsNamed(round.context.register, '2027')).toMatchObject([{ previous: 'Winter 2026' }]);
    expect(await checkLog(round.context.register)).toEqual([]);
  });
});

test.each([
  ['for a name that is taken', { name: '2027' }, 'round.name-taken'],
  ['for one that differs from another only in capitals', { name: 'summer' }, 'round.name-unusable'],
  ['for one that is no name of a folder', { name: 'a/b' }, 'round.name-unusable'],
  ['for a round that is not there', { round: '2062' }, 'round.unknown'],
] as const)('nothing is renamed %s', async (_what, changes, code) => {
  await round.generate({ round: '2027', due: new Date('2027-12-17T12:00:00Z') });
  await round.generate({ round: 'Summer', due: new Date('2027-12-17T12:00:00Z') });
  expect(await refusedWith(() => rename(changes))).toBe(code);
  expect(await roundNames(round.context.register)).toEqual(['2026', '2027', 'Summer']);
});
