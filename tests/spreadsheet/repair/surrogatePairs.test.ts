import { expect, test } from 'vitest';
import type { Content } from '../../../src/spreadsheet/plan/content.ts';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { cell } from '../../../src/spreadsheet/plan/sheetParts.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { rendered } from '../../tools/rendered.ts';

/** Three units are no divisor of the pieces in which the zip library encodes text: some emoji lies across two of them. */
const texts = Array.from({ length: 20 }, (_, index) => `${'x'.repeat(index)}${'a👩'.repeat(4000)}`);

/** What is read from the file of a sheet with these contents below each other. */
async function written(contents: readonly Content[]): Promise<readonly unknown[]> {
  const sheet = { name: 'Texts', title: 'Texts', note: '', widths: [], footer: '' };
  const cells = contents.map((content, index) => cell(4 + index, 1, content, 'text'));
  const [read] = readPackage(await rendered(planSheet(sheet, [{ cells }]))).sheets;
  return contents.map((_content, index) => read?.rows.get(4 + index)?.get(1)?.value.value);
}

test('no emoji is broken on its way into a file, in texts or in stored results', async () => {
  expect(await written(texts)).toEqual(texts);
  expect(await written(texts.map((text) => ({ formula: '""', result: text })))).toEqual(texts);
});

test('the marks that guard them can occur in a text themselves', async () => {
  const marks = ['\ue0001f600\ue001', 'a \ue000 b \ue001 c', '👩\u200d👧 \ue000'];
  expect(await written(marks)).toEqual(marks);
});
