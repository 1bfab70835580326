import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../definitions/pct-self-assessment.ts';
import { fillIn } from './tools/fillIn.ts';
import { sampleReturn } from './tools/sampleReturns.ts';

/** The package as a colleague gets it: packed, installed in an empty prefix, and used from another folder. */

const folder = mkdtempSync(join(tmpdir(), 'scorebook-installed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const prefix = join(folder, 'prefix');
const elsewhere = join(folder, 'elsewhere');
const windows = process.platform === 'win32';
const modules = join(prefix, windows ? '' : 'lib', 'node_modules');
const home = join(modules, 'commissioning-scorebook');

function run(line: string, cwd: string, settings: Readonly<Record<string, string>> = {}): string {
  const path = [windows ? prefix : join(prefix, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  const ran = spawnSync(line, { cwd, shell: true, encoding: 'utf8', env: { ...process.env, PATH: path, ...settings } });
  expect({ line, status: ran.status, stderr: ran.status === 0 ? '' : ran.stderr }).toEqual({
    line,
    status: 0,
    stderr: '',
  });
  return ran.stdout;
}

/** The lines of the README's blocks for any shell, a list for each block: by the first it is installed, by the second updated. */
const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```shell\n(.*?)^```/gms)].map(([, code = '']) =>
  code.trim().split('\n'),
);

let packedFile = '';
/** Carries out the lines of a block, and gives what each prints. The file of a later version is the one that was packed. */
function carryOut(block: readonly string[] = []): readonly string[] {
  const npm = {
    ...{ npm_config_prefix: prefix, npm_config_prefer_offline: 'true', npm_config_audit: 'false' },
    npm_config_fund: 'false',
  };
  return block.map((line) => {
    if (line !== 'npm pack')
      return run(line.replace(/commissioning-scorebook-[\d.]+\.tgz/, packedFile), elsewhere, npm).trim();
    packedFile = run(line, '.', { npm_config_ignore_scripts: 'true', npm_config_pack_destination: folder }).trim();
    copyFileSync(join(folder, packedFile), join(elsewhere, packedFile));
    return packedFile;
  });
}

let printed: readonly string[] = [];
beforeAll(() => {
  mkdirSync(elsewhere);
  printed = carryOut(blocks[0]);
  rmSync(join(elsewhere, packedFile));
}, 120_000);

test('a round runs from another folder', { timeout: 60_000 }, () => {
  const due = '--round 2026 --due "2026-12-18 12:00"';
  run(`scorebook generate ${instrument.key} --partners sample-region --partner X01 X02 ${due}`, elsewhere);
  const workbooks = join(elsewhere, 'output/2026/workbooks');
  const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 1 };
  mkdirSync(join(elsewhere, 'returns'));
  for (const name of readdirSync(workbooks)) {
    const filled = fillIn(readFileSync(join(workbooks, name)), sampleReturn(instrument, manner, 1));
    writeFileSync(join(elsewhere, 'returns', name), filled);
  }
  expect(run('scorebook import returns', elsewhere)).toContain('2 accepted');
  expect(run('scorebook status --round 2026', elsewhere)).toContain('Ashmere PCT');
  run('scorebook rollup --round 2026 --out roll-up.xlsx', elsewhere);
  expect(readFileSync(join(elsewhere, 'roll-up.xlsx')).length).toBeGreaterThan(20_000);
  expect(readdirSync(elsewhere).sort()).toEqual(['output', 'returns', 'roll-up.xlsx']);
});

describe('the commands of the README', () => {
  test('install Scorebook, and say which version it is', () => {
    expect(blocks.length).toBe(2);
    expect(`commissioning-scorebook-${printed.at(-1)}.tgz`).toBe(packedFile);
  });

  test('update it without a change of the register', { timeout: 120_000 }, () => {
    copyFileSync(join(folder, packedFile), join(elsewhere, packedFile));
    expect(carryOut(blocks[1]).at(-1)).toBe('output/register.db: nothing is wrong');
    expect(readdirSync(join(elsewhere, 'output'))).toContain('register-0.1.0.db');
  });

  test('have nothing that only bash or only PowerShell knows', () => {
    expect(blocks.flat().filter((line) => /[&|$~\\;%'`]|\bexport\b/.test(line))).toEqual([]);
  });
});

test('another program can use the library', () => {
  mkdirSync(join(elsewhere, 'node_modules'), { recursive: true });
  symlinkSync(home, join(elsewhere, 'node_modules/commissioning-scorebook'), 'junction');
  const program =
    "import { definitionJsonSchema } from 'commissioning-scorebook'; console.log(typeof definitionJsonSchema)";
  writeFileSync(join(elsewhere, 'program.mjs'), program);
  expect(run('node program.mjs', elsewhere).trim()).toBe('function');
  const types = readFileSync(join(home, 'dist/src/index.d.ts'), 'utf8');
  expect(types).toContain('definitionJsonSchema');
});

describe('what was tested is what is installed', () => {
  const lock: Readonly<Record<string, { readonly version: string } | undefined>> = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  ).packages;
  const { overrides } = JSON.parse(readFileSync('package.json', 'utf8'));
  const locked = (name: string): string => lock[`node_modules/${name}`]?.version ?? 'not locked';

  test('in what is bundled, also where an old version is overridden', () => {
    const bundled = [...readFileSync(join(home, 'dist/bundle/licences.txt'), 'utf8').matchAll(/^(\S+) (\d\S+) \(/gm)];
    const versions = new Map(bundled.map(([, name = '', version = '']) => [name, version]));
    expect(versions.size).toBeGreaterThan(50);
    for (const name of ['uuid', 'unzipper', 'fast-csv']) {
      expect(Object.keys(overrides.exceljs)).toContain(name);
      expect([name, versions.get(name)]).toEqual([name, locked(name)]);
    }
  });

  test('in what is installed beside it', () => {
    const beside = readdirSync(join(home, 'node_modules'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^(?:@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(path))
      .map((path) => dirname(path));
    expect(beside).toEqual(expect.arrayContaining(['kysely', 'libsql', 'zod']));
    expect(
      beside.filter((name) => !/^(?:kysely|zod|libsql|@libsql\/.*|@neon-rs\/load|detect-libc)$/.test(name)),
    ).toEqual([]);
    for (const name of beside) {
      const { version } = JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8'));
      expect([name, version]).toEqual([name, locked(name)]);
    }
  });

  test('nothing that is only for tests is installed', () => {
    const installed = readdirSync(home, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.startsWith('node_modules/'));
    expect(installed.filter((path) => /test|bench|fuzz|prove|demo/.test(path))).toEqual([]);
    expect(installed).toContain('definitions/partners/sample-region.csv');
    expect(installed).toContain('README.md');
  });
});
