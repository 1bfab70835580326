import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { rawText, sheetNamed } from '../../../../src/workbook/read/cells/rawCells.ts';
import { EditedWorkbook } from '../../../workbook/editedWorkbook.ts';
import { openWorkplace, type Workplace } from '../../workplace.ts';

const sheet = '1 Assessing need';

let place: Workplace;
let returned: string;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(1);
  const workbook = new EditedWorkbook(place.filledIn('X01'));
  workbook.draw(sheet, [
    { kind: 'text box', from: 'G6', to: 'G6', text: 'Costed in May' },
    { kind: 'picture', from: 'G5', to: 'G5' },
  ]);
  workbook.type('Cover', 'A60', 'See the letter');
  workbook.addSheet('Our evidence', { A1: 'Minutes' });
  // Names of parts are what a stranger makes them: these never become names of files.
  workbook.part('xl/embeddings/CON.exe', () => 'MZ');
  workbook.part('xl/embeddings/con.EXE.docx', () => 'PK\u0003\u0004 a document');
  workbook.part('xl/media/aux..%2f%2e.png', () => '<svg onload="x"/>');
  returned = place.put('returns/X01.xlsx', workbook.bytes());
}, 60_000);
afterAll(() => place.remove());

test('import reports with its place whatever a partner added', async () => {
  const { code, out } = await place.scorebook('import', returned);
  expect(code).toBe(0);
  expect(out).toContain(`'${sheet}'!G6 (1.1.2): A text box with the text "Costed in May" covers the answer cell G6.`);
  expect(out).toContain(`'${sheet}'!G5 (1.1.1): A picture covers the answer cell G5: PNG, 1 by 1 pixels, 70 bytes.`);
  expect(out).toContain(`'Cover'!A60: "See the letter" is in a cell where no answer is expected`);
  expect(out).toContain(
    `'Our evidence': This sheet was added to the workbook, and nothing on it was read (1 filled cell, from A1, "Minutes")`,
  );
});

test('the correction workbook lists it, with links to the cells', async () => {
  await place.scorebook('correct', '--round', '2026', '--partner', 'X01', '--out', place.at('corrections'));
  const [name = ''] = readdirSync(place.at('corrections'));
  const rows = sheetNamed(readPackage(readFileSync(place.at('corrections', name))), 'Corrections')?.rows ?? new Map();
  const lines = [...rows.values()].map((row) => [1, 2, 4].map((column) => rawText(row.get(column))).join(' | '));
  expect(lines).toContainEqual(expect.stringMatching(/^1 Assessing need \| 1\.1\.2 .*\| Go to G6$/));
  expect(lines).toContain('Cover | Cell A60 of the workbook that came back | Go to Cover');
  expect(lines).toContain('Our evidence | The whole sheet | Not in this workbook');
});

test('return get writes pictures and embedded files under names of its own, and overwrites nothing', async () => {
  const folder = place.at('attachments');
  const get = (...args: readonly string[]) => place.scorebook('return', 'get', '1', '--attachments', folder, ...args);
  const { code, out } = await get();
  expect([code, readdirSync(folder).toSorted()]).toEqual([
    0,
    ['1-Assessing-need_G5.png', 'file_1.bin', 'file_1.docx', 'file_1.svg'],
  ]);
  expect(out).toContain(`1-Assessing-need_G5.png: '${sheet}'!G5\n`);
  expect(out).toContain('Return 1: 4 attachments.\n');
  writeFileSync(place.at('attachments', 'file_1.bin'), 'something of mine');
  const again = JSON.parse((await get('--json')).out);
  expect(again.attachments).toHaveLength(3);
  expect(again.findings).toMatchObject([{ code: 'output.already-there', place: { file: 'file_1.bin' } }]);
  expect(readFileSync(place.at('attachments', 'file_1.bin'), 'utf8')).toBe('something of mine');
  expect(readdirSync(folder)).toHaveLength(4);
});

test('return get says what is wrong with the folder', async () => {
  const file = place.put('in-the-way', 'x');
  const ran = await place.scorebook('return', 'get', '1', '--attachments', file);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('there is a file where a folder is needed');
  expect((await place.scorebook('return', 'get', '1', '--attachments', ' ')).code).toBe(2);
  expect(existsSync(place.at('file_1.bin'))).toBe(false);
});
