import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';

/** `npm run demo`, in a folder of its own. */

const folder = mkdtempSync(join(tmpdir(), 'scorebook-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const made = (...parts: readonly string[]): string => join(folder, 'output/demo', ...parts);

let printed = '';
beforeAll(() => {
  cpSync('definitions/partners', join(folder, 'definitions/partners'), { recursive: true });
  const ran = spawnSync(process.execPath, [resolve('dist/tests/demo/main.js')], { cwd: folder, encoding: 'utf8' });
  printed = `${ran.stdout}${ran.stderr}`;
  expect(ran.status, printed).toBe(0);
}, 240_000);

test('every file but the covering note is taken in', () => {
  const files = readdirSync(made('returns')).length;
  expect(files).toBeGreaterThan(25);
  expect(printed).toContain(`${files} files: ${files - 1} accepted, 1 refused, 0 already imported`);
  expect(printed).toContain('X10 covering note.txt: refused');
});

test('results of different instruments are shown side by side, by phase', () => {
  const { sheets } = readPackage(readFileSync(made('roll-up_by-phase.xlsx')));
  expect(sheets.map(({ name }) => name)).toEqual(['Side by side', 'By phase', 'Notes']);
  expect(sheets.find(({ name }) => name === 'By phase')?.rows.size).toBeGreaterThan(20);
});

describe.each(instruments.map(({ key }) => key))('%s', (key) => {
  test('goes out, is filled in, comes back and is rolled up', () => {
    const workbooks = readdirSync(made('workbooks')).filter((name) => name.startsWith(`${key}_demo_`));
    const returns = readdirSync(made('returns')).filter((name) => name.startsWith(`${key}_demo_`));
    expect(workbooks.length).toBeGreaterThanOrEqual(4);
    expect(returns.length).toBeGreaterThanOrEqual(4);
    const rollUp = [made(`roll-up_${key}.xlsx`), made('roll-up.xlsx')].find((path) => existsSync(path)) ?? '';
    const { sheets } = readPackage(readFileSync(rollUp));
    expect(sheets.find(({ name }) => name === 'Data')?.rows.size).toBeGreaterThan(50);
    expect(printed).toContain(`--instrument ${key} --out`);
  });
});
