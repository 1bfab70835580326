import { describe, expect, test } from 'vitest';
import { planHiddenSheet, planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { cell, tableHeadings } from '../../../src/spreadsheet/plan/sheetParts.ts';

const start = {
  name: 'Needs',
  title: 'Needs of the area',
  note: 'Say what is needed.',
  widths: [10, 30],
  footer: 'X01',
};

describe('a planned sheet', () => {
  test('has its title, its note and the line with the marking above everything else', () => {
    const { cells } = planSheet({ ...start, standing: 'South SHA', marking: 'OFFICIAL' }, []);
    expect(cells).toEqual([
      { row: 1, column: 1, content: 'Needs of the area', role: 'title', origin: 'definition' },
      { row: 2, column: 1, content: 'Say what is needed.', role: 'note', origin: 'definition' },
      { row: 3, column: 1, content: 'South SHA – OFFICIAL', role: 'marking', origin: 'round' },
    ]);
  });

  test('has no empty line where there is no marking', () => {
    expect(planSheet(start, []).cells.map(({ row }) => row)).toEqual([1, 2]);
  });

  test('joins its parts: cells, tables and conditional formats, in their order', () => {
    const headings = tableHeadings({ name: 'needs', row: 5, headings: ['No.', 'Need'], rows: 1 });
    const row = { cells: [cell(6, 1, 1, 'number'), cell(6, 2, 'A need', 'text')] };
    const colours = { formats: [{ range: 'A6:A6', colours: [{ formula: 'A6=1', colour: 'green' as const }] }] };
    const plan = planSheet(start, [headings, row, colours]);
    expect(plan.cells.slice(2).map(({ content }) => content)).toEqual(['No.', 'Need', 1, 'A need']);
    expect(plan.tables).toEqual([{ name: 'needs', row: 5, headings: ['No.', 'Need'], rows: 1 }]);
    expect(plan.formats).toEqual(colours.formats);
  });

  test('prints from A1 to its last row and column, even where a title runs over them', () => {
    const beyond = { cells: [cell(9, 4, 'far', 'text')] };
    expect(planSheet(start, []).print?.area).toEqual({ rows: 2, columns: 2 });
    expect(planSheet(start, [beyond]).print?.area).toEqual({ rows: 9, columns: 4 });
  });

  test('gives rows the heights of their texts, and none to a row that is to be filled in', () => {
    const long = { cells: [cell(5, 2, 'words '.repeat(40), 'text'), cell(7, 2, undefined, 'input')] };
    const { heights } = planSheet(start, [long]);
    expect(heights.get(5)).toBeGreaterThan(80);
    expect(heights.has(7)).toBe(false);
  });
});

describe('a hidden sheet', () => {
  const hidden = { ...start, isProtected: true };

  test('has no print set-up: LibreOffice would print it', () => {
    expect(planHiddenSheet(hidden, 'hidden', []).print).toBeUndefined();
  });

  test('is hidden as asked, and protected', () => {
    const { state, isProtected } = planHiddenSheet(hidden, 'veryHidden', []);
    expect([state, isProtected]).toEqual(['veryHidden', true]);
  });
});
