import { describe, expect, test } from 'vitest';
import { alikeLine, finding, findingLine } from '../../src/finding/index.ts';

describe('a line for people', () => {
  test('gives severity, place and message', () => {
    const found = finding('list.empty-value', { file: 'partners.csv', line: 4 }, { column: 'name' });
    expect(findingLine(found)).toBe(`error: partners.csv line 4: ${found.message}`);
  });

  test('leaves out a place that is not known', () => {
    const found = finding('list.ignored-columns', {}, { columns: ['fax'], unused: [] });
    expect(findingLine(found)).toBe(`warning: ${found.message}`);
  });
});

describe('a line for findings that are alike', () => {
  const alike = (cell: string) =>
    finding('answer.formula', { sheet: '1 Needs', cell, key: '1.1.1' }, { field: 'Score' });

  test('names the first cells, and says how many there are', () => {
    const [first, ...others] = ['G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11'].map(alike);
    if (first === undefined) throw new Error('There is none');
    expect(alikeLine([first, ...others])).toBe(
      `warning: '1 Needs'!G5, G6, G7, G8, G9 and 2 more (7 cells alike): ${first.message}`,
    );
    expect(alikeLine([first, ...others.slice(0, 4)])).toContain("'1 Needs'!G5, G6, G7, G8, G9 (5 cells alike): ");
  });

  test('is the usual line for one', () => {
    expect(alikeLine([alike('G5')])).toBe(findingLine(alike('G5')));
  });
});
