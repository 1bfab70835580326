import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Content } from '../../../src/spreadsheet/plan/content.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { withLibreOffice, withOpenpyxl } from '../../programs.ts';
import { savedByLibreOffice } from '../../savedBy.ts';
import { lintPackage } from '../../tools/lint.ts';
import { rendered } from '../../tools/rendered.ts';
import { cellFormats, quotedCells } from '../quotedCells.ts';

const formulaLike = ['=1+1', '+44 20 7946 0000', '-5', '- a point of a list', '@home', '  =1+1', '＝1+1'];
const plain = ['5E1', '', 'a = b', 'ten - five', "'=1+1"];
const formula: Content = { formula: '"="&"1+1"', result: '=1+1' };

/** A table with each text in a row. */
const written = (texts: readonly string[]): Promise<Uint8Array> =>
  rendered(
    planTableSheet(
      { marking: undefined, footer: '' },
      {
        ...{ name: 'One', title: '=title', note: 'A table.', table: 'one' },
        columns: [
          { heading: 'Text', role: 'text', width: 20 },
          { heading: 'As text', role: 'typed', width: 20 },
          { heading: 'Link', role: 'link', width: 20 },
          { heading: 'Formula', role: 'text', width: 20 },
          { heading: 'Figure', role: 'number', width: 20 },
        ],
        rows: texts.map((text) => [text, text, { text, address: 'https://a.example' }, formula, -5]),
      },
    ),
  );

test('texts that begin like a formula are marked, in a style that is otherwise that of their column', async () => {
  const bytes = await written([...formulaLike, ...plain]);
  const { quoted, unquoted } = quotedCells(bytes);
  expect(quoted.toSorted()).toEqual(['=title', ...formulaLike, ...formulaLike, ...formulaLike].toSorted());
  expect(unquoted).toEqual(expect.arrayContaining(plain.filter((text) => text !== '')));
  expect(lintPackage(bytes)).toEqual([]);
  const formats = cellFormats(bytes);
  const marked = formats.filter((format) => format.includes('quotePrefix'));
  // One for the title, and one for each column of texts.
  expect(marked).toHaveLength(4);
  for (const format of marked) expect(formats).toContain(format.replace(' quotePrefix="1"', ''));
});

test('the first row of a table and the others are marked alike', async () => {
  for (const text of formulaLike) {
    expect(quotedCells(await written([text, text])).quoted).toEqual([
      '=title',
      ...Array.from({ length: 6 }, () => text),
    ]);
  }
});

test('a workbook without such texts has no such style', async () => {
  const sheet = { name: 'One', title: 'One', note: 'A table.', table: 'one' };
  const columns = [{ heading: 'Text', role: 'text', width: 20 }] as const;
  const rows = plain.map((text) => [text]);
  const bytes = await rendered(planTableSheet({ marking: undefined, footer: '' }, { ...sheet, columns, rows }));
  expect(cellFormats(bytes).join('')).not.toContain('quotePrefix');
});

withLibreOffice('saved by LibreOffice', () => {
  test('texts that begin like a formula are what they were', { timeout: 60_000 }, async () => {
    const bytes = await written(formulaLike);
    const [saved = new Uint8Array()] = savedByLibreOffice([bytes]);
    const textsOf = (workbook: Uint8Array): readonly unknown[] =>
      [...(readPackage(workbook).sheets[0]?.rows.values() ?? [])].map((cells) =>
        [1, 2, 3, 4].map((column) => [cells.get(column)?.value.value, cells.get(column)?.formula]),
      );
    expect(textsOf(saved).slice(-formulaLike.length)).toEqual(textsOf(bytes).slice(-formulaLike.length));
  });
});

withOpenpyxl('read by openpyxl', () => {
  test('texts that begin like a formula are texts, with the mark', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorebook-quoted-'));
    try {
      const path = join(folder, 'a.xlsx');
      writeFileSync(path, await written(formulaLike));
      const script =
        'import sys, json, openpyxl\ns = openpyxl.load_workbook(sys.argv[1])["One"]\n' +
        'print(json.dumps([[c.value, c.data_type, bool(c.quotePrefix)] for r in s.iter_rows(min_row=6) for c in r[:2]]))';
      const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual(
        formulaLike.flatMap((text) => [
          [text, 's', true],
          [text, 's', true],
        ]),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
