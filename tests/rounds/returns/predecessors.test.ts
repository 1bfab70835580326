import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergePartner } from '../../../src/operations/rounds/changes/mergePartner.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import type { Partner } from '../../../src/partners/partner.ts';
import { loadRollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { predecessorsSince } from '../../../src/rounds/returns/predecessors.ts';
import { type Round, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { rawText } from '../../../src/workbook/read/cells/rawCells.ts';
import { type MemoryRound, openRound, partners } from '../../operations/memoryRound.ts';
import { plannedTable } from '../../rollup/planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** X01 chose level 1 everywhere in 2026, and X02 level 3; X03 returned nothing. */
let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(1));
  await round.comeBack('X02', round.complete(3));
});
afterEach(() => round.close());

const [ashmere, , coldharbour] = partners;
const moor: Partner = { code: 'X04', name: 'Moor PCT' };
const dale: Partner = { code: 'X05', name: 'Dale PCT' };

const next = (list: readonly (Partner | undefined)[], changes = {}) =>
  round.generate({
    ...{ round: '2027', due: new Date('2027-12-17T12:00:00Z'), previous: '2026', ...changes },
    list: { name: 'partners.csv', partners: list.flatMap((one) => one ?? []) },
  });

const merge = (partner: readonly string[], into: readonly string[], name = '2027') =>
  mergePartner(round.context, { round: name, partner, into, reason: 'reorganisation' });

async function roundNamed(name: string): Promise<Round> {
  const [found] = await roundsNamed(round.context.register, name);
  if (found === undefined) throw new Error(`There is no round ${name}`);
  return found;
}

async function rolledUp() {
  const [now, then] = [await roundNamed('2027'), await roundNamed('2026')];
  return loadRollUp(round.context.register, sampleInstrument, now, [{ round: then, instrument: sampleInstrument }]);
}

/** The rows of Change by partner: code, name, who answered then, moved up, the same, moved down. */
async function changes() {
  const plan = rollUpPlan(await rolledUp(), new Date('2028-01-10T09:00:00Z'));
  const [headings = [], ...rows] = plannedTable(plan, 'Change by partner');
  return { headings, rows: rows.map((row) => row.slice(1, 7)) };
}

/** What the workbook of a partner in 2027 says about the first question of last year. */
function saidLastYear(code: string): readonly string[] {
  const bytes = round.folder.files.get(`sample_2027_${code}.xlsx`) ?? new Uint8Array();
  const sheet = readPackage(bytes).sheets.find(({ name }) => name === '1 Needs');
  return [...(sheet?.rows.values() ?? [])].flatMap((row) =>
    [...row.values()].map(rawText).filter((text) => text.startsWith('was ') || text.startsWith('see ')),
  );
}

describe('a partner without answers of its own', () => {
  test('is compared with its one predecessor, in its workbook and in the roll-up', async () => {
    await next([ashmere, moor]);
    await merge(['X02'], ['X04']);
    await next([ashmere, moor], { round: '2027' });
    expect(saidLastYear('X04')[0]).toBe('was 3');
    const sheets = Object.entries(unzipSync(round.folder.files.get('sample_2027_X04.xlsx') ?? new Uint8Array()));
    expect(sheets.map(([, part]) => strFromU8(part)).join('')).toContain('In 2026 Bramblewick PCT wrote: ');
    const rollUp = await rolledUp();
    const last = rollUp.partners.find(({ partner }) => partner.code === 'X04')?.lastRound;
    expect(last?.predecessors).toEqual([{ code: 'X02', name: 'Bramblewick PCT' }]);
    expect(last?.scorecard?.overall.band).toBe('green');
    expect(rollUp.previous?.leftOut).toEqual([]);
    expect((await changes()).rows.map((row) => row.slice(0, 3))).toEqual([
      ['X04', 'Moor PCT', 'Bramblewick PCT (X02)'],
      ['X01', 'Ashmere PCT', 'Its own'],
    ]);
  });

  test('is compared with each of several, and with none of them in any other count', async () => {
    await next([moor]);
    await merge(['X01', 'X02'], ['X04']);
    await next([moor]);
    expect(saidLastYear('X04')[0]).toBe('see each predecessor');
    const { previous, partners: now } = await rolledUp();
    expect(now[0]?.lastRound?.scorecard).toBeUndefined();
    expect(previous?.predecessors.map(({ partner, successor }) => [partner.code, successor])).toEqual([
      ['X01', 'X04'],
      ['X02', 'X04'],
    ]);
    expect((await changes()).rows.map((row) => row.slice(0, 3))).toEqual([
      ['X04', 'Moor PCT', 'Several: see below'],
      ['X04', 'Moor PCT', 'Ashmere PCT (X01)'],
      ['X04', 'Moor PCT', 'Bramblewick PCT (X02)'],
    ]);
  });
});

test('a partner with answers of its own is compared with those, and its predecessor comes below', async () => {
  await next([ashmere]);
  await merge(['X02'], ['X01']);
  await next([ashmere]);
  expect(saidLastYear('X01')[0]).toBe('was 1');
  const { headings, rows } = await changes();
  expect(headings).toContain('Answers of 2026');
  expect(rows.map((row) => row[2])).toEqual(['Its own', 'Bramblewick PCT (X02)']);
});

test('both parts of a partner that was split are compared with it', async () => {
  await next([moor, dale]);
  await merge(['X01'], ['X04', 'X05']);
  expect((await changes()).rows.map((row) => row[2])).toEqual(['Ashmere PCT (X01)', 'Ashmere PCT (X01)']);
});

test('predecessors of predecessors count, in the rounds between and never twice', async () => {
  await next([ashmere, coldharbour]);
  await merge(['X02'], ['X01'], '2026');
  await merge(['X01'], ['X03']);
  const since = await predecessorsSince(round.context.register, await roundNamed('2026'), await roundNamed('2027'));
  expect([...since]).toEqual([
    ['X01', ['X02']],
    ['X03', ['X01', 'X02']],
  ]);
});

test('a merger that was undone leaves everybody compared with itself', async () => {
  await next([ashmere, coldharbour]);
  const { changes: made } = await merge(['X02'], ['X01']);
  await undoChanges(
    round.context,
    made.map(({ id }) => id),
    'a mistake',
  );
  const { headings, rows } = await changes();
  expect(headings).not.toContain('Answers of 2026');
  expect(rows.map(([code]) => code)).toEqual(['X01', 'X03']);
  expect((await rolledUp()).previous?.leftOut.map(({ code }) => code)).toEqual(['X02']);
});
