import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { run } from '../../src/cli/run.ts';
import { fillIn } from '../../src/demo/fillIn.ts';
import { sampleReturn } from '../../src/demo/sampleReturns.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { ukTimeInWords } from '../../src/time.ts';
import { png } from '../pictures.ts';

/** The deadline of `generate`, as it is told to people. */
const due = ukTimeInWords(new Date('2026-12-18T12:00:00Z'));

let folder: string;
let now: Date;
beforeEach(() => {
  now = new Date('2026-11-20T10:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'scorebook-cli-'));
  writeFileSync(at('partners.csv'), 'code,name,email\nX01,Ashmere PCT,a@ashmere.example\nX02,Bramblewick PCT,\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: readonly string[]): string => join(folder, ...parts);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line with the test's own register; nothing but the temporary folder is touched. */
async function scorebook(args: readonly string[], isTerminal = false): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal,
    now: () => now,
  });
  return { code, out, err };
}

const register = (): readonly string[] => ['--register', at('register.db')];

/** `generate` as it should be given, with options added or, by being given again, replaced. */
const generate = (...more: readonly string[]): Promise<Ran> =>
  scorebook([
    ...['generate', 'pct-self-assessment', '--partners', at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--return-to', 'returns@region.example'],
    ...['--out', at('workbooks'), ...register(), ...more],
  ]);

const workbook = (code = 'X01'): string => at('workbooks', `pct-self-assessment_2026_${code}.xlsx`);

/** The workbook of a partner, filled in, under a name in the folder of returns. */
function fillInReturn(name = 'return.xlsx', code = 'X01', slips = false): string {
  const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.5, slips };
  mkdirSync(at('returns'), { recursive: true });
  const path = at('returns', name);
  writeFileSync(
    path,
    fillIn(readFileSync(workbook(code)), sampleReturn(pctSelfAssessment, manner, 6 + Number(code.slice(1)))),
  );
  return path;
}

/** Every file in the test's folder, the register's own aside. */
const files = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('register.db'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Carries out a command as somebody whom the system refuses something; the superuser it never does. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const { getuid, seteuid } = process;
  if (getuid?.() !== 0 || seteuid === undefined) return work();
  // SQLite's -wal and -shm may still be there while this process lives.
  const registers = readdirSync(folder).filter((file) => file.startsWith('register.db'));
  for (const path of [folder, ...[...files(), ...registers].map((file) => at(file))]) {
    const { mode } = statSync(path);
    if ((mode & 0o200) !== 0) chmodSync(path, mode | 0o066 | ((mode & 0o100) >> 3) | ((mode & 0o100) >> 6));
  }
  seteuid(65_534);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

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

  test('tells the result as JSON', async () => {
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
    expect(out).toContain(`due ${ukTimeInWords(new Date('2027-01-15T23:59:00Z'))}`);
    expect(readFileSync(workbook()).equals(before)).toBe(false);
  });

  test('moves no deadline unless told to', async () => {
    await generate();
    const before = readFileSync(workbook());
    const { code, out, err } = await generate('--due', '2027-01-15');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: Round 2026 has workbooks with the deadline ${due}; --due would make it ${ukTimeInWords(new Date('2027-01-15T23:59:00Z'))}. Give the old deadline, or add --change-due to move it.\n`,
    );
    expect(readFileSync(workbook()).equals(before)).toBe(true);
    expect((await generate('--round', '2027', '--due', '2027-01-15')).code).toBe(0);
  });

  test.each([
    ['2026-11-20 10:00', 'is over, so every return will count as late'],
    ['2062-12-18 12:00', 'is more than two years ahead'],
  ])('wonders about the deadline %s', async (when, message) => {
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
    expect(err).toContain('error: pct-self-assessment_2026_X01.xlsx: A file of this name is there already');
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
    expect([code, err]).toEqual([0, expect.stringContaining('warning: partners.csv line 1: Not used')]);
  });

  test('tells all faults of a list, and writes nothing', async () => {
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
    ['a deadline in British order', ['--due', '18/12/2026'], '--due "18/12/2026" is not a date and time'],
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
    expect(readdirSync(folder)).toEqual(['partners.csv']);
  });

  test('leaves nothing half-written where its folder is a file', async () => {
    const { code, out, err } = await generate('--out', at('partners.csv'));
    expect([code, out]).toEqual([1, expect.stringContaining('0 workbooks written, 2 not written')]);
    expect(err).toContain(
      `could not be written: the folder ${at('partners.csv')} cannot be made (a file stands where a folder is needed)`,
    );
    expect(files()).toEqual(['partners.csv']);
  });

  test('leaves nothing half-written where a folder stands in the way of a workbook, and goes on', async () => {
    mkdirSync(workbook('X01'), { recursive: true });
    const { code, err } = await generate();
    expect([code, err]).toEqual([1, expect.stringContaining('a folder of that name is in the way')]);
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

describe('generate after an earlier round', () => {
  const next = (...more: readonly string[]): Promise<Ran> =>
    generate('--round', '2027', '--due', '2027-12-17 12:00', '--previous', '2026', ...more);
  const nextWorkbook = (code = 'X01'): string => at('workbooks', `pct-self-assessment_2027_${code}.xlsx`);

  /** What stands below a heading of the first section, and the heading's column. */
  function below(heading: string, code = 'X01'): { readonly column: number; readonly texts: readonly string[] } {
    const sheet = readPackage(readFileSync(nextWorkbook(code))).sheets.find(({ name }) => name === '1 Assessing need');
    const headers = [...(sheet?.rows.get(5) ?? [])];
    const column = headers.find(([, { value }]) => value.value === heading)?.[0] ?? 0;
    const texts = [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
      row > 5 ? [String(cells.get(column)?.value.value)] : [],
    );
    return { column, texts };
  }

  beforeEach(async () => {
    await generate();
    await scorebook(['import', fillInReturn(), ...register()]);
  });

  test('shows what the partner answered then beside each question', async () => {
    expect((await next()).code).toBe(0);
    const { texts } = below('Last round');
    expect(texts).toHaveLength(11);
    expect(texts.filter((text) => /^2026: (?:[123] \w+|no answer|not applicable)/.test(text))).toHaveLength(11);
    expect(texts.some((text) => text.includes('\nEvidence then: '))).toBe(true);
    expect(below('Last round', 'X02').texts[0]).toBe('2026: no workbook was returned.');
  });

  test('takes the answers of then for none of now', async () => {
    await next();
    const { column } = below('Score');
    mkdirSync(at('returns'), { recursive: true });
    writeFileSync(
      at('returns', 'next.xlsx'),
      fillIn(readFileSync(nextWorkbook()), [{ sheet: '1 Assessing need', row: 6, column, value: 3 }]),
    );
    const imported = await scorebook(['import', at('returns', 'next.xlsx'), '--json', ...register()]);
    const { files: read } = JSON.parse(imported.out);
    expect(read).toMatchObject([{ partner: { code: 'X01' }, round: '2027', coverage: 1 / 44, findings: [] }]);
  });

  test('again writes nothing, and writes anew when another return counts for then', async () => {
    await next();
    expect((await next()).out).toContain('0 workbooks written, 2 unchanged');
    await scorebook(['import', fillInReturn('other.xlsx', 'X01', true), ...register()]);
    expect((await next()).out).toContain('1 workbook written (1 in place of others), 1 unchanged');
  });

  test('is refused for a round that there is not, and for the round itself', async () => {
    const unknown = await generate('--round', '2027', '--due', '2027-12-17 12:00', '--previous', '2025');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('The register has no round "2025"');
    const itself = await generate('--previous', '2026');
    expect(itself).toMatchObject({ code: 2, out: '' });
    expect(itself.err).toContain('--previous 2026 is this round itself');
  });
});

describe('generate with branding', () => {
  const branded = (branding: unknown, ...more: readonly string[]): Promise<Ran> => {
    writeFileSync(at('branding.json'), typeof branding === 'string' ? branding : JSON.stringify(branding));
    return generate('--branding', at('branding.json'), ...more);
  };

  test('puts name, strapline, colour and logo of a body on the workbooks', async () => {
    writeFileSync(at('logo.png'), png(200, 80));
    const { code } = await branded({
      name: 'Sample CCG',
      strapline: 'Well together',
      colour: '#5A2D82',
      logo: { file: 'logo.png', alternative: 'Sample CCG' },
    });
    expect(code).toBe(0);
    const { sheets } = readPackage(readFileSync(workbook()));
    const text = (sheet: string, row: number): unknown =>
      sheets
        .find(({ name }) => name === sheet)
        ?.rows.get(row)
        ?.get(1)?.value.value;
    expect(text('Cover', 1)).toBe('Sample CCG: self-assessment workbook');
    expect(text('Cover', 3)).toBe('Well together');
    expect(sheets.map(({ name }) => text(name, 3)).filter((line) => line === 'Sample CCG').length).toBeGreaterThan(8);
    expect((await branded({ name: 'Sample CCG' })).out).toContain('2 workbooks written');
    expect((await branded({ name: 'Sample CCG' })).out).toContain('0 workbooks written, 2 unchanged');
  });

  test('tells all faults of the file, and writes nothing', async () => {
    const { code, err } = await branded({ name: '', colour: 'purple', logo: { file: 'logo.png' }, font: 'Arial' });
    expect(code).toBe(1);
    expect(err).toContain('branding.json: name is ""');
    expect(err).toContain('branding.json: colour is "purple": write a colour as # and six hexadecimal digits');
    expect(err).toContain('branding.json: logo.alternative is missing');
    expect(err).toContain('branding.json: font is "Arial": no property of that name belongs there');
    expect(files()).toEqual(['branding.json', 'partners.csv']);
  });

  test.each<[string, unknown, string]>([
    ['white text cannot be read on the colour', { colour: '#FFCC00' }, 'has a contrast of 1.5 to 1'],
    ['the file is no JSON', '{ name: "Sample" }', 'It is not JSON'],
    ['the picture is missing', { logo: { file: 'no.png', alternative: 'x' } }, 'cannot be read: there is no such file'],
    ['the picture is none', { logo: { file: 'text.png', alternative: 'x' } }, 'neither a PNG nor a JPEG'],
    ['the picture is cut off', { logo: { file: 'cut.png', alternative: 'x' } }, 'or it is cut off'],
    ['the picture is huge', { logo: { file: 'huge.png', alternative: 'x' } }, 'at most 500000 are allowed'],
    ['the picture is too wide', { logo: { file: 'wide.png', alternative: 'x' } }, '5000 by 1 pixels; at most 4000'],
  ])('is refused when %s', async (_what, branding, message) => {
    writeFileSync(at('text.png'), 'This is a text.');
    writeFileSync(at('cut.png'), png(20, 20).subarray(0, -5));
    writeFileSync(at('huge.png'), Buffer.concat([png(20, 20), Buffer.alloc(500_001)]));
    writeFileSync(at('wide.png'), png(5000, 1));
    const { code, err } = await branded(branding);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(existsSync(at('workbooks'))).toBe(false);
  });

  test('is refused when the file is not there', async () => {
    expect(await generate('--branding', at('none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read: there is no such file'),
    });
  });
});

describe('import', () => {
  const importing = (...args: readonly string[]): Promise<Ran> => scorebook(['import', ...args, ...register()]);

  test('tells partner, coverage and position of a return', async () => {
    await generate();
    const { code, out, err } = await importing(fillInReturn());
    expect(out).toMatch(
      /return\.xlsx: accepted: X01 Ashmere PCT, round 2026; coverage \d+%, position \w+, 0 findings \(return 1\)\n1 file: 1 accepted, 0 refused, 0 already imported\n$/,
    );
    expect([code, err]).toEqual([0, '1/1 return.xlsx\n']);
  });

  test('tells the result as JSON', async () => {
    await generate();
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
    await generate();
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
    await generate();
    mkdirSync(at('returns'));
    for (const partner of ['X01', 'X02']) fillInReturn(`${partner}.xlsx`, partner);
    const main = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
    const imports = [1, 2, 3].map(
      () =>
        new Promise<string>((resolve, reject) => {
          execFile(process.execPath, [main, 'import', at('returns'), ...register()], (failure, stdout, stderr) =>
            failure === null ? resolve(stdout) : reject(new Error(stderr)),
          );
        }),
    );
    const outs = (await Promise.all(imports)).join('');
    expect(outs.match(/: accepted: /g)).toHaveLength(2);
    expect(outs.match(/: already imported: /g)).toHaveLength(4);
  });

  test('tells each file as it is done, clear of the bar on a terminal', async () => {
    await generate();
    for (const name of ['a.xlsx', 'b.xlsx']) fillInReturn(name, name === 'a.xlsx' ? 'X01' : 'X02');
    let screen = '';
    const write = (text: string): void => {
      screen += text;
    };
    await run(['import', at('returns'), ...register()], { out: write, err: write, isTerminal: true, now: () => now });
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
    await generate();
    const { code, out } = await importing(fillInReturn('slips.xlsx', 'X01', true));
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}error: '\d [^']+'![A-Z]+\d+ \(\d\.\d\.\d+\): /m);
    const severities = [...out.matchAll(/^ {2}(error|warning): /gm)].map(([, severity]) => severity);
    expect(severities).toEqual(severities.toSorted());
  });

  test('refuses what it cannot use, says what to do, and goes on', async () => {
    await generate();
    fillInReturn('b.xlsx');
    writeFileSync(at('returns', 'a note.txt'), 'Sorry, it will be late.');
    writeFileSync(at('returns', 'c.xlsx'), '');
    copyFileSync(workbook('X02'), at('returns', 'd.xlsx'));
    const { code, out } = await importing(at('returns'));
    expect(code).toBe(1);
    expect(out).toMatch(/a note\.txt: refused\n {2}error: This is a text file, not an Excel workbook/);
    expect(out).toMatch(/b\.xlsx: accepted/);
    expect(out).toMatch(/c\.xlsx: refused\n {2}error: The file is empty/);
    expect(out).toMatch(/d\.xlsx: refused\n {2}error: The workbook has no answer in it/);
    expect(out).toContain('4 files: 1 accepted, 3 refused, 0 already imported\n');
  });

  test('searches folders, without what systems, Excel and Scorebook itself leave there', async () => {
    await generate();
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
    await generate();
    const { out } = await importing(fillInReturn(), at('returns'));
    expect(out).toContain('1 file: 1 accepted');
  });

  test('imports nothing when a path is missing', async () => {
    await generate();
    const { code, out, err } = await importing(fillInReturn(), at('retruns'), at('partners.csv', 'x'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: There is no file or folder ${at('retruns')}, ${at('partners.csv', 'x')}. Nothing was imported.\n`,
    );
    expect((await scorebook(['status', '--round', '2026', ...register()])).out).toContain('0 of 2 returned');
  });

  test('says so when a folder has no file', async () => {
    await generate();
    mkdirSync(at('empty'));
    expect(await importing(at('empty'))).toMatchObject({
      code: 2,
      err: `error: There is no file in ${at('empty')}.\n`,
    });
  });

  test('refuses returns of other rounds where one is asked for', async () => {
    await generate();
    const { code, out } = await importing(fillInReturn(), '--round', '2027');
    expect([code, out]).toEqual([1, expect.stringContaining('It belongs to round "2026", not "2027"')]);
  });

  test('can be told when the returns came', async () => {
    await generate();
    now = new Date('2026-12-20T10:00:00Z');
    const path = fillInReturn();
    expect(await importing(path, '--received', '18/12/2026')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--received "18/12/2026" is not a date and time'),
    });
    expect((await importing(path, '--received', '2026-12-18 12:01')).code).toBe(0);
    const { out } = await scorebook(['status', '--round', '2026', ...register()]);
    expect(out).toMatch(/X01 +Ashmere PCT +2026-12-18 12:01 +late/);
  });

  test.each(['2026-11-20 10:01', '2026-11-20', '2062-01-01'])('refuses a return from the future: %s', async (when) => {
    await generate();
    expect(await importing(fillInReturn(), '--received', when)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`--received "${when}" is in the future: it is now 2026-11-20 10:00 in the UK`),
    });
  });

  test('corrects the date of a file that is known, when told another', async () => {
    await generate();
    now = new Date('2026-12-20T10:00:00Z');
    const path = fillInReturn();
    await importing(path);
    const status = async (): Promise<string> => (await scorebook(['status', '--round', '2026', ...register()])).out;
    expect(await status()).toMatch(/2026-12-20 10:00 +late/);
    const { code, out } = await importing(path, '--received', '2026-12-17 16:30');
    expect(code).toBe(0);
    expect(out).toContain('received at 2026-12-20 10:00; that is now 2026-12-17 16:30, as --received says');
    expect(await status()).toMatch(/2026-12-17 16:30 +yes/);
    expect((await importing(path)).out).not.toContain('received at');
    expect(await status()).toMatch(/2026-12-17 16:30 +yes/);
  });

  test('says that a file which is known belongs to another round', async () => {
    await generate();
    const path = fillInReturn();
    await importing(path);
    const { code, out } = await importing(path, '--round', '2027', '--received', '2026-11-19 10:00');
    expect([code, out]).toEqual([1, expect.stringContaining('It belongs to round "2026", not "2027"')]);
    expect((await scorebook(['status', '--round', '2026', ...register()])).out).toContain('2026-11-20 10:00');
  });

  test('tells of two returns of one partner', async () => {
    await generate();
    fillInReturn('a.xlsx');
    fillInReturn('b.xlsx', 'X01', true);
    expect((await importing(at('returns'))).out).toMatch(
      /b\.xlsx: accepted: [^:]*(?:\n {2}error: .*)*\n(?: {2}warning: .*\n)* {2}warning: It counts instead of the same partner's return of 2026-11-20 10:00/,
    );
  });

  test('does not read or keep a file that is too large', async () => {
    await generate();
    mkdirSync(at('returns'));
    writeFileSync(at('returns', 'large.xlsx'), 'PK\x03\x04');
    truncateSync(at('returns', 'large.xlsx'), 6 * 1024 ** 3);
    fillInReturn();
    const { code, out } = await importing(at('returns'));
    expect(code).toBe(1);
    expect(out).toMatch(/large\.xlsx: refused\n {2}error: The file was not read because its size \(6144\.0 MB\)/);
    expect(out).toContain('2 files: 1 accepted, 1 refused');
  });

  test('follows links to files, and says what it does not take for a file', async () => {
    await generate();
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
    await generate();
    fillInReturn('c.xlsx');
    mkdirSync(at('returns', 'a'), 0o000);
    writeFileSync(at('returns', 'b.xlsx'), 'x', { mode: 0 });
    // SQLite's own files beside the register stay until this process ends.
    for (const name of readdirSync(folder)) if (/^register\.db-/.test(name)) chmodSync(at(name), 0o666);
    const { code, out } = await asNobody(() => importing(at('returns')));
    expect(code).toBe(1);
    expect(out).toMatch(/a: refused\n {2}error: The folder cannot be searched: it may not be read/);
    expect(out).toMatch(/b\.xlsx: refused\n {2}error: The file cannot be opened: it may not be read/);
    expect(out).toMatch(/c\.xlsx: accepted/);
  });
});

describe('status', () => {
  const status = (...more: readonly string[]): Promise<Ran> =>
    scorebook(['status', '--round', '2026', ...register(), ...more]);

  test('shows who has not returned, with their addresses', async () => {
    await generate();
    expect(await status()).toEqual({
      code: 0,
      err: '',
      out: `Round 2026, pct-self-assessment, due ${due}: 0 of 2 returned
${'░'.repeat(35)} 0%

Not returned
Code  Partner          Issued            E-mail             Refused  Next step
X01   Ashmere PCT      2026-11-20 10:00  a@ashmere.example  0        Send the workbook
X02   Bramblewick PCT  2026-11-20 10:00  -                  0        Send the workbook
`,
    });
  });

  test('shows who has, when, how complete and with what findings', async () => {
    await generate();
    await scorebook(['import', fillInReturn(), ...register()]);
    const { out } = await status();
    expect(out).toContain('1 of 2 returned');
    expect(out).toMatch(
      /\nReturned\nCode .*\nX01 +Ashmere PCT +2026-11-20 10:00 +yes +100% +\w+ +none +1 +Ask for what is open\n/,
    );
    expect(out).toMatch(/\nNot returned\nCode .*\nX02 +Bramblewick PCT/);
  });

  test('tells the result as JSON', async () => {
    await generate();
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

  test('is refused for a round or an instrument that there is not', async () => {
    await generate();
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
    await generate();
    await scorebook(['import', fillInReturn(), ...register()]);
    expect(await rollUp()).toEqual({ code: 0, err: '', out: `${at('roll-up.xlsx')}: 1 of 2 partners returned\n` });
    expect(readPackage(readFileSync(at('roll-up.xlsx'))).sheets.length).toBeGreaterThan(4);
  });

  test('works before anything has come back', async () => {
    await generate();
    expect(await rollUp('--json')).toMatchObject({ code: 0, err: '' });
    expect(readPackage(readFileSync(at('roll-up.xlsx'))).sheets.length).toBeGreaterThan(4);
  });

  test('tells the result as JSON', async () => {
    await generate();
    expect(JSON.parse((await rollUp('--json')).out)).toEqual({
      file: at('roll-up.xlsx'),
      round: '2026',
      instrument: 'pct-self-assessment',
      returned: 0,
      issued: 2,
    });
  });

  test.each([
    ['partners.csv/roll-up.xlsx', 'a file stands where a folder is needed'],
    ['a folder.xlsx', 'a folder of that name is in the way'],
  ])('leaves nothing half-written where it cannot write: %s', async (path, problem) => {
    await generate();
    mkdirSync(at('a folder.xlsx'));
    const before = files();
    const { code, out, err } = await rollUp('--out', at(path));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(problem);
    const asJson = await rollUp('--out', at(path), '--json');
    expect([asJson.code, JSON.parse(asJson.out).findings[0].code]).toEqual([1, 'output.not-written']);
    expect(files()).toEqual(before);
  });

  test('is refused for a round that there is not', async () => {
    await generate();
    expect(await rollUp('--round', '2062')).toMatchObject({ code: 2, out: '' });
    expect(existsSync(at('roll-up.xlsx'))).toBe(false);
  });
});

describe('a roll-up', () => {
  const rollUp = (out: string): Promise<Ran> => scorebook(['rollup', '--round', '2026', '--out', out, ...register()]);

  test.each(['', '-wal', '-shm'])('does not overwrite the register: register.db%s', async (ending) => {
    await generate();
    expect(await rollUp(`${folder}/./register.db${ending}`)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('is the register, which would be lost'),
    });
    expect((await rollUp(at('roll-up.xlsx'))).code).toBe(0);
  });

  test('does not overwrite the register under another name', async () => {
    await generate();
    symlinkSync(at('register.db'), at('link.xlsx'));
    expect(await rollUp(at('link.xlsx'))).toMatchObject({ code: 2, err: expect.stringContaining('is the register') });
  });

  test.each([
    ['no name', '', '--out is empty'],
    ['another ending', 'roll-up.xls', 'does not end in .xlsx'],
  ])('is refused with %s', async (_what, out, message) => {
    await generate();
    expect(await rollUp(out)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test('replaces a roll-up, and no other file', async () => {
    await generate();
    await rollUp(at('a.xlsx'));
    expect((await rollUp(at('a.xlsx'))).code).toBe(0);
    writeFileSync(at('b.xlsx'), 'figures of last year');
    for (const path of [at('b.xlsx'), workbook()]) {
      const before = readFileSync(path);
      expect(await rollUp(path)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('is there already and is not a roll-up of ours'),
      });
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });
});

describe('the register', () => {
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['import', ['import', tmpdir()]],
    ['status', ['status', '--round', '2026']],
    ['rollup', ['rollup', '--round', '2026']],
  ];

  test.each(commands)('that is not there is not made by %s', async (_command, args) => {
    const { code, out, err } = await scorebook([
      ...args.map((arg) => (arg === tmpdir() ? folder : arg)),
      ...register(),
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: There is no register ${at('register.db')}. Generate the workbooks first, or check --register.\n`,
    );
    expect(existsSync(at('register.db'))).toBe(false);
  });

  test.each([
    ['is no database', 'partners.csv', 'file is not a database'],
    ['is a folder', '.', 'it is a folder or a device, not a file'],
    ['lies in a file', 'partners.csv/register.db', 'a file stands where a folder is needed'],
  ])('that %s is not used', async (_what, path, problem) => {
    const { code, out, err } = await generate('--register', at(path));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`error: The register ${at(path)} cannot be opened: ${problem}. Check --register.\n`);
    expect(readFileSync(at('partners.csv'), 'utf8')).toMatch(/^code,name/);
  });

  test.each([
    ['', '--register is empty'],
    [':memory:', 'would be forgotten'],
    ['http://register.example/a.db', 'is an address, and the register is a file'],
    ['file:a.db', 'is an address'],
  ])('cannot be %j', async (path, message) => {
    const status = await scorebook(['status', '--round', '2026', '--register', path]);
    for (const { code, out, err } of [await generate('--register', path), status]) {
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(message)]);
    }
  });

  test('that is empty is no register to be read', async () => {
    writeFileSync(at('register.db'), '');
    expect(await scorebook(['status', '--round', '2026', ...register()])).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be opened: it is empty. Check --register.'),
    });
    expect(readFileSync(at('register.db'))).toHaveLength(0);
  });

  test('of a newer version is refused by every command', async () => {
    await generate();
    const database = new Database(at('register.db'));
    database.exec('pragma user_version = 99');
    database.close();
    const message =
      /^error: The register .* cannot be opened: it was used by a newer version of Scorebook \(its tables have version 99, .*use the newer Scorebook/;
    for (const args of [
      ['status', '--round', '2026'],
      ['import', at('workbooks')],
      ['register', 'check'],
    ]) {
      expect(await scorebook([...args, ...register()])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(message),
      });
    }
    expect(await generate()).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  test('without the key of its seals is refused, and gets no other', async () => {
    await generate();
    const database = new Database(at('register.db'));
    database.exec(`delete from setting where name = 'seal key'`);
    database.close();
    for (const args of [
      ['import', at('workbooks')],
      ['status', '--round', '2026'],
      ['register', 'check'],
    ]) {
      expect(await scorebook([...args, ...register()])).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('The key of the seals is missing or damaged'),
      });
    }
  });

  test.each(['read-only', 'writable'])('of an earlier version that is %s', async (what) => {
    const earlier = join(import.meta.dirname, '..', 'register', 'earlier', '1-0c66eff.sql');
    const database = new Database(at('register.db'));
    database.exec(readFileSync(earlier, 'utf8'));
    database.close();
    await asNobody(async () => {});
    if (what === 'read-only') chmodSync(at('register.db'), 0o444);
    const ran = await asNobody(() => scorebook(['register', 'backup', at('copy.db'), ...register()]));
    if (what === 'writable') expect(ran).toMatchObject({ code: 0, err: '' });
    else {
      expect(ran).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('is of an earlier version of Scorebook and may only be read'),
      });
    }
  });

  test.each(['folder', 'file'])('that stands in a read-only %s is read all the same', async (what) => {
    await generate();
    const path = fillInReturn();
    const [out, locked] = [at('workbooks', 'roll-up.xlsx'), what === 'folder' ? folder : at('register.db')];
    chmodSync(at('workbooks'), 0o777);
    await asNobody(async () => {});
    chmodSync(at('register.db'), 0o444);
    chmodSync(locked, what === 'folder' ? 0o555 : 0o444);
    const ran = await asNobody(async () => [
      await scorebook(['status', '--round', '2026', ...register()]),
      await scorebook(['rollup', '--round', '2026', '--out', out, ...register()]),
      await scorebook(['import', path, ...register()]),
      await generate(),
    ]);
    chmodSync(folder, 0o755);
    expect(ran.map(({ code, err }) => `${code} ${err.trim()}`)).toEqual([
      '0 ',
      '0 ',
      ...[1, 2].map(
        () =>
          `2 error: The register ${at('register.db')} cannot be opened: it may only be read, and this command writes to it. Check --register.`,
      ),
    ]);
  });
});

describe('a mistyped command line', () => {
  test.each([
    ['no command', [], 'Usage: scorebook'],
    ['a command that there is not', ['genrate'], "unknown command 'genrate'"],
    ['an option that there is not', ['status', '--round', '2026', '--jsno'], "unknown option '--jsno'"],
    ['an option without its value', ['status', '--round'], "option '--round <name>' argument missing"],
    ['a missing option', ['rollup'], "required option '--round <name>' not specified"],
    ['a missing argument', ['check'], 'missing required argument'],
    ['an import of nothing', ['import'], 'Nothing to import is named'],
    ['an argument too many', ['status', '2026', '--round', '2026'], 'too many arguments'],
  ])('with %s ends with 2 and a message', async (_what, args, message) => {
    const { code, out, err } = await scorebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('is told what was perhaps meant', async () => {
    expect((await scorebook(['genrate'])).err).toContain('Did you mean generate?');
    expect((await scorebook(['status', '--round', '2026', '--jsno'])).err).toContain('Did you mean --json?');
    const { err } = await scorebook(['status', '--roud', '2026']);
    expect(err).toContain("required option '--round <name>' not specified");
    expect(err).toContain("unknown option '--roud'\n(Did you mean --round?)");
  });
});

describe('help', () => {
  test('names every command', async () => {
    const { code, out, err } = await scorebook(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const command of ['generate', 'import', 'status', 'rollup', 'return', 'register'])
      expect(out).toContain(`\n  ${command} `);
  });

  test.each([
    ['generate', 'scorebook generate <instrument> [options]'],
    ['import', 'scorebook import [path...] [options]'],
    ['status', 'scorebook status [options]'],
    ['rollup', 'scorebook rollup [options]'],
  ])('of %s tells its options, the arguments before them', async (command, usage) => {
    const { code, out } = await scorebook([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: ${usage}\n`);
    for (const option of ['--register <path>', '--json']) expect(out).toContain(option);
  });

  test('has a version', async () => {
    expect(await scorebook(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  });
});

describe('the built command', () => {
  const main = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
  const node = (...args: readonly string[]) => spawnSync('node', [main, ...args], { cwd: folder, encoding: 'utf8' });

  test('is there', () => {
    expect(existsSync(main), 'Run npm run build first (npm test does).').toBe(true);
  });

  test('prints its help', () => {
    expect(node('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage: scorebook'),
    });
  });

  test("tells a user's mistake without a stack trace", () => {
    for (const args of [['status'], ['status', '--round', '2026'], ['rollup', '--round', '2026'], ['import', 'none']]) {
      const { status, stdout, stderr } = node(...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toMatch(/^\s+at |node:|\.js/m);
    }
  });

  test('works in the folder in which it is called, with its own places for everything', () => {
    const made = node(
      'generate',
      'pct-self-assessment',
      '--partners',
      'partners.csv',
      '--round',
      '2026',
      '--due',
      '2026-12-18',
      '--return-to',
      'returns@region.example',
    );
    expect(made).toMatchObject({ status: 0, stderr: expect.stringMatching(/^1\/2 .*\n2\/2 .*\n$/) });
    expect(existsSync(at('output', '2026', 'workbooks', 'pct-self-assessment_2026_X01.xlsx'))).toBe(true);
    expect(existsSync(at('output', 'register.db'))).toBe(true);
    expect(node('status', '--round', '2026')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 of 2') });
    expect(node('rollup', '--round', '2026').status).toBe(0);
    expect(existsSync(at('output', '2026', 'roll-up_pct-self-assessment_2026.xlsx'))).toBe(true);
  });

  test('is not upset when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" generate --help | true`], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
