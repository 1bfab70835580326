import { expect, test } from 'vitest';
import type { RawCell, RawSheet, RawWorkbook } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { findSheet } from '../../../src/workbook/compare/findSheet.ts';

/** A sheet with a text in each row of its first column. */
function sheet(name: string, ...texts: readonly string[]): RawSheet {
  const cell = (value: string, row: number): RawCell => ({
    row,
    column: 1,
    value: { kind: 'text', value },
    formula: false,
  });
  const rows = new Map(texts.map((text, index) => [index + 1, new Map([[1, cell(text, index + 1)]])]));
  return { name, state: 'visible', rows, merges: [], comments: [], objects: [] };
}

const workbook = (...sheets: readonly RawSheet[]): RawWorkbook => ({
  sheets,
  definedNames: new Map(),
  properties: new Map(),
  date1904: false,
});

const { rows } = sheet('Guide', 'How to answer', 'Read all', 'Answer all', 'Return it');
const sent = { name: 'Guide', answered: undefined, rows, own: [], objects: [] };
const found = (...sheets: readonly RawSheet[]) => findSheet(workbook(...sheets), sent)?.name;

test('a sheet with its name and title is the one, whatever else was changed on it', () => {
  expect(
    found(sheet('Copy', 'How to answer', 'Read all', 'Answer all', 'Return it'), sheet('Guide', 'How to answer')),
  ).toBe('Guide');
});

test('a renamed sheet is found by its texts, of which half must be there', () => {
  expect(found(sheet('Cover', 'Welcome'), sheet('Help', 'How to answer', 'Read all'))).toBe('Help');
  expect(found(sheet('Cover', 'Welcome'), sheet('Help', 'Read all'))).toBeUndefined();
});

test('where two sheets changed names, their texts decide', () => {
  expect(found(sheet('Guide', 'Welcome'), sheet('Cover', 'How to answer', 'Read all', 'Answer all'))).toBe('Cover');
});

test('of two with equally many of its texts, the one with its name is taken', () => {
  expect(found(sheet('Copy', 'Read all', 'Answer all'), sheet('Guide', 'Read all', 'Answer all'))).toBe('Guide');
});

test('an emptied sheet is not found, one with other texts is', () => {
  expect(found(sheet('Guide'))).toBeUndefined();
  expect(found(sheet('Guide', 'something else'))).toBe('Guide');
});
