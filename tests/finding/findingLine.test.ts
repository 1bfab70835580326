import { describe, expect, test } from 'vitest';
import { alikeLine, finding, findingLine, findingLines } from '../../src/finding/index.ts';

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

describe('lines for the findings of a definition', () => {
  const unknown = (key: string, named = 'led') =>
    finding('definition.unknown-reference', { file: 'a.yaml', key }, { what: 'field', named, known: ['lead'] });

  test('say what many parts have once, with the first of them', () => {
    const findings = ['1', '2', '3', '4', '5'].map((key) => unknown(key));
    expect(findingLines([...findings, unknown('6', 'du')])).toEqual([
      `error: a.yaml (1): ${findings[0]?.message} The same in 4 other places: 2, 3, 4 and 1 more.`,
      findingLine(unknown('6', 'du')),
    ]);
  });

  test('keep apart what has places of its own', () => {
    const cell = (name: string) =>
      finding('answer.formula', { sheet: '1', cell: name, key: '1.1' }, { field: 'Score' });
    const line = (at: number) => finding('file.name-twice', { line: at, key: '1' }, { name: 'a', firstLine: 1 });
    const findings = [cell('A1'), cell('A2'), line(3), line(4)];
    expect(findingLines(findings)).toEqual(findings.map(findingLine));
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
