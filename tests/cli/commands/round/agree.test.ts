import { readFileSync } from 'node:fs';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daySerial } from '../../../../src/spreadsheet/model/daySerial.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../../../rollup/tableOf.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

let place: Workplace;
/** X01 and X02 answer for the area XA1, X03 alone for XA2; X01 and X02 have returned. */
beforeEach(async () => {
  place = openWorkplace();
  place.put(
    'partners.csv',
    'code,name,area_code,area_name\nX01,Ashmere PCT,XA1,Ashmere\nX02,Ashmere council,XA1,Ashmere\nX03,Coldharbour PCT,XA2,Coldharbour\n',
  );
  await generate('2026', '2026-12-18 12:00');
  place.put('returns/1.xlsx', place.filledIn('X01', 1));
  place.put('returns/2.xlsx', place.filledIn('X02', 2));
  expect((await place.scorebook('import', place.at('returns'))).code).toBe(0);
});
afterEach(() => place.remove());

async function generate(round: string, due: string): Promise<void> {
  const { code, err } = await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.at('partners.csv'), '--round', round],
    ...['--due', due, '--out', place.at('workbooks')],
  );
  expect(code, err).toBe(0);
}

const heading = 'area,question,level,date,present';
const present = 'Heads of commissioning of both; council chair';

function agree(lines: readonly string[], ...more: readonly string[]): Promise<Ran> {
  const file = place.put('agreed.csv', `${[heading, ...lines].join('\n')}\n`);
  return place.scorebook('agree', file, '--round', '2026', ...more);
}

/** What the roll-up shows as agreed, by reference of the question. */
async function shown(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { code, err } = await place.scorebook('rollup', '--round', '2026', '--out', place.at('roll-up.xlsx'));
  expect([code, err]).toEqual([0, '']);
  const rows = tableOf(readPackage(readFileSync(place.at('roll-up.xlsx'))), 'Areas by question').slice(1);
  return Object.fromEntries(
    rows.filter((row) => row[10] !== '[w]').map((row) => [`${row[0]} ${row[2]}`, row.slice(10)]),
  );
}

function agreements(): readonly unknown[] {
  const database = new Database(place.at('register.db'));
  try {
    return database.prepare('select item, level, state from agreement order by id').all();
  } finally {
    database.close();
  }
}

test('agreed scores are recorded, and shown in the roll-up beside the answers', async () => {
  const ran = await agree([`XA1,1.1.1,2,2026-11-12,${present}`, `xa1,1.1.2,Not applicable,13/11/2026,${present}`]);
  expect(ran).toEqual({
    code: 0,
    err: '',
    out: 'Round 2026: 2 agreed scores recorded, 0 changed, 0 withdrawn, 0 as before\n',
  });
  expect(await shown()).toEqual({
    'XA1 1.1.1': [2, daySerial('2026-11-12'), present],
    'XA1 1.1.2': ['[z]', daySerial('2026-11-13'), present],
  });
});

test('a later score counts instead, one may be withdrawn, and what was recorded before stays in the register', async () => {
  await agree([`XA1,1.1.1,2,2026-11-12,${present}`, `XA1,1.1.2,1,2026-11-12,${present}`]);
  const ran = await agree([
    `XA1,1.1.1,3,2026-11-19,${present}`,
    `XA1,1.1.2,withdrawn,2026-11-19,${present}`,
    `XA1,1.1.3,1,2026-11-19,${present}`,
  ]);
  expect(ran.out).toBe('Round 2026: 1 agreed score recorded, 1 changed, 1 withdrawn, 0 as before\n');
  expect(await shown()).toEqual({
    'XA1 1.1.1': [3, daySerial('2026-11-19'), present],
    'XA1 1.1.3': [1, daySerial('2026-11-19'), present],
  });
  expect(agreements()).toEqual([
    { item: '1.1.1', level: 2, state: 'answered' },
    { item: '1.1.2', level: 1, state: 'answered' },
    { item: '1.1.1', level: 3, state: 'answered' },
    { item: '1.1.2', level: null, state: 'withdrawn' },
    { item: '1.1.3', level: 1, state: 'answered' },
  ]);
});

test('the same list again changes nothing, and the result is reported as JSON', async () => {
  const lines = [`XA1,1.1.1,2,2026-11-12,${present}`];
  await agree(lines);
  const { code, out } = await agree(lines, '--json');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    {
      ...{ round: '2026', instrument: 'pct-self-assessment' },
      ...{ recorded: 0, changed: 0, withdrawn: 0, unchanged: 1, findings: [] },
    },
  ]);
  expect(agreements()).toHaveLength(1);
});

test('all faults of a list are reported at once, each with its line, and nothing of it is recorded', async () => {
  const { code, out } = await agree(
    [
      `XA1,1.1.1,2,2026-11-12,${present}`,
      `XA2,1.1.1,2,2026-11-12,${present}`,
      `XA1,9.9.9,2,2026-11-12,${present}`,
      `XA1,1.1.2,4,2026-11-12,${present}`,
      `XA1,1.1.3,2,soon,${present}`,
      `XA1,1.2.1,2,2026-11-21,${present}`,
      `XA1,1.2.2,2,2026-11-12,a.person@council.example`,
      `XA1, 1.1.1,3,2026-11-12,${present}`,
      'XA1,1.3.1,,2026-11-12',
      'XA1,1.3.2,2,2026-11-12,chair,more',
    ],
    '--json',
  );
  const found: readonly { place: { line: number }; code: string }[] = JSON.parse(out).findings;
  expect([code, found.map((one) => `${one.place.line} ${one.code}`)]).toEqual([
    1,
    [
      '3 agreed.unknown-area',
      '4 agreed.unknown-question',
      '5 agreed.not-a-level',
      '6 agreed.not-a-day',
      '7 agreed.not-a-day',
      '8 agreed.personal-data',
      '9 agreed.twice',
      '10 list.empty-value',
      '10 list.empty-value',
      '11 list.too-many-values',
    ],
  ]);
  expect(out).not.toContain('a.person');
  expect(agreements()).toEqual([]);
});

test('an unknown round or a missing list is a usage error', async () => {
  const list = place.put('agreed.csv', `${heading}\n`);
  const wrong = async (...args: readonly string[]): Promise<readonly unknown[]> => {
    const { code, err } = await place.scorebook('agree', ...args);
    return [code, err.split('\n')[0]];
  };
  expect(await wrong(list, '--round', '2031')).toEqual([2, 'error: The register has no round "2031". It has: 2026.']);
  expect(await wrong(list)).toEqual([2, "error: required option '--round <name>' not specified"]);
  const missing = place.at('nowhere.csv');
  expect(await wrong(missing, '--round', '2026')).toEqual([
    2,
    `error: ${missing} cannot be read: there is no such file.`,
  ]);
});

describe('rollup --previous', () => {
  test('shows what changed since the earlier round', async () => {
    await generate('2027', '2027-12-17 12:00');
    const { code, out } = await place.scorebook(
      ...['rollup', '--round', '2027', '--previous', '2026', '--out', place.at('roll-up.xlsx')],
    );
    expect([code, out]).toEqual([0, `${place.at('roll-up.xlsx')}: 0 of 3 partners returned\n`]);
    const rows = tableOf(readPackage(readFileSync(place.at('roll-up.xlsx'))), 'Change by partner').slice(1);
    expect(rows.map((row) => [...row.slice(1, 4), ...row.slice(-2)])).toEqual([
      ['X01', 'Ashmere PCT', '[x]', 'Yes', '[x]'],
      ['X02', 'Ashmere council', '[x]', 'Yes', '[x]'],
      ['X03', 'Coldharbour PCT', '[x]', '[x]', '[x]'],
    ]);
  });

  test('may be given several times, for a trend', async () => {
    await generate('2027', '2027-12-17 12:00');
    await generate('2028', '2028-12-15 12:00');
    const out = place.at('roll-up.xlsx');
    const several = ['--previous', '2027', '--previous', '2026'];
    expect((await place.scorebook('rollup', '--round', '2028', ...several, '--out', out)).code).toBe(0);
    const rows = tableOf(readPackage(readFileSync(out)), 'Trend').slice(1);
    expect(rows.map(([round, , , returned]) => [round, returned])).toEqual([
      ['2026', 2],
      ['2027', 0],
      ['2028', 0],
    ]);
  });

  test('refuses a round that cannot be compared', async () => {
    await generate('2027', '2027-12-17 12:00');
    await place.scorebook(
      ...['generate', 'world-class-commissioning', '--partners', place.at('partners.csv'), '--round', 'wcc'],
      ...['--due', '2026-12-01 12:00', '--out', place.at('workbooks')],
    );
    const refused = async (...more: readonly string[]): Promise<readonly unknown[]> => {
      const out = place.at('roll-up.xlsx');
      const { code, err } = await place.scorebook('rollup', '--round', '2026', '--out', out, '--previous', ...more);
      return [code, err];
    };
    expect(await refused('2031')).toEqual([2, expect.stringContaining('The register has no round "2031"')]);
    expect(await refused('2026')).toEqual([2, 'error: --previous 2026 is this round itself. Name an earlier one.\n']);
    expect(await refused('2027')).toEqual([
      2,
      'error: --previous 2027 was due after round 2026. Name an earlier one.\n',
    ]);
    expect(await refused('wcc')).toEqual([
      2,
      'error: --previous wcc is a round of world-class-commissioning, and answers to pct-self-assessment can be compared only with its own.\n',
    ]);
    expect(await refused('2025', '--by', 'phase')).toEqual([
      2,
      'error: --previous compares two rounds of one instrument. Leave --by out, or --previous.\n',
    ]);
  });
});
