import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { type RollUpRequest, rollUp } from '../../src/operations/rollUp.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../rollup/tableOf.ts';
import { type MemoryRound, openRound, partners } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
beforeAll(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
});
afterAll(() => round.close());

const rolledUp = (changes: Partial<RollUpRequest> = {}, { context } = round) =>
  rollUp(context, { round: '2026', ...changes });

/** The parts of sheets and tables in a workbook with a filter button or a frozen pane. */
const withButtonsOrPanes = (bytes: Uint8Array): readonly string[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const xml = strFromU8(part);
    return xml.includes('<pane ') || (xml.includes('<autoFilter') && !xml.includes('hiddenButton="1"')) ? [name] : [];
  });

/** Codes of the partners in a workbook. */
const partnersIn = (bytes: Uint8Array): readonly unknown[] =>
  tableOf(readPackage(bytes), 'Returns')
    .slice(1)
    .map(([, code]) => code);

describe('a roll-up', () => {
  test('has all partners, and counts those that returned', async () => {
    const { instrument, rollUps, findings } = await rolledUp();
    expect([instrument, findings]).toEqual(['sample', []]);
    expect(rollUps).toMatchObject([{ region: undefined, returned: 2, issued: 3 }]);
    expect(rollUps.map(({ bytes }) => partnersIn(bytes))).toEqual([['X01', 'X02', 'X03']]);
  });

  test('may be of one region, or of all and each', async () => {
    const north = { region: { code: 'XN', name: 'North' }, returned: 2, issued: 2 };
    expect((await rolledUp({ region: 'North' })).rollUps).toMatchObject([north]);
    expect((await rolledUp({ all: true })).rollUps).toMatchObject([
      { region: undefined },
      north,
      { region: { code: 'XS', name: 'South' }, returned: 0, issued: 1 },
    ]);
  });

  test('is for work, with filter buttons and frozen headings, or for publication, without', async () => {
    const bytesOf = async (changes: Partial<RollUpRequest>) =>
      (await rolledUp(changes)).rollUps[0]?.bytes ?? new Uint8Array();
    const parts = withButtonsOrPanes(await bytesOf({}));
    expect(parts.filter((name) => name.includes('worksheets')).length).toBeGreaterThan(5);
    expect(parts.filter((name) => name.includes('tables')).length).toBeGreaterThan(5);
    expect(withButtonsOrPanes(await bytesOf({ forPublication: true }))).toEqual([]);
  });

  test('may compare with an earlier round', async () => {
    await round.generate({ round: '2025', due: new Date('2025-12-19T12:00:00Z') });
    const [{ bytes } = { bytes: new Uint8Array() }] = (await rolledUp({ previous: '2025' })).rollUps;
    expect(readPackage(bytes).sheets.map(({ name }) => name)).toContain('Change');
    await round.generate({ round: '2024', due: new Date('2024-12-20T12:00:00Z') });
    const [several] = (await rolledUp({ previous: ['2025', '2024', '2025'] })).rollUps;
    const rounds = tableOf(readPackage(several?.bytes ?? bytes), 'Trend').slice(1);
    expect(rounds.map(([name, , asked, back]) => [name, asked, back])).toEqual([
      ['2024', 3, 0],
      ['2025', 3, 0],
      ['2026', 3, 2],
    ]);
  });
});

describe('an anonymous roll-up', () => {
  test('names nobody, and comes with a warning while returns can still arrive', async () => {
    const full = await openRound();
    for (const { code } of partners) await full.comeBack(code, full.complete(2));
    const { rollUps, findings } = await rolledUp({ anonymous: true }, full);
    expect(findings.map(({ code }) => code)).toEqual(['output.before-deadline']);
    expect(rollUps.flatMap(({ bytes }) => partnersIn(bytes))).not.toContain('X01');
    full.clock.now = new Date('2026-12-19T10:00:00Z');
    expect((await rolledUp({ anonymous: true }, full)).findings).toEqual([]);
    await full.close();
  });

  test('is not made when too few returned', async () => {
    const failure = await rolledUp({ anonymous: true }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(FindingsError);
    expect(failure).toMatchObject({ findings: [{ code: 'anonymous.too-few' }] });
  });

  test.each([{ by: 'area' }, { previous: '2025' }, { all: true }] as const)(
    'is refused with what would identify partners: %j',
    async (asked) => {
      expect(await refusedWith(() => rolledUp({ anonymous: true, ...asked }))).toBe('anonymous.identifies');
    },
  );

  test('is refused of a region that is merged with others', async () => {
    const more = ['X04', 'X05'].map((code) => ({ code, name: `Partner ${code}`, regionName: 'North' }));
    const larger = await openRound();
    await larger.generate({ list: { name: 'list', partners: [...partners, ...more] } });
    for (const { code } of [...partners, ...more]) await larger.comeBack(code, larger.complete(1));
    expect(await refusedWith(() => rolledUp({ anonymous: true, region: 'North' }, larger))).toBe('anonymous.region');
    await larger.close();
  });
});

describe('is refused', () => {
  test.each([
    ['a round that there is not', { round: '2062' }, 'round.unknown'],
    ['an instrument that the round does not have', { instrument: 'other' }, 'instrument.not-in-round'],
    ['a region that there is not', { region: 'XX' }, 'region.unknown'],
    ['what is no day', { overdueAt: '2027-02-30' }, 'day.unusable'],
    ['a comparison with the round itself', { previous: '2026' }, 'previous.not-comparable'],
  ])('%s', async (_what, changes, code) => {
    expect(await refusedWith(() => rolledUp(changes))).toBe(code);
  });
});
