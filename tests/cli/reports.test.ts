import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { due, smallRound } from './smallRound.ts';
import type { Ran } from './workplace.ts';

const { at, clock, scorebook, register, issued, workbook, fillInReturn, files } = smallRound();

describe('status', () => {
  const status = (...more: readonly string[]): Promise<Ran> =>
    scorebook(['status', '--round', '2026', ...register(), ...more]);

  test('shows who has not returned, with their addresses', async () => {
    await issued();
    expect(await status()).toEqual({
      code: 0,
      err: '',
      out: `Round 2026, pct-self-assessment, due ${due}: 0 of 2 returned
${'░'.repeat(35)} 0%

Not returned
Code  Partner          Issued            E-mail                 Refused  Next step
X01   Ashmere PCT      2026-11-20 10:00  a@ashmere.example      0        Send the workbook
X02   Bramblewick PCT  2026-11-20 10:00  b@bramblewick.example  0        Send the workbook
`,
    });
  });

  test('shows who has, when, how complete and with what findings', async () => {
    await issued();
    await scorebook(['import', fillInReturn(), ...register()]);
    const { out } = await status();
    expect(out).toContain('1 of 2 returned');
    expect(out).toMatch(
      /\nReturned\nCode .*\nX01 +Ashmere PCT +2026-11-20 10:00 +100% +\w+ +none +Ask for what is open\n/,
    );
    expect(out).toMatch(/\nNot returned\nCode .*\nX02 +Bramblewick PCT/);
  });

  test('says in words what is still open, and fits a terminal of 80 characters without breaking a word', async () => {
    await issued();
    await scorebook(['import', fillInReturn('return.xlsx', 'X01', true), ...register()]);
    let out = '';
    const surroundings = { err: () => {}, isTerminal: true, columns: 80, now: () => clock.now };
    await run(['status', '--round', '2026', ...register()], {
      ...surroundings,
      out: (text) => {
        out += text;
      },
    });
    expect(out).toMatch(/\nX01 +Ashmere PCT .* \d+E \d+W +Ask for/);
    expect(out).toContain('\nFindings: E are errors, W are warnings.\n');
    expect(out).toMatch(/\nStill open\nX01 {2}[A-Z][a-z ]+: \d\.\d\.\d/);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    const whole = (await status()).out.split(/\s+/);
    expect(out.split(/\s+/).filter((word) => /[a-z]/i.test(word) && !whole.includes(word))).toEqual([]);
    expect(JSON.parse((await status('--json')).out)[0].partners[0].stillOpen[0]).toMatch(/^[A-Z][a-z ]+: \d\.\d\.\d/);
  });

  test('writes the result as JSON', async () => {
    await issued();
    await scorebook(['import', fillInReturn(), ...register()]);
    const { code, out, err } = await status('--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([
      {
        round: '2026',
        issued: 2,
        returned: 1,
        partners: [
          { code: 'X01', returns: 1, counting: { coverage: 1, late: false } },
          { code: 'X02', returns: 0, counting: null },
        ],
      },
    ]);
  });

  test('is refused for an unknown round or instrument', async () => {
    await issued();
    expect(await status('--round', '2062')).toEqual({
      code: 2,
      out: '',
      err: 'error: The register has no round "2062". It has: 2026.\n',
    });
    expect(await status('--instrument', 'pct')).toMatchObject({
      code: 2,
      err: 'error: Round "2026" has no instrument "pct". It has: pct-self-assessment.\n',
    });
  });
});

describe('rollup', () => {
  const rollUp = (...more: readonly string[]): Promise<Ran> =>
    scorebook(['rollup', '--round', '2026', '--out', at('roll-up.xlsx'), ...register(), ...more]);

  test('writes a workbook over the returns', async () => {
    await issued();
    await scorebook(['import', fillInReturn(), ...register()]);
    expect(await rollUp()).toEqual({ code: 0, err: '', out: `${at('roll-up.xlsx')}: 1 of 2 partners returned\n` });
    expect(readPackage(readFileSync(at('roll-up.xlsx'))).sheets.length).toBeGreaterThan(4);
  });

  test('works before anything has come back', async () => {
    await issued();
    expect(await rollUp('--json')).toMatchObject({ code: 0, err: '' });
    expect(readPackage(readFileSync(at('roll-up.xlsx'))).sheets.length).toBeGreaterThan(4);
  });

  test('writes the result as JSON', async () => {
    await issued();
    expect(JSON.parse((await rollUp('--json')).out)).toEqual({
      file: at('roll-up.xlsx'),
      round: '2026',
      instrument: 'pct-self-assessment',
      returned: 0,
      issued: 2,
    });
  });

  test.each([
    ['partners.csv/roll-up.xlsx', 'there is a file where a folder is needed'],
    ['a folder.xlsx', 'there is a folder with that name'],
  ])('leaves nothing half-written where it cannot write: %s', async (path, problem) => {
    await issued();
    mkdirSync(at('a folder.xlsx'));
    const before = files();
    const { code, out, err } = await rollUp('--out', at(path));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(problem);
    const asJson = await rollUp('--out', at(path), '--json');
    expect([asJson.code, JSON.parse(asJson.out).findings[0].code]).toEqual([1, 'output.not-written']);
    expect(files()).toEqual(before);
  });

  test('is refused for an unknown round', async () => {
    await issued();
    expect(await rollUp('--round', '2062')).toMatchObject({ code: 2, out: '' });
    expect(existsSync(at('roll-up.xlsx'))).toBe(false);
  });
});

describe('a roll-up', () => {
  const rollUp = (out: string): Promise<Ran> => scorebook(['rollup', '--round', '2026', '--out', out, ...register()]);

  test.each(['', '-wal', '-shm'])('does not overwrite the register: register.db%s', async (ending) => {
    await issued();
    expect(await rollUp(`${at()}/./register.db${ending}`)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('is the register, which would be lost'),
    });
    expect((await rollUp(at('roll-up.xlsx'))).code).toBe(0);
  });

  test('does not overwrite the register under another name', async () => {
    await issued();
    symlinkSync(at('register.db'), at('link.xlsx'));
    expect(await rollUp(at('link.xlsx'))).toMatchObject({ code: 2, err: expect.stringContaining('is the register') });
  });

  test.each([
    ['no name', '', '--out is empty'],
    ['another ending', 'roll-up.xls', 'does not end in .xlsx'],
  ])('is refused with %s', async (_what, out, message) => {
    await issued();
    expect(await rollUp(out)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test('replaces a roll-up, and no other file', async () => {
    await issued();
    await rollUp(at('a.xlsx'));
    expect((await rollUp(at('a.xlsx'))).code).toBe(0);
    writeFileSync(at('b.xlsx'), 'figures of last year');
    for (const path of [at('b.xlsx'), workbook()]) {
      const before = readFileSync(path);
      expect(await rollUp(path)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('already exists and is not a roll-up created by Scorebook'),
      });
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });
});
