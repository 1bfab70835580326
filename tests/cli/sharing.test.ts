import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { openWorkplace } from './workplace.ts';

/** Outputs of a round for partners, the public and other programs. X05 of five partners has not returned. */
const place = openWorkplace();
const { at, scorebook } = place;
const instrument = 'pct-self-assessment';
beforeAll(async () => {
  await place.generate(5);
  for (const [index, code] of ['X01', 'X02', 'X03', 'X04'].entries()) {
    place.put(`returns/${code}.xlsx`, place.filledIn(code, index + 1));
  }
  expect((await scorebook('import', at('returns'))).code).toBe(0);
}, 60_000);
afterAll(() => place.remove());

/** The finding codes of a command with --json that could not be carried out. */
const codesOf = ({ out }: { readonly out: string }): readonly string[] =>
  JSON.parse(out).findings.map(({ code }: { code: string }) => code);

describe('feedback', () => {
  const feedback = (...more: readonly string[]) => scorebook('feedback', '--round', '2026', ...more);

  test('is written for each partner that returned, and the others are named', async () => {
    const { code, out, err } = await feedback('--out', at('feedback'));
    expect([code, out]).toEqual([0, `4 feedback workbooks in ${at('feedback')}. Round 2026.\n`]);
    expect(readdirSync(at('feedback')).sort()).toEqual(
      ['X01', 'X02', 'X03', 'X04'].map((partner) => `${instrument}_2026_${partner}_feedback.xlsx`),
    );
    expect(err).toContain('No feedback for partners that have returned nothing that could be used: X05.');
    expect(err).toContain('warning: Returns can still arrive in time until 12:00');
  });

  test('can be for one partner, says so as JSON, and replaces older feedback by the same bytes', async () => {
    const file = at('one', `${instrument}_2026_X02_feedback.xlsx`);
    const first = await feedback('--partner', 'X02', '--out', at('one'), '--json');
    expect(JSON.parse(first.out).files).toEqual([{ instrument, partner: 'X02', file, outcome: 'written' }]);
    const bytes = readFileSync(file);
    const again = await feedback('--partner', 'X02', '--out', at('one'), '--json');
    expect(JSON.parse(again.out).files[0].outcome).toBe('replaced');
    expect(readFileSync(file)).toEqual(bytes);
  });

  test.each([
    ['a file of somebody else', 'notes'],
    ['a workbook that went out', undefined],
  ])('%s is left alone', async (_what, text) => {
    const name = `existing-${text}/${instrument}_2026_X01_feedback.xlsx`;
    const before = text ?? place.filledIn('X01');
    place.put(name, before);
    const ran = await feedback('--partner', 'X01', '--out', at(`existing-${text}`), '--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, ['output.not-feedback', 'output.before-deadline']]);
    expect(readFileSync(at(name))).toEqual(Buffer.from(before));
  });

  test('for a partner that is not in the round is refused', async () => {
    const nobody = await feedback('--partner', 'X99');
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('the round has no such partner')]);
  });
});

describe('export', () => {
  const exported = (...more: readonly string[]) => scorebook('export', '--round', '2026', ...more);

  test.each(['csv', 'parquet'])('as %s writes the data, and the dictionary beside them', async (format) => {
    const file = at(`data.${format}`);
    const { code, out } = await exported('--format', format, '--out', file, '--json');
    const dictionary = at('data_dictionary.csv');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        ...{ file, dictionary, round: '2026', instrument, format, returned: 4, issued: 5 },
        rows: expect.any(Number),
      },
    ]);
    expect(JSON.parse(out).rows).toBeGreaterThan(4 * 44 * 5);
    expect(readFileSync(dictionary, 'utf8')).toContain('partner_code');
    expect((await exported('--format', format, '--out', file)).code).toBe(0);
  });

  test('as an Excel workbook writes one file, and replaces only one of its own', async () => {
    const file = at('data.xlsx');
    const { code, out, err } = await exported('--format', 'xlsx', '--out', file, '--json');
    expect([code, err]).toEqual([0, '']);
    const { rows, dictionary } = JSON.parse(out);
    expect(dictionary).toBe(null);
    expect(readPackage(readFileSync(file)).sheets.map(({ name, rows: all }) => [name, all.size])).toEqual([
      ['Data', rows + 1],
      ['Dictionary', expect.any(Number)],
    ]);
    expect((await exported('--format', 'xlsx', '--out', file)).code).toBe(0);
    place.put('data.xlsx', 'my own figures');
    const again = await exported('--format', 'xlsx', '--out', file, '--json');
    expect([again.code, codesOf(again)]).toEqual([1, ['output.not-data']]);
    expect((await exported('--format', 'xlsx', '--out', at('data.csv'))).err).toContain('does not end in .xlsx');
  });

  test('as JSON writes one file, with the number of rows that is reported', async () => {
    const { out } = await exported('--format', 'json', '--out', at('data.json'), '--json');
    expect(JSON.parse(out).dictionary).toBe(null);
    expect(JSON.parse(readFileSync(at('data.json'), 'utf8')).rows).toHaveLength(JSON.parse(out).rows);
  });

  test('anonymous data name no partner', async () => {
    expect((await exported('--format', 'csv', '--anonymous', '--out', at('hidden.csv'))).code).toBe(0);
    expect(readFileSync(at('hidden.csv'), 'utf8')).not.toMatch(/X0\d|Sample PCT/);
  });

  test.each([
    ['data', 'mine.csv'],
    ['dictionary', 'other_dictionary.csv'],
  ])('overwrites no file of somebody else where the %s would be', async (_what, name) => {
    const path = place.put(name, 'my own figures');
    const ran = await exported('--format', 'csv', '--out', path.replace('_dictionary', ''), '--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, ['output.not-data']]);
    expect(readFileSync(path, 'utf8')).toBe('my own figures');
  });

  test.each([
    [['--format', 'xml'], "argument 'xml' is invalid"],
    [[], "required option '--format <format>'"],
    [['--format', 'csv', '--out', at('data.txt')], 'does not end in .csv'],
    [['--format', 'csv', '--out', ''], '--out is empty'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await exported(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('data never replace the register, whatever its name', async () => {
    place.put('register.csv', readFileSync(at('register.db')));
    const ran = await scorebook(
      ...[
        'export',
        '--round',
        '2026',
        '--format',
        'csv',
        '--register',
        at('register.csv'),
        '--out',
        at('register.csv'),
      ],
    );
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('is the register')]);
  });
});

describe('an anonymous roll-up', () => {
  test('is written beside the one with names, and warns while returns can still come', async () => {
    const ran = await scorebook('rollup', '--round', '2026', '--anonymous', '--out', at('anonymous.xlsx'));
    expect([ran.code, existsSync(at('anonymous.xlsx'))]).toEqual([0, true]);
    expect(ran.err).toContain('Pass on only output made after the deadline.');
  });

  test('cannot be combined with --by', async () => {
    const ran = await scorebook('rollup', '--round', '2026', '--anonymous', '--by', 'phase');
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('cannot be combined with --by')]);
  });

  test('is refused where too few returned', async () => {
    await scorebook(
      ...['generate', 'world-class-commissioning', '--partners', at('partners.csv'), '--round', '2026'],
      ...['--due', '2026-12-18', '--out', at('more')],
    );
    const args = ['rollup', '--round', '2026', '--instrument', 'world-class-commissioning', '--anonymous', '--json'];
    const ran = await scorebook(...args, '--out', at('none.xlsx'));
    expect([ran.code, codesOf(ran), existsSync(at('none.xlsx'))]).toEqual([1, ['anonymous.too-few'], false]);
  });
});
