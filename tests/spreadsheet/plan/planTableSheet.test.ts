import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { writeRollUp } from '../../../src/rollup/writeRollUp.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import { lineWidth } from '../../../src/spreadsheet/style/rowHeight.ts';
import { largeRegion } from '../../rollup/largeRegion.ts';
import { openWritten, type WrittenSheet } from '../../tools/lint/openWritten.ts';
import { allNamed } from '../../tools/lint/xmlTree.ts';

/** Letters of headings are 10 points high, and bold, which makes them as wide as these. */
const boldSize = 10.8;

/** The width of each column of a sheet, in characters. */
function widthsOf({ root }: WrittenSheet): readonly number[] {
  return allNamed(root, 'col').flatMap((col) => {
    const columns = Number(col.get('max')) - Number(col.get('min')) + 1;
    return Array.from({ length: columns }, () => Number(col.get('width')));
  });
}

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'a roll-up of %s cuts off no note above a table, and breaks no word of a heading',
  async (_key, instrument) => {
    const { sheets } = openWritten(await writeRollUp(largeRegion(instrument, 8), new Date('2027-01-04T09:00:00Z')));
    const cut = sheets.flatMap((sheet) => {
      const widths = widthsOf(sheet);
      const all = widths.reduce((sum, width) => sum + width, 0);
      return sheet.cells.flatMap(({ address, row, column, content = '' }) => {
        const isHeading = sheet.tables.some(({ range }) => range?.top === row);
        const [wanted, room] = isHeading
          ? [Math.max(...content.split(/\s/).map((word) => lineWidth(word, boldSize))), widths[column - 1] ?? 0]
          : [row === 2 ? lineWidth(content, 11) : 0, all];
        return wanted > room ? [`${sheet.name} ${address}: ${content}`] : [];
      });
    });
    expect(cut).toEqual([]);
  },
);

test('a column of links is as wide as its longest, within reason', () => {
  const link = (text: string) => ({ text, address: 'https://example.org/' });
  const { widths } = planTableSheet(
    { marking: undefined, footer: '' },
    {
      ...{ name: 'Files', title: 'Files', note: '', table: 'files' },
      columns: [
        { heading: 'File', role: 'link', width: 20 },
        { heading: 'Other', role: 'link', width: 20 },
      ],
      rows: [
        [link('returns/commissioning-strategy-framework_2026_X01.xlsx'), link('x'.repeat(400))],
        [link('short'), 'no link, and so it wraps: '.repeat(10)],
      ],
    },
  );
  const [file = 0, other] = widths;
  expect(file).toBeGreaterThanOrEqual(lineWidth('returns/commissioning-strategy-framework_2026_X01.xlsx', 10));
  expect(file).toBeLessThan(60);
  expect(other).toBe(80);
});
