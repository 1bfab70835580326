import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '../../../src/finding/index.ts';
import type { UserLimits } from '../../../src/register/tables/userLimits.ts';
import { folderOf, type ImportedFile, importFindings, nameOf } from '../../../src/rollup/load/importFindings.ts';
import { maxFindingRows } from '../../../src/rollup/sheets/findings/findingRows.ts';
import { importFindingsPlan, writeImportFindings } from '../../../src/rollup/writeImportFindings.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { plannedSheet } from '../../planned.ts';
import { expectAsPlanned, plannedTable } from '../planned.ts';
import { tableOf } from '../tableOf.ts';

const made = new Date('2026-12-21T09:00:00Z');

const wrongScore = (cell: string, key: string, value = '4'): Finding =>
  finding('answer.not-an-option', { sheet: '1 Needs', cell, key }, { field: 'Score', value, allowed: ['1', '2', '3'] });
const formula = finding('answer.formula', { sheet: "2 It's", cell: 'I9', key: '2.1.1' }, { field: 'Score' });

const accepted = (code: string, findings: readonly Finding[], file = `${code}.xlsx`): ImportedFile => ({
  file,
  address: `returns/${encodeURIComponent(file)}`,
  outcome: 'accepted',
  stored: { id: 1, round: '2026', partner: { code, name: `Sample ${code}` }, coverage: 0.456, band: 'amber' },
  findings: async () => findings,
});
const refused: ImportedFile = {
  file: 'all.zip > note.txt',
  outcome: 'refused',
  findings: async () => [finding('return.empty', {}, {})],
};

const planned = async (files: readonly ImportedFile[]): Promise<WorkbookPlan> =>
  importFindingsPlan(await importFindings(files, maxFindingRows), made, undefined);

test.each([
  ['X01.xlsx', 'X01.xlsx', ''],
  ['output/2026/returns/X01.xlsx', 'X01.xlsx', 'output/2026/returns'],
  ['C:\\Returns\\X01.xlsx', 'X01.xlsx', 'C:\\Returns'],
  ['in/all.zip > May/X01.xlsx', 'all.zip > X01.xlsx', 'in'],
])('%s is the file %s in the folder "%s"', (path, name, folder) => {
  expect([nameOf(path), folderOf(path)]).toEqual([name, folder]);
});

describe('the workbook with the findings of an import', () => {
  test('shows each file, by partner, with its outcome and a link to its findings', async () => {
    const workbook = await planned([
      refused,
      accepted('X02', [formula, wrongScore('H6', '1.1.1')]),
      accepted('5E1', [], 'in/may/5E1.xlsx'),
    ]);
    expect(plannedTable(workbook, 'Files').slice(1)).toEqual([
      ['5E1.xlsx', 'Accepted', '5E1', 'Sample 5E1', '2026', 1, 0.456, 'Amber', 0, 0, '[z]', 'in/may'],
      ['X02.xlsx', 'Accepted', 'X02', 'Sample X02', '2026', 1, 0.456, 'Amber', 1, 1, 'Findings, row 6', '[z]'],
      ['all.zip > note.txt', 'Refused', ...Array.from({ length: 6 }, () => '[x]'), 1, 0, 'Findings, row 8', '[z]'],
    ]);
  });

  test('says which commands are not for a user who sees some regions only, and whom to ask', async () => {
    const facts = { id: 8, earlier: '2026-11-30 20:42', earlierId: 7, added: 1, changed: 0, emptied: 2 };
    const findings = await importFindings([accepted('X02', [finding('return.halves', {}, facts)])], maxFindingRows);
    const noteFor = (limits?: UserLimits): string =>
      String(plannedSheet(importFindingsPlan(findings, made, undefined, limits), 'Findings').cells[1]?.content);
    const limits: UserLimits = { user: 'eve', owner: 'scorebook', regions: ['XN'], work: 'record' };
    expect(noteFor(limits)).toMatch(
      / Commands named here that eve may not give: return merge\. Ask scorebook, who owns the register\.$/,
    );
    expect(noteFor()).not.toContain('Not for');
  });

  test('shows each finding with place, value, what is wrong and what to do, errors first', async () => {
    const workbook = await planned([accepted('X02', [formula, wrongScore('H6', '1.1.1', '=4')])]);
    const [headings, ...rows] = plannedTable(workbook, 'Findings');
    expect(headings).toEqual([
      ...['Severity', 'Partner', 'Cell', 'Question or row', 'Value', 'What is wrong, and what to do', 'Same in cells'],
      ...['Partner code', 'Round', 'File', 'Sheet', 'Kind of finding'],
    ]);
    expect(rows).toEqual([
      [
        ...['Error', 'Sample X02', "'1 Needs'!H6", '1.1.1', '=4'],
        '"=4" is not a valid answer for "Score", and is not counted in any figure. Allowed: "1", "2", "3". Choose one from the list.',
        ...['[z]', 'X02', '2026', 'X02.xlsx', '1 Needs', 'answer.not-an-option'],
      ],
      [
        ...['Warning', 'Sample X02', "'2 It's'!I9", '2.1.1', '[z]'],
        '"Score" contains a formula. The value that it showed was read. Type the answer instead.',
        ...['[z]', 'X02', '2026', 'X02.xlsx', "2 It's", 'answer.formula'],
      ],
    ]);
  });

  test('has one row for a slip that was repeated, with its cells and how many they are', async () => {
    const cells = ['H6', 'H7', 'H8', 'H9', 'H10'].map((cell, index) => wrongScore(cell, `1.1.${index + 1}`));
    const rows = plannedTable(await planned([accepted('X02', cells)]), 'Findings').slice(1);
    expect(rows.map((row) => [row[2], row[3], row[6]])).toEqual([
      ["'1 Needs'!H6", '1.1.1, 1.1.2, 1.1.3, 1.1.4, 1.1.5', '5 in all: also H7, H8, H9, H10'],
    ]);
  });

  test('shows what the answer was and is where a second return says otherwise', async () => {
    const changed = finding(
      'answer.changed',
      { sheet: '1 Needs', cell: 'H6', key: '1.1.1' },
      {
        field: 'Score',
        from: { state: 'answered', value: '2' },
        to: { state: 'answered', value: '3' },
        earlier: '2026-12-10 09:00',
      },
    );
    const [, row] = plannedTable(await planned([accepted('X02', [changed])]), 'Findings');
    expect(row?.[4]).toBe('3');
  });

  test('leads to the cell in the file: the file is the target of the link, the cell its location', async () => {
    const parts = unzipSync(await writeImportFindings([accepted('X02', [formula], 'a b#1.xlsx'), refused], made));
    const text = (name: string): string => new TextDecoder().decode(parts[name]);
    const links = [...text('xl/worksheets/sheet2.xml').matchAll(/<hyperlink [^>]*>/g)].map(([link]) => link);
    expect(links).toEqual([`<hyperlink ref="C6" r:id="rIdHeld1" location="'2 It''s'!I9"/>`]);
    const relations = text('xl/worksheets/_rels/sheet2.xml.rels');
    expect(relations).toContain('Target="returns/a%20b%231.xlsx" TargetMode="External"');
    expect(text('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="returns/a%20b%231.xlsx"');
  });

  test('says so when nothing was found', async () => {
    expect(plannedTable(await planned([accepted('X02', [])]), 'Findings')).toEqual([['None.']]);
  });

  test('is written as it is planned, and the same for the same findings', async () => {
    const files = [accepted('X02', [formula, wrongScore('H6', '1.1.1')]), refused];
    expectAsPlanned(await writeImportFindings(files, made), await planned(files));
    expect(Buffer.from(await writeImportFindings(files, made)).equals(await writeImportFindings(files, made))).toBe(
      true,
    );
  });

  test('takes ten thousand findings', { timeout: 60_000 }, async () => {
    const files = Array.from({ length: 100 }, (_all, index) =>
      accepted(
        `X${String(index).padStart(2, '0')}`,
        Array.from({ length: 100 }, (_one, row) => wrongScore(`H${row + 6}`, `1.1.${row}`, String(row + 4))),
      ),
    );
    // More than is read of a stranger's workbook.
    const limits = { entryBytes: 100_000_000, inflatedBytes: 100_000_000 };
    expect(tableOf(readPackage(await writeImportFindings(files, made), limits), 'Findings')).toHaveLength(10_001);
  });
});
