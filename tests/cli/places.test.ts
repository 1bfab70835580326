import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../rollup/tableOf.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { openWorkplace, type Ran, type Workplace } from './workplace.ts';

/** A round with a list that gives a region two names, and a later list that gives it a third. */
let place: Workplace;
let first: Ran;
let second: Ran;
beforeAll(async () => {
  place = openWorkplace();
  place.put('small.json', JSON.stringify(sampleInstrument));
  const header = 'code,name,region_code,region_name,area_code,area_name';
  place.put(
    'first.csv',
    `${header}\nE,First,R1,North,A1,Leeds\nF,Second,R1,North East,a1,City of Leeds\nG,Third,R2,South,,\nK,Fourth,R1,North,,\n`,
  );
  place.put('second.csv', `${header}\nH,Fifth,R1,Northern,A1,Leeds\n`);
  first = await generate('first.csv');
  second = await generate('second.csv');
});
afterAll(() => place.remove());

const generate = (list: string, ...more: readonly string[]): Promise<Ran> =>
  place.scorebook(
    ...['generate', place.at('small.json'), '--partners', place.at(list), '--round', '2026'],
    ...['--due', '2026-12-18', '--out', place.at('workbooks'), ...more],
  );

const sheet = (file: string, name: string): readonly (readonly unknown[])[] =>
  tableOf(readPackage(readFileSync(place.at(file))), name);

describe('a region with two names', () => {
  it('is reported when the list is read', () => {
    expect(first.code).toBe(0);
    expect(first.err).toContain('first.csv line 3: The list gives region R1 two names, "North" and "North East".');
    expect(first.err).toContain('first.csv line 3: The list gives area A1 two names, "Leeds" and "City of Leeds".');
    expect(second.err).not.toContain('two names');
  });

  it('is one region by the name of the latest list in status and tracker', async () => {
    const { out } = await place.scorebook('status', '--round', '2026', '--json', '--out', place.at('tracker.xlsx'));
    const [{ partners }] = JSON.parse(out);
    expect(
      partners.map(
        (one: Readonly<Record<string, string>>) => `${one['code']} ${one['regionCode']} ${one['regionName']}`,
      ),
    ).toEqual(['H R1 Northern', 'E R1 Northern', 'K R1 Northern', 'F R1 Northern', 'G R2 South']);
    const rows = sheet('tracker.xlsx', 'Tracker');
    expect(rows.filter((row) => row.includes('Northern'))).toHaveLength(4);
    expect(rows.flat()).not.toContain('North East');
  });

  it('is one region in the roll-ups of all and of each', async () => {
    const { out } = await place.scorebook(
      'rollup',
      '--round',
      '2026',
      '--all',
      '--out',
      place.at('all.xlsx'),
      '--json',
    );
    expect(JSON.parse(out).rollUps).toMatchObject([
      { issued: 5 },
      { region: 'R1', issued: 4, file: place.at('all_R1.xlsx') },
      { region: 'R2', issued: 1 },
    ]);
    expect(existsSync(place.at('all_R1-2.xlsx'))).toBe(false);
    const one = await place.scorebook('rollup', '--round', '2026', '--region', 'r1', '--out', place.at('one.xlsx'));
    expect(one.out).toContain('0 of 4 partners returned');
    const byName = await place.scorebook(
      'rollup',
      '--round',
      '2026',
      '--region',
      'northern',
      '--out',
      place.at('one.xlsx'),
    );
    expect(byName.out).toContain('0 of 4 partners returned');
  });
});

describe('names that differ only in capitals', () => {
  it('are refused for a round', async () => {
    const { code, err } = await place.scorebook(
      ...['generate', place.at('small.json'), '--partners', place.at('first.csv'), '--round', 'Spring'],
      ...['--due', '2026-12-18', '--out', place.at('workbooks')],
    );
    expect([code, err.includes('error')]).toEqual([0, false]);
    const again = await place.scorebook(
      ...['generate', place.at('small.json'), '--partners', place.at('first.csv'), '--round', 'SPRING'],
      ...['--due', '2026-12-18', '--out', place.at('workbooks')],
    );
    expect(again.code).toBe(2);
    expect(again.err).toContain('--round "SPRING" differs only in capitals from round "Spring"');
  });

  it('are refused for a partner that the round has already', async () => {
    place.put('case.csv', 'code,name\ne,First\n');
    const { code, err } = await generate('case.csv');
    expect(code).toBe(1);
    expect(err).toContain('The code "e" differs only in capitals from "E", which is already in round "2026".');
  });
});

it.each(['CON', 'aux.2026', '..', '-rf', '__proto__', 'a/b', 'a\\b', 'spring.', '=1', '２０２６', ' ', 'com¹'])(
  'a round cannot be named %s',
  async (name) => {
    const { code, err } = await place.scorebook(
      ...[
        'generate',
        place.at('small.json'),
        '--partners',
        place.at('first.csv'),
        '--round',
        name,
        '--due',
        '2026-12-18',
      ],
    );
    expect(code).toBe(2);
    expect(err).toContain('cannot be used');
  },
);
