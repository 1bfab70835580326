import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { builtCommand, smallRound } from '../../cli/smallRound.ts';
import type { Ran } from '../../cli/workplace.ts';

const { at, clock, scorebook, register, issued, workbook, fillInReturn, asNobody } = smallRound();

describe('import', () => {
  const importing = (...args: readonly string[]): Promise<Ran> => scorebook(['import', ...args, ...register()]);

  test('shows partner, coverage and position of a return', async () => {
    await issued();
    const { code, out, err } = await importing(fillInReturn());
    expect(out).toMatch(
      /return\.xlsx: accepted: X01 Ashmere PCT, round 2026; coverage \d+%, position \w+, 0 findings \(return 1\)\n1 file: 1 accepted, 0 refused, 0 already imported\n$/,
    );
    expect([code, err]).toEqual([0, '1/1 return.xlsx\n']);
  });

  test('reports the result as JSON', async () => {
    await issued();
    const path = fillInReturn();
    const { code, out } = await importing(path, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          file: path,
          status: 'accepted',
          id: 1,
          partner: { code: 'X01', name: 'Ashmere PCT' },
          round: '2026',
          instrument: 'pct-self-assessment',
          coverage: 1,
          position: expect.any(String),
          findings: [],
        },
      ],
      findingsFile: null,
    });
  });

  test('again changes nothing, and shows what was found', async () => {
    await issued();
    const path = fillInReturn('slips.xlsx', 'X01', true);
    const first = await importing(path);
    const again = await importing(path);
    expect(again).toEqual({
      ...first,
      out: first.out
        .replace(': accepted: ', ': already imported: ')
        .replace(/\n1 file.*/, '\n1 file: 0 accepted, 0 refused, 1 already imported'),
    });
    expect(again.out).toMatch(/already imported: X01 Ashmere PCT, round 2026; coverage \d+%.*\n {2}error: '/);
    const [stored] = JSON.parse((await importing(path, '--json')).out).files;
    expect(stored).toMatchObject({
      status: 'already-imported',
      partner: { code: 'X01' },
      round: '2026',
      instrument: 'pct-self-assessment',
      coverage: expect.any(Number),
      position: expect.any(String),
    });
    expect(stored.findings[0]).toMatchObject({
      code: expect.stringMatching(/^answer\./),
      place: { sheet: expect.any(String) },
      message: expect.any(String),
    });
  });

  test('of a file that another command has taken in meanwhile', async () => {
    await issued();
    mkdirSync(at('returns'));
    for (const partner of ['X01', 'X02']) fillInReturn(`${partner}.xlsx`, partner);
    const imports = [1, 2, 3].map(
      () =>
        new Promise<string>((resolve, reject) => {
          execFile(
            process.execPath,
            [builtCommand, 'import', at('returns'), ...register()],
            (failure, stdout, stderr) => (failure === null ? resolve(stdout) : reject(new Error(stderr))),
          );
        }),
    );
    const outs = (await Promise.all(imports)).join('');
    expect(outs.match(/: accepted: /g)).toHaveLength(2);
    const known = [...outs.matchAll(/(\d) already imported\n/g)].map(([, count]) => Number(count));
    expect(known.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test('prints each file as it is done, clear of the bar on a terminal', async () => {
    await issued();
    for (const name of ['a.xlsx', 'b.xlsx']) fillInReturn(name, name === 'a.xlsx' ? 'X01' : 'X02');
    let screen = '';
    const write = (text: string): void => {
      screen += text;
    };
    await run(['import', at('returns'), ...register()], {
      out: write,
      err: write,
      isTerminal: true,
      now: () => clock.now,
    });
    const shown = screen.split('\n').map((line) => line.split('\r').at(-1)?.trimEnd() ?? '');
    expect(shown).toEqual([
      expect.stringMatching(/a\.xlsx: accepted: X01/),
      expect.stringMatching(/b\.xlsx: accepted: X02/),
      '2 files: 2 accepted, 0 refused, 0 already imported',
      '',
    ]);
    expect(screen.indexOf('b.xlsx: accepted')).toBeGreaterThan(screen.indexOf('1/2 a.xlsx'));
  });

  test('lists findings with sheet and cell, errors first', async () => {
    await issued();
    const { code, out } = await importing(fillInReturn('slips.xlsx', 'X01', true));
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}error: '\d [^']+'![A-Z]+\d+ \(\d\.\d\.\d+\): /m);
    const severities = [...out.matchAll(/^ {2}(error|warning): /gm)].map(([, severity]) => severity);
    expect(severities).toEqual(severities.toSorted());
  });

  test('refuses what it cannot use, says what to do, and goes on', async () => {
    await issued();
    fillInReturn('b.xlsx');
    writeFileSync(at('returns', 'a note.txt'), 'Sorry, it will be late.');
    writeFileSync(at('returns', 'c.xlsx'), '');
    copyFileSync(workbook('X02'), at('returns', 'd.xlsx'));
    const { code, out } = await importing(at('returns'));
    expect(code).toBe(1);
    expect(out).toMatch(/a note\.txt: refused\n {2}error: This is a text file, not an Excel workbook/);
    expect(out).toMatch(/b\.xlsx: accepted/);
    expect(out).toMatch(/c\.xlsx: refused\n {2}error: The file is empty/);
    expect(out).toMatch(/d\.xlsx: refused\n {2}error: The workbook contains no answers/);
    expect(out).toContain('4 files: 1 accepted, 3 refused, 0 already imported\n');
  });

  test('searches folders, without what systems, Excel and Scorebook itself leave there', async () => {
    await issued();
    fillInReturn();
    mkdirSync(at('returns', 'late', '.git'), { recursive: true });
    copyFileSync(fillInReturn(), at('returns', 'late', 'other.xlsx'));
    for (const name of ['~$return.xlsx', '.DS_Store', '._return.xlsx', 'Thumbs.db', 'desktop.ini', 'register.db']) {
      writeFileSync(at('returns', name), 'x');
    }
    for (const name of ['register.db-wal', 'register.db-shm']) writeFileSync(at('returns', 'late', name), 'x');
    const { code, err } = await importing(at('returns'));
    expect([code, err]).toEqual([0, '1/2 other.xlsx\n2/2 return.xlsx\n']);
  });

  test('takes a file that is named twice once', async () => {
    await issued();
    const { out } = await importing(fillInReturn(), at('returns'));
    expect(out).toContain('1 file: 1 accepted');
  });

  test('imports nothing when a path is missing', async () => {
    await issued();
    const { code, out, err } = await importing(fillInReturn(), at('retruns'), at('partners.csv', 'x'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: There is no file or folder ${at('retruns')}, ${at('partners.csv', 'x')}. Nothing was imported.\n`,
    );
    expect((await scorebook(['status', '--round', '2026', ...register()])).out).toContain('0 of 2 returned');
  });

  test('says so when a folder has no file', async () => {
    await issued();
    mkdirSync(at('empty'));
    expect(await importing(at('empty'))).toMatchObject({
      code: 2,
      err: `error: There is no file in ${at('empty')}.\n`,
    });
  });

  test('refuses returns of other rounds where one is asked for', async () => {
    await issued();
    const { code, out } = await importing(fillInReturn(), '--round', '2027');
    expect([code, out]).toEqual([1, expect.stringContaining('It belongs to round "2026", not "2027"')]);
  });

  test('takes the time of receipt from --received', async () => {
    await issued();
    clock.now = new Date('2026-12-20T10:00:00Z');
    const path = fillInReturn();
    expect(await importing(path, '--received', '12/18/2026')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        '--received "12/18/2026" has the month first. Dates are written with the day first: write 18/12/2026 if',
      ),
    });
    expect((await importing(path, '--received', '18 Dec 2026 12.01pm')).code).toBe(0);
    const { out } = await scorebook(['status', '--round', '2026', ...register()]);
    expect(out).toMatch(/X01 +Ashmere PCT +2026-12-18 12:01 +late/);
  });

  test.each(['2026-11-20 10:01', '2026-11-20', '2062-01-01'])('refuses a return from the future: %s', async (when) => {
    await issued();
    expect(await importing(fillInReturn(), '--received', when)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`--received "${when}" is in the future: it is now 2026-11-20 10:00 in the UK`),
    });
  });

  test('corrects the date of a known file when --received gives another', async () => {
    await issued();
    clock.now = new Date('2026-12-20T10:00:00Z');
    const path = fillInReturn();
    await importing(path);
    const status = async (): Promise<string> => (await scorebook(['status', '--round', '2026', ...register()])).out;
    expect(await status()).toMatch(/2026-12-20 10:00 +late/);
    const { code, out } = await importing(path, '--received', '2026-12-17 16:30');
    expect(code).toBe(0);
    expect(out).toContain(
      'The time of receipt in the register was 2026-12-20 10:00. It is now 2026-12-17 16:30, as given by --received.',
    );
    expect(await status()).toMatch(/2026-12-17 16:30 +100%/);
    expect((await importing(path)).out).not.toContain('received at');
    expect(await status()).toMatch(/2026-12-17 16:30 +100%/);
  });

  test('says that a file which is known belongs to another round', async () => {
    await issued();
    const path = fillInReturn();
    await importing(path);
    const { code, out } = await importing(path, '--round', '2027', '--received', '2026-11-19 10:00');
    expect([code, out]).toEqual([1, expect.stringContaining('It belongs to round "2026", not "2027"')]);
    expect((await scorebook(['status', '--round', '2026', ...register()])).out).toContain('2026-11-20 10:00');
  });

  test('reports two returns of one partner', async () => {
    await issued();
    fillInReturn('a.xlsx');
    fillInReturn('b.xlsx', 'X01', true);
    expect((await importing(at('returns'))).out).toMatch(
      /b\.xlsx: accepted: [^:]*(?:\n {2}error: .*)*\n(?: {2}warning: .*\n)* {2}warning: It replaces the same partner's return of 2026-11-20 10:00/,
    );
  });

  test('does not read or keep a file that is too large', async () => {
    await issued();
    mkdirSync(at('returns'));
    writeFileSync(at('returns', 'large.xlsx'), 'PK\x03\x04');
    truncateSync(at('returns', 'large.xlsx'), 6 * 1024 ** 3);
    fillInReturn();
    const { code, out } = await importing(at('returns'));
    expect(code).toBe(1);
    expect(out).toMatch(/large\.xlsx: refused\n {2}error: The file was not read, because its size \(6144\.0 MB\)/);
    expect(out).toContain('2 files: 1 accepted, 1 refused');
  });

  test('follows links to files, and says what it does not take for a file', async () => {
    await issued();
    renameSync(fillInReturn(), at('elsewhere.xlsx'));
    symlinkSync(at('elsewhere.xlsx'), at('returns', 'a link.xlsx'));
    symlinkSync(at('none.xlsx'), at('returns', 'b broken.xlsx'));
    symlinkSync(at('workbooks'), at('returns', 'c folder'));
    spawnSync('mkfifo', [at('returns', 'd pipe.xlsx')]);
    const { code, out } = await importing(at('returns'), '/dev/null');
    expect(code).toBe(1);
    expect(out).toMatch(/a link\.xlsx: accepted/);
    expect(out).toMatch(/b broken\.xlsx: refused\n {2}error: The file cannot be opened: there is no such file/);
    expect(out).toMatch(/c folder: refused\n {2}error: This is a link to a folder/);
    expect(out).toMatch(/d pipe\.xlsx: refused\n {2}error: This is a named pipe, not a file/);
    expect(out).toMatch(/\/dev\/null: refused\n {2}error: This is a device/);
  });

  test('goes on after a folder or a file that it may not read', async () => {
    await issued();
    fillInReturn('c.xlsx');
    mkdirSync(at('returns', 'a'), 0o000);
    writeFileSync(at('returns', 'b.xlsx'), 'x', { mode: 0 });
    const { code, out } = await asNobody(() => importing(at('returns')));
    expect(code).toBe(1);
    expect(out).toMatch(/a: refused\n {2}error: The folder cannot be read: it may not be read/);
    expect(out).toMatch(/b\.xlsx: refused\n {2}error: The file cannot be opened: it may not be read/);
    expect(out).toMatch(/c\.xlsx: accepted/);
  });
});
