import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needsOutcomesOptions as instrument } from '../../definitions/needs-outcomes-options.ts';
import { run } from '../../src/cli/run.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import { fillIn } from '../tools/fillIn.ts';
import { placeNamed } from '../tools/placeNamed.ts';

/** A partner who types what nobody may read, wherever it can be typed. */

const number = '943 476 5919';
const folder = mkdtempSync(join(tmpdir(), 'scorebook-personal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

async function scorebook(...args: readonly string[]): Promise<string> {
  let described = '';
  const write = (text: string): void => {
    described += text;
  };
  const now = () => new Date('2026-11-20T10:00:00Z');
  await run([...args, '--register', at('register.db')], { out: write, err: write, isTerminal: false, now });
  return described;
}

/** What receipts and reminders say, as it is typed into them. */
async function letters(): Promise<string> {
  const corrections = ['--corrections', at('corrections')];
  const described = [
    await scorebook('receipt', '--round', '2026', '--out', at('mail')),
    await scorebook('remind', '--round', '2026', '--out', at('mail'), ...corrections),
  ];
  const drafts = readdirSync(at('mail')).map((name) => readFileSync(join(at('mail'), name), 'latin1'));
  // What was answered about people goes nowhere by e-mail, not even back.
  expect(drafts.join()).toContain('we do not send them back');
  expect(drafts.join()).not.toContain('Content-Disposition');
  expect(drafts.join()).toContain('What we noticed');
  // The HTML is made from the plain text.
  const plain = drafts.map((draft) => draft.split('quoted-printable')[1]?.replace(/=\r\n/g, ''));
  return [...described, ...plain.map((text) => text?.replace(/----_NmP.*/, ''))].join('\n');
}

beforeAll(async () => {
  writeFileSync(at('partners.csv'), 'code,name,email\nX01,Ashmere Council,x@ashmere.example\n');
  await scorebook(
    ...['generate', instrument.key, '--partners', at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18', '--out', folder, '--return-to', 'returns@region.example'],
  );
  const blank = readFileSync(at(`${instrument.key}_2026_X01.xlsx`));
  const filled = fillIn(blank, [
    { ...placeNamed(blank, 'partner_name'), value: `Ashmere ${number}` },
    { sheet: 'Needs', row: 5, column: 2, value: number },
    { sheet: 'Needs', row: 5, column: 3, value: 'born 03/05/1999' },
    { sheet: 'Needs', row: 5, column: 5, value: 'Mrs Okafor' },
    { sheet: 'Options', row: 6, column: 2, value: '9434765919' },
    { sheet: 'Options', row: 6, column: 10, value: 'okafor@example.org' },
    { sheet: 'Sign-off', row: 5, column: 4, value: `${number} today` },
  ]);
  writeFileSync(at('return.xlsx'), filled);
});

test('its cell is named, and it appears neither in the terminal nor in the findings or the log of the register', async () => {
  const described = [
    await scorebook('import', at('return.xlsx')),
    await scorebook('import', at('return.xlsx'), '--json'),
    await scorebook('status', '--round', '2026', '--json'),
    findingsWorkbook(),
    await letters(),
  ].join('\n');
  expect(described).toContain("'Needs'!B5 (1): The cell seems to contain an NHS number, which is not repeated here.");
  const register = await openRegister(at('register.db'));
  const stored = await Promise.all([
    register.db.selectFrom('finding').selectAll().execute(),
    register.db.selectFrom('log').selectAll().execute(),
  ]);
  await register.close();
  for (const text of [described, JSON.stringify(stored)]) expect(text).not.toMatch(/943 ?476|okafor|05\/1999/i);
});

/** All that the last import wrote of its findings. */
function findingsWorkbook(): string {
  const parts = Object.entries(unzipSync(readFileSync(at('2026/import-findings.xlsx'))));
  const texts = parts.filter(([name]) => /sheet\d|sharedStrings/.test(name)).map(([, part]) => strFromU8(part));
  expect(texts.some((text) => text.includes('entry.incomplete'))).toBe(true);
  return texts.join('\n');
}

/** A name that no check can know for one. */
const unknownName = 'Quillowby';

test('where answers are about people, nothing that was typed is repeated, wherever it was typed', async () => {
  const blank = readFileSync(at(`${instrument.key}_2026_X01.xlsx`));
  const filled = fillIn(blank, [
    { ...placeNamed(blank, 'partner_name'), value: unknownName },
    { sheet: 'Needs', row: 4, column: 4, value: unknownName },
    { sheet: 'Needs', row: 5, column: 2, value: unknownName },
    { sheet: 'Needs', row: 5, column: 3, value: unknownName },
    { sheet: 'Needs', row: 5, column: 5, value: `ask ${unknownName}` },
    { sheet: 'Options', row: 5, column: 2, value: unknownName },
    { sheet: 'Options', row: 5, column: 8, value: 'yes' },
    { sheet: 'Options', row: 5, column: 10, value: unknownName },
    { sheet: 'Options', row: 5, column: 11, value: `${unknownName} knows` },
    { sheet: 'Sign-off', row: 5, column: 4, value: `ask ${unknownName}` },
  ]);
  const parts = unzipSync(filled);
  const change = (part: string, from: string, to: string): void => {
    const text = strFromU8(parts[part] ?? new Uint8Array());
    expect(text).toContain(from);
    parts[part] = strToU8(text.replace(from, to));
  };
  const cell = (address: string): string => `<c r="${address}" t="inlineStr"><is><t>${unknownName}</t></is></c>`;
  const needs = Object.keys(parts).find((part) =>
    strFromU8(parts[part] ?? new Uint8Array()).includes(`ask ${unknownName}</t></is></c><c r="F5"`),
  );
  change(
    needs ?? '',
    '</sheetData>',
    `<row r="500">${cell('D500')}${cell('E500')}${cell('T500')}</row><row r="501">${cell('T501')}</row></sheetData>`,
  );
  change('xl/workbook.xml', 'name="Options"', `name="${unknownName}"`);
  writeFileSync(at('unknown.xlsx'), zipSync(parts));

  const described = [
    await scorebook('import', at('unknown.xlsx')),
    await scorebook('import', at('unknown.xlsx'), '--json'),
    await scorebook('status', '--round', '2026', '--json'),
    findingsWorkbook(),
    await letters(),
  ].join('\n');
  const register = await openRegister(at('register.db'));
  const findings = await register.db.selectFrom('finding').selectAll().execute();
  const log = await register.db.selectFrom('log').selectAll().execute();
  await register.close();
  const codes = new Set(findings.map(({ code }) => code));
  for (const code of [
    ...['answer.not-an-option', 'answer.not-a-date', 'answer.read-as', 'sheet.not-read', 'sheet.renamed'],
    ...['sheet.heading-missing', 'entry.lacks', 'entry.belongs-to-none', 'return.partner-name-changed'],
  ]) {
    expect(codes).toContain(code);
  }
  for (const text of [described, JSON.stringify(findings), JSON.stringify(log)])
    expect(text).not.toContain(unknownName);
  expect(described).toContain(`The sheet "Options" is now called "(not shown)"`);
  expect(described).toContain(`'Options'!J5 (1): "(not shown)" is not a valid answer for "Likely effectiveness`);
});
