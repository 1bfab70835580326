import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { finishWorkbook } from '../../../src/spreadsheet/write/finishWorkbook.ts';
import { put } from '../../../src/spreadsheet/write/worksheet.ts';

/** Three units are no divisor of the pieces in which the zip library encodes text: some emoji lies across two of them. */
const texts = Array.from({ length: 20 }, (_, index) => `${'x'.repeat(index)}${'a👩'.repeat(4000)}`);

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<readonly unknown[]> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Texts', { views: [{ state: 'normal' }] });
  fill(sheet);
  const bytes = await finishWorkbook(workbook, {
    properties: new Map(),
    language: 'en-GB',
    lockStructure: false,
  });
  const [read] = readPackage(bytes).sheets;
  return [...(read?.rows.values() ?? [])].flatMap((cells) => [...cells.values()].map(({ value }) => value.value));
}

test('no emoji is broken on its way into a file, in texts or in stored results', async () => {
  expect(
    await written((sheet) => {
      for (const [index, text] of texts.entries()) put(sheet, index + 1, 1, text, 'text');
    }),
  ).toEqual(texts);
  expect(
    await written((sheet) => {
      for (const [index, text] of texts.entries()) put(sheet, index + 1, 1, { formula: '""', result: text }, 'text');
    }),
  ).toEqual(texts);
});

test('the marks that guard them can occur in a text themselves', async () => {
  const marks = ['\ue0001f600\ue001', 'a \ue000 b \ue001 c', '👩\u200d👧 \ue000'];
  expect(
    await written((sheet) => {
      for (const [index, text] of marks.entries()) put(sheet, index + 1, 1, text, 'text');
    }),
  ).toEqual(marks);
});
