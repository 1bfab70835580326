import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../../../rollup/tableOf.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

/** The partners of a roll-up, and the grouping by which they are compared. */

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  writeFileSync(
    at('partners.csv'),
    [
      'code,name,region_code,region_name,kind',
      'X01,Ashmere PCT,XS1,North,PCT',
      'X02,Bramblewick Trust,XS1,North,Care trust',
      'X03,Coldharbour PCT,X/2,South & West,PCT',
      'X04,Dunmarsh PCT,,,',
    ].join('\n'),
  );
  const { code } = await scorebook(
    ...['generate', 'commissioning-strategy-framework', '--partners', at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--out', at('workbooks')],
  );
  expect(code).toBe(0);
});
afterEach(() => place.remove());

const at: Workplace['at'] = (...parts) => place.at(...parts);

const scorebook: Workplace['scorebook'] = (...args) => place.scorebook(...args);

const rollUp = (...more: readonly string[]): Promise<Ran> =>
  scorebook('rollup', '--round', '2026', '--out', at('roll-up.xlsx'), ...more);

/** Codes of the partners in a file. */
const partnersIn = (file: string): readonly unknown[] =>
  tableOf(readPackage(readFileSync(at(file))), 'Returns')
    .slice(1)
    .map(([, code]) => code);

const response = (): readonly unknown[] =>
  tableOf(readPackage(readFileSync(at('roll-up.xlsx'))), 'Response').map(([group, partners]) => [group, partners]);

test('of one region, by its code or its name', async () => {
  for (const region of ['XS1', 'xs1', 'North']) {
    expect(await rollUp('--region', region)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 of 2 partners'),
    });
    expect(partnersIn('roll-up.xlsx')).toEqual(['X01', 'X02']);
  }
  const notes = tableOf(readPackage(readFileSync(at('roll-up.xlsx'))), 'Notes');
  expect(notes).toContainEqual(['Partners', 'Those of North.']);
});

test('of all partners and of each region in one go, beside each other', async () => {
  const { code, out } = await rollUp('--all', '--json');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    {
      round: '2026',
      instrument: 'commissioning-strategy-framework',
      rollUps: [
        { file: at('roll-up.xlsx'), returned: 0, issued: 4 },
        { file: at('roll-up_XS1.xlsx'), region: 'XS1', returned: 0, issued: 2 },
        { file: at('roll-up_X-2.xlsx'), region: 'X/2', returned: 0, issued: 1 },
      ],
    },
  ]);
  expect(partnersIn('roll-up.xlsx')).toEqual(['X01', 'X02', 'X03', 'X04']);
  expect(partnersIn('roll-up_XS1.xlsx')).toEqual(['X01', 'X02']);
  expect(partnersIn('roll-up_X-2.xlsx')).toEqual(['X03']);
});

test('by region unless another way is wanted; those of whom the list does not say it come last', async () => {
  await rollUp();
  expect(response()).toEqual([
    ['Region', 'Partners'],
    ['All partners', 4],
    ['North', 2],
    ['South & West', 1],
    ['[w]', 1],
  ]);
  await rollUp('--by', 'kind');
  expect(response()).toEqual([
    ['Kind', 'Partners'],
    ['All partners', 4],
    ['Care trust', 1],
    ['PCT', 2],
    ['[w]', 1],
  ]);
});

test.each([
  [['--region', 'Q99'], 'Round "2026" has no region "Q99". There are: XS1 (North), X/2 (South & West).'],
  [['--region', 'XS1', '--all'], '--region is for one region and --all for every one of them'],
  [['--by', 'area'], "gives nobody's area, so that --by area shows nothing. It gives: region, kind."],
  [['--by', 'phase', '--all'], 'leave --region and --all out'],
  [['--by', 'phase', '--overdue-at', '2027-03-31'], 'shows no actions'],
  [['--overdue-at', '03/31/2027'], '--overdue-at "03/31/2027" has the month first.'],
  [['--overdue-at', '2027-02-30'], '--overdue-at "2027-02-30" is not a day. Write day, month and year'],
])('%j is refused, and nothing is written', async (more, message) => {
  const { code, out, err } = await rollUp(...more);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(existsSync(at('roll-up.xlsx'))).toBe(false);
  expect(readdirSync(at()).filter((name) => name.endsWith('.xlsx'))).toEqual([]);
});
