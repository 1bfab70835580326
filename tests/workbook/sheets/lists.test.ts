import { expect, test } from 'vitest';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { listsSheet } from '../../../src/workbook/sheets/lists.ts';
import { shown } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

test('levels are numbers that are shown with their names, as in a drop-down list', () => {
  const cells = listsSheet(layoutOf(sampleInstrument)).cells.filter(({ column, row }) => column === 1 && row > 3);
  expect(cells.map(({ content, numberFormat }) => [shown(content), numberFormat])).toEqual([
    [1, '0" Weak"'],
    [2, '0" Fair"'],
    [3, '0" Good"'],
    ['Not applicable', undefined],
  ]);
});
