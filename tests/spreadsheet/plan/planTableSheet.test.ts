import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import { printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import { lineWidth } from '../../../src/spreadsheet/style/rowHeight.ts';
import { shown } from '../../planned.ts';
import { largeRegion } from '../../rollup/largeRegion.ts';

/** Letters of headings are 10 points high, and bold, which makes them as wide as these. */
const boldSize = 10.8;

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'a roll-up of %s cuts off no note above a table, and breaks no word of a heading',
  (_key, instrument) => {
    const { sheets } = rollUpPlan(largeRegion(instrument, 8), new Date('2027-01-04T09:00:00Z'));
    const cut = sheets.flatMap(({ name, widths, cells, tables, print }) => {
      const firstPage = widths.slice(0, print?.columnBreaks?.[0] ?? print?.area.columns);
      const all = firstPage.reduce((sum, width) => sum + width, 0);
      return cells.flatMap(({ row, column, content }) => {
        const text = String(shown(content) ?? '');
        const isHeading = tables.some((table) => table.row === row);
        const [wanted, room] = isHeading
          ? [Math.max(...text.split(/\s/).map((word) => lineWidth(word, boldSize))), widths[column - 1] ?? 0]
          : [row === 2 || row === 4 ? lineWidth(text, 11) : 0, all];
        return wanted > room ? [`${name} ${address(row, column)}: ${text}`] : [];
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

test('the columns that are printed are the first ones, and are wide enough for the note', () => {
  const note = 'A note that is a good deal wider than the two columns that are printed.';
  const column = (heading: string) => ({ heading, role: 'text', width: 10 }) as const;
  const plan = planTableSheet(
    { marking: undefined, footer: '' },
    {
      ...{ name: 'Wide', title: 'Wide', note, table: 'wide', printedColumns: 2 },
      columns: ['One', 'Two', 'Three'].map(column),
      rows: [['a', 'b', 'c']],
    },
  );
  expect(plan.print?.area.columns).toBe(2);
  expect(plan.widths.slice(0, 2).reduce((sum, width) => sum + width, 0)).toBeGreaterThanOrEqual(lineWidth(note, 11));
  expect(plan.widths[2]).toBe(10);
  expect(printScale({ ...plan, widths: [40, 40, 1000] })).toBe(1);
});
