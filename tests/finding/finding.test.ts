import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type Finding,
  type FindingCode,
  finding,
  findingCodes,
  findingLine,
  hasErrors,
  reworded,
} from '../../src/finding/index.ts';

describe('a finding', () => {
  test('needs the facts of its code', () => {
    expectTypeOf<FindingCode>().not.toEqualTypeOf<string>();
    // @ts-expect-error: this code wants the name of a column
    finding('list.empty-value', {}, { colum: 'name' });
  });

  test('has the facts of its code once the code is known', () => {
    const columnOf = (found: Finding): string | undefined => {
      // @ts-expect-error: findings of other codes have no column
      expect(found.facts.column).toBe('name');
      return found.code === 'list.empty-value' ? found.facts.column : undefined;
    };
    expect(columnOf(finding('list.empty-value', {}, { column: 'name' }))).toBe('name');
  });

  test('can have every code of every catalogue', () => {
    const folder = join(import.meta.dirname, '../../src/finding/catalogues');
    const codes = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'(.+)': (?:error|warning)\(/gm)].map(
        ([, code]) => code,
      ),
    );
    expect(codes.length).toBeGreaterThan(250);
    expect(findingCodes.toSorted()).toEqual(codes.toSorted());
  });

  test('stores its facts apart from its text, in a copy of its own', () => {
    const facts = { round: '2025', expected: '2026' };
    const found = finding('return.other-round', { file: 'a.xlsx' }, facts);
    facts.round = 'changed';
    expect(found).toMatchObject({
      code: 'return.other-round',
      severity: 'error',
      place: { file: 'a.xlsx' },
      facts: { round: '2025', expected: '2026' },
    });
  });

  test('cuts a long key at 300 characters', () => {
    expect(finding('answer.formula', { key: 'k'.repeat(1_000) }, { field: 'Score' }).place.key).toHaveLength(300);
  });

  test('has the texts in its facts and its message reworded, and nothing else', () => {
    const found = finding('sheet.missing', { sheet: 'Jo' }, { sheet: 'Jo', answers: 3 });
    expect(reworded(found, (text, fact) => `${fact} of ${text}`)).toEqual(
      finding('sheet.missing', { sheet: 'Jo' }, { sheet: 'sheet of Jo', answers: 3 }),
    );
  });
});

describe('a message', () => {
  test('quotes a value on one line, cut at 80 characters', () => {
    const { message } = finding('answer.not-a-date', {}, { field: 'By when', value: `a\n\tb${'x'.repeat(200)}` });
    expect(message).toContain(`"a b${'x'.repeat(76)}…"`);
  });

  test('counts cells in the singular and in the plural', () => {
    const part = (cells: number) => finding('answer.anchors-part', {}, { named: 'A1', visible: 'A2', cells }).message;
    expect(part(1)).toContain('(one cell; rows');
    expect(part(2)).toContain('(2 cells of this sheet; rows');
  });

  test('does not repeat an error of any length', () => {
    const { message } = finding('answer.error-value', {}, { field: 'Score', value: '#'.repeat(100_000) });
    expect(message.length).toBeLessThan(300);
  });

  test('shows nothing that moves the cursor of a terminal or changes the direction of the text', () => {
    const hostile = 'a\u009b2J\u202eb\u2066\u200fc';
    for (const found of [
      finding('sheet.renamed', { sheet: hostile, cell: 'A1' }, { expected: '1 Needs', found: hostile }),
      finding('answer.error-value', { sheet: '1 Needs' }, { field: 'Score', value: hostile }),
    ]) {
      expect(findingLine(found)).toContain('a?2J?b??c');
      expect(findingLine(found)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });
});

test('findings have errors when one of them is an error', () => {
  const warning = finding('list.ignored-columns', {}, { columns: ['fax'], unused: [] });
  const error = finding('list.empty', {}, {});
  expect([hasErrors([]), hasErrors([warning]), hasErrors([warning, error])]).toEqual([false, false, true]);
});
