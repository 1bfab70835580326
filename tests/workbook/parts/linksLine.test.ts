import { expect, test } from 'vitest';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { sectionLinks } from '../../../src/workbook/layout/sectionLinks.ts';
import { linksLine } from '../../../src/workbook/parts/linksLine.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const layout = layoutOf(sampleInstrument);

test('a section leads to the contents, the checklist and the next section, there to the first answer', () => {
  expect(sectionLinks(layout, '1 Needs').map(({ text, sheet, cell }) => `${text}: ${sheet}!${cell}`)).toEqual([
    'Contents: Cover!A1',
    'Checklist: Checklist!A1',
    'Next: 2 Supply: 2 Supply!C5',
  ]);
  expect(sectionLinks(layout, '2 Supply').at(-1)).toMatchObject({ text: 'Next: Participants', cell: 'B5' });
});

test('the last one leads to no other', () => {
  expect(sectionLinks(layout, 'Participants').map(({ text }) => text)).toEqual(['Contents', 'Checklist']);
});

const columnsOf = (widths: readonly number[], start: number): readonly number[] =>
  linksLine(sectionLinks(layout, '1 Needs'), 3, widths, start).map(({ column }) => column);

test('links begin behind the text before them, each with a column of its own', () => {
  expect(columnsOf([6, 30, 8, 20, 20, 20], 0)).toEqual([1, 3, 5]);
  expect(columnsOf([6, 30, 8, 20, 20, 20, 20], 60)).toEqual([5, 6, 7]);
});

test('links without a column are left out', () => {
  expect(columnsOf([6, 30, 8], 0)).toEqual([1, 3]);
});

test('links are formulas that name the sheet', () => {
  const [contents] = linksLine(sectionLinks(layout, '1 Needs'), 3, [20, 20, 20], 0);
  expect(contents?.content).toEqual({ formula: `HYPERLINK("#'Cover'!A1","Contents")`, result: 'Contents' });
});
