import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { describeUkTime } from '../../../../src/time.ts';
import { due, smallRound } from '../../smallRound.ts';

const { at, scorebook, register, generate, workbook, fillInReturn, files } = smallRound();

describe('generate', () => {
  test('writes a workbook for each partner', async () => {
    const { code, out, err } = await generate();
    expect(code).toBe(0);
    expect(out).toBe(`2 workbooks written in ${at('workbooks')}. Round 2026, due ${due}.\n`);
    expect(err).toBe('1/2 X01 pct-self-assessment_2026_X01.xlsx\n2/2 X02 pct-self-assessment_2026_X02.xlsx\n');
    expect(files()).toEqual([
      'partners.csv',
      'workbooks/pct-self-assessment_2026_X01.xlsx',
      'workbooks/pct-self-assessment_2026_X02.xlsx',
    ]);
    expect(readPackage(readFileSync(workbook())).sheets.length).toBeGreaterThan(10);
  });

  test('reports the result as JSON', async () => {
    const { code, out } = await generate('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      instrument: 'pct-self-assessment',
      round: '2026',
      due: '2026-12-18T12:00:00.000Z',
      folder: at('workbooks'),
      files: [
        { partner: 'X01', file: workbook('X01'), outcome: 'written' },
        { partner: 'X02', file: workbook('X02'), outcome: 'written' },
      ],
      findings: [],
    });
  });

  test('again writes nothing: the bytes are equal', async () => {
    await generate();
    const before = readFileSync(workbook());
    const long = new Date('2020-01-01');
    utimesSync(workbook(), long, long);
    const { code, out } = await generate();
    expect([code, out]).toEqual([0, expect.stringContaining('0 workbooks written, 2 unchanged')]);
    expect(readFileSync(workbook()).equals(before)).toBe(true);
    rmSync(workbook());
    await generate();
    expect(readFileSync(workbook()).equals(before)).toBe(true);
  });

  test('replaces a workbook that nobody filled in when its deadline moves', async () => {
    await generate();
    const before = readFileSync(workbook());
    const { code, out } = await generate('--due', '2027-01-15', '--change-due');
    expect([code, out]).toEqual([0, expect.stringContaining('2 workbooks written')]);
    expect(out).toContain(`due ${describeUkTime(new Date('2027-01-15T23:59:00Z'))}`);
    expect(readFileSync(workbook()).equals(before)).toBe(false);
  });

  test('moves no deadline without --change-due', async () => {
    await generate();
    const before = readFileSync(workbook());
    const { code, out, err } = await generate('--due', '2027-01-15');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: Round 2026 has workbooks with the deadline ${due}; --due would make it ${describeUkTime(new Date('2027-01-15T23:59:00Z'))}. Leave --due out, or add --change-due to move it.\n`,
    );
    expect(readFileSync(workbook()).equals(before)).toBe(true);
    expect((await generate('--round', '2027', '--due', '2027-01-15')).code).toBe(0);
  });

  test.each([
    ['2026-11-20 10:00', 'has passed, so every return will count as late'],
    ['2062-12-18 12:00', 'is more than two years away'],
  ])('questions the deadline %s', async (when, message) => {
    const { code, err } = await generate('--due', when, '--partner', 'X01');
    expect([code, err]).toEqual([0, expect.stringMatching(`^warning: The deadline, .*${message}`)]);
  });

  test('says when a path is too long', async () => {
    expect(await generate('--out', at('x'.repeat(300)))).toMatchObject({
      code: 1,
      err: expect.stringContaining('its name or path is too long'),
    });
  });

  test('says when its folder cannot be made', async () => {
    const { code, err } = await generate('--out', '/proc/none/workbooks');
    expect([code, err]).toEqual([1, expect.stringContaining('the folder /proc/none/workbooks cannot be made (')]);
  });

  test('leaves a file alone that somebody filled in', async () => {
    await generate();
    copyFileSync(fillInReturn(), workbook());
    const filled = readFileSync(workbook());
    const { code, out, err } = await generate('--due', '2027-01-15 12:00', '--change-due');
    expect(code).toBe(1);
    expect(out).toContain('1 workbook written (1 in place of others), 1 not written');
    expect(err).toContain('error: pct-self-assessment_2026_X01.xlsx: A file with this name already exists');
    expect(readFileSync(workbook()).equals(filled)).toBe(true);
    expect(files().filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('can be given some partners of the list only', async () => {
    const { code, out } = await generate('--partner', 'X02');
    expect([code, out]).toEqual([0, expect.stringMatching(/^1 workbook written/)]);
    expect(existsSync(workbook('X01'))).toBe(false);
  });

  test('writes nothing for a partner that the list does not have', async () => {
    const { code, out, err } = await generate('--partner', 'X01', 'x02', 'X99');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--partner x02, X99');
    expect(files()).toEqual(['partners.csv']);
  });

  test('names the columns that it does not use', async () => {
    writeFileSync(at('partners.csv'), 'code,name,phone\nX01,Ashmere PCT,1\n');
    const { code, err } = await generate();
    expect([code, err]).toEqual([0, expect.stringContaining('warning: partners.csv line 1: Ignored')]);
  });

  test('reports all faults of a list, and writes nothing', async () => {
    writeFileSync(at('partners.csv'), 'code,name\nX01,\n5.00E+01,Ashmere\nX 2,Coldharbour\n');
    const { code, out, err } = await generate();
    expect([code, out]).toEqual([1, '']);
    expect(err.match(/^error: partners\.csv line \d/gm)).toEqual(
      [2, 3, 4].map((line) => `error: partners.csv line ${line}`),
    );
    const asJson = await generate('--json');
    expect([asJson.code, JSON.parse(asJson.out).findings.length]).toEqual([1, 3]);
    expect(asJson.err).toBe('');
    expect(files()).toEqual(['partners.csv']);
  });

  test.each([
    ['an instrument that is not there', ['generate', 'pct'], 'There is no instrument "pct". There are: pct-self'],
    [
      'a list that is not there',
      ['--partners', 'none.csv'],
      '--partners none.csv cannot be read: there is no such file',
    ],
    ['a folder for a list', ['--partners', tmpdir()], 'cannot be read: it is a folder, not a file'],
    [
      'a deadline with the month first',
      ['--due', '12/18/2026'],
      '--due "12/18/2026" has the month first. Dates are written with the day first: write 18/12/2026 if that is the day.',
    ],
    ['a day that is none', ['--due', '2026-02-30'], '--due "2026-02-30" is not a date and time'],
    ['a time that is none', ['--due', '2026-12-18 25:00'], '--due "2026-12-18 25:00" is not a date and time'],
    ['a round with a slash', ['--round', '2026/27'], '--round "2026/27" cannot be used'],
    ['a round that leaves its folder', ['--round', '..'], '--round ".." cannot be used'],
    ['an empty round', ['--round', ''], '--round "" cannot be used'],
    ['a round that is a device on Windows', ['--round', 'con'], 'Windows keeps that name for a device'],
    ['a round that is a device with an ending', ['--round', 'LPT1.2026'], 'Windows keeps that name for a device'],
    ['no folder', ['--out', ''], '--out is empty'],
    ['no address', ['--return-to', ' '], '--return-to is empty'],
    ['a marking of a page', ['--marking', 'x'.repeat(201)], '--marking is too long'],
  ])('is refused with %s', async (_what, more, message) => {
    const [command, ...rest] = more;
    const { code, out, err } =
      command === 'generate'
        ? await scorebook([
            ...more,
            ...['--partners', at('partners.csv'), '--round', '2026', '--due', '2026-12-18', ...register()],
          ])
        : await generate(command ?? '', ...rest);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`error: `);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(at())).toEqual(['partners.csv']);
  });

  test('leaves nothing half-written where its folder is a file', async () => {
    const { code, out, err } = await generate('--out', at('partners.csv'));
    expect([code, out]).toEqual([1, expect.stringContaining('0 workbooks written, 2 not written')]);
    expect(err).toContain(
      `could not be written: the folder ${at('partners.csv')} cannot be made (there is a file where a folder is needed)`,
    );
    expect(files()).toEqual(['partners.csv']);
  });

  test('leaves nothing half-written where a folder has the name of a workbook, and goes on', async () => {
    mkdirSync(workbook('X01'), { recursive: true });
    const { code, err } = await generate();
    expect([code, err]).toEqual([1, expect.stringContaining('there is a folder with that name')]);
    expect(files()).toEqual(['partners.csv', 'workbooks/pct-self-assessment_2026_X02.xlsx']);
  });

  test('draws a bar on a terminal, and leaves the line clean', async () => {
    const args = ['generate', 'pct-self-assessment', '--partners', at('partners.csv'), '--round', '2026'];
    const { err } = await scorebook(
      [...args, '--due', '2026-12-18', '--return-to', 'r@region.example', '--out', at('workbooks'), ...register()],
      true,
    );
    const frames = err.split('\r').filter((frame) => frame.trim() !== '');
    expect(frames.map((frame) => frame.trimEnd())).toEqual([
      `${'█'.repeat(15)}${'░'.repeat(15)} 1/2 X01 pct-self-assessment_2026_X01.xlsx`,
      `${'█'.repeat(30)} 2/2 X02 pct-self-assessment_2026_X02.xlsx`,
    ]);
    expect(err).toMatch(/\r {78}\r$/);
    expect(err).not.toContain('\n');
  });
});
