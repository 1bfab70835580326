import { expect, test } from 'vitest';
import type { RawCell } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { issuedGrids } from '../../../src/workbook/compare/issuedGrid.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const gridOf = issuedGrids(sampleInstrument);

/** Cells by row, each a column and its text. */
const sheet = (
  ...rows: readonly (readonly [row: number, texts: Readonly<Record<number, string>>])[]
): ReadonlyMap<number, ReadonlyMap<number, RawCell>> =>
  new Map(
    rows.map(([row, texts]) => [
      row,
      new Map(
        Object.entries(texts).map(([column, value]): [number, RawCell] => [
          Number(column),
          { row, column: Number(column), value: { kind: 'text', value }, formula: false },
        ]),
      ),
    ]),
  );

test('questions and answers are where the issued sheet has them, in whatever order of columns', () => {
  const rows = sheet(
    [1, { 1: '1 Needs and priorities' }],
    [7, { 1: 'Ref', 2: 'Score', 3: 'Our evidence', 5: 'Question' }],
    [9, { 1: '1.1.1' }],
    [12, { 1: '1.1.2' }],
  );
  const grid = gridOf('1 Needs', rows);
  expect(grid).toMatchObject({ section: { key: '1' }, headerRow: 7, questionColumn: 5 });
  expect([...(grid?.questions ?? [])]).toEqual([
    [9, '1.1.1'],
    [12, '1.1.2'],
  ]);
  expect([...(grid?.answerColumns ?? [])]).toEqual([2, 3]);
});

test('rows that partners add are not issued', () => {
  const rows = sheet([4, { 1: 'No.', 2: 'Name' }]);
  expect(gridOf('Participants', rows)).toMatchObject({ headerRow: 4, questions: new Map() });
});

test('other sheets have none', () => {
  expect(gridOf('Cover', sheet([7, { 1: 'Ref', 2: 'Score' }]))).toBeUndefined();
});
