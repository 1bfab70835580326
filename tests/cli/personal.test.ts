import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needsOutcomesOptions as instrument } from '../../definitions/needs-outcomes-options.ts';
import { run } from '../../src/cli/run.ts';
import { fillIn } from '../../src/demo/fillIn.ts';
import { openRegister } from '../../src/register/openRegister.ts';

/** A partner who types what nobody may read, wherever it can be typed. */

const number = '943 476 5919';
const folder = mkdtempSync(join(tmpdir(), 'scorebook-personal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

async function scorebook(...args: readonly string[]): Promise<string> {
  let told = '';
  const tell = (text: string): void => {
    told += text;
  };
  const now = () => new Date('2026-11-20T10:00:00Z');
  await run([...args, '--register', at('register.db')], { out: tell, err: tell, isTerminal: false, now });
  return told;
}

beforeAll(async () => {
  writeFileSync(at('partners.csv'), 'code,name\nX01,Ashmere Council\n');
  await scorebook(
    ...['generate', instrument.key, '--partners', at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18', '--out', folder],
  );
  const filled = fillIn(readFileSync(at(`${instrument.key}_2026_X01.xlsx`)), [
    { sheet: 'Cover', row: 7, column: 2, value: `Ashmere ${number}` },
    { sheet: 'Needs', row: 5, column: 2, value: number },
    { sheet: 'Needs', row: 5, column: 3, value: 'born 03/05/1999' },
    { sheet: 'Needs', row: 5, column: 5, value: 'Mrs Okafor' },
    { sheet: 'Options', row: 6, column: 2, value: '9434765919' },
    { sheet: 'Options', row: 6, column: 10, value: 'okafor@example.org' },
    { sheet: 'Sign-off', row: 5, column: 4, value: `${number} today` },
  ]);
  writeFileSync(at('return.xlsx'), filled);
});

test('it is pointed to, and stands neither in the terminal nor among the findings or in the log of the register', async () => {
  const told = [
    await scorebook('import', at('return.xlsx')),
    await scorebook('import', at('return.xlsx'), '--json'),
    await scorebook('status', '--round', '2026', '--json'),
  ].join('\n');
  expect(told).toContain("'Needs'!B5 (1): The cell seems to hold an NHS number, which is not repeated here.");
  const register = await openRegister(at('register.db'));
  const kept = await Promise.all([
    register.db.selectFrom('finding').selectAll().execute(),
    register.db.selectFrom('log').selectAll().execute(),
  ]);
  await register.close();
  for (const text of [told, JSON.stringify(kept)]) expect(text).not.toMatch(/943|okafor|1999/i);
});
