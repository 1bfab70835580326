import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import type { Example } from '../../../src/instrument/model/schema.ts';
import { changed, faultsOf } from '../changedSample.ts';

describe('the worked example', () => {
  const item = (row: Example['items'][string]) =>
    faultsOf(changed({ example: { introduction: 'Made up.', items: { '1.1.1': row }, entries: {} } }));

  test('may answer every kind of field', () => {
    expect(item({ score: 3, evidence: 'Minutes', due: '2024-02-29' })).toEqual([]);
  });

  test.each([
    ['a level that is not on the scale', { score: 4 }],
    ['words for a level', { score: 'Good' }],
    ['a day that is in no calendar', { due: '2023-02-29' }],
    ['a day as people write it', { due: '29/02/2024' }],
    ['a number for a day', { due: 45_000 }],
    ['an empty text', { evidence: ' ' }],
  ])('may not answer with %s', (_what, row) => {
    expect(item(row)).toEqual(['definition.example-answer example 1.1.1']);
  });

  test('chooses from the words of a choice', () => {
    const [section] = needsOutcomesOptions.sections;
    const row = (domain: string) => ({ introduction: 'Made up.', items: {}, entries: { needs: [{ domain }] } });
    expect(section?.key).toBe('needs');
    expect(faultsOf({ ...needsOutcomesOptions, example: row('Housing') })).toEqual([
      'definition.example-answer example needs row 1',
    ]);
    expect(faultsOf({ ...needsOutcomesOptions, example: row('Parenting capacity: stability') })).toEqual([]);
  });

  test('has no more rows than the section', () => {
    const entries = (rows: number) => ({ participants: Array.from({ length: rows }, () => ({ name: 'Somebody' })) });
    const example = (rows: number) => ({ introduction: 'Made up.', items: {}, entries: entries(rows) });
    expect(faultsOf(changed({ example: example(3) }))).toEqual([]);
    expect(faultsOf(changed({ example: example(4) }))).toEqual(['definition.invalid participants']);
  });
});
