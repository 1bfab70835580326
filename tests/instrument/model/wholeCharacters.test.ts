import { describe, expect, test } from 'vitest';
import { changed, faultsOf, findingsIn, withItem } from '../changedSample.ts';

describe('half a character, which no workbook can hold,', () => {
  const half = 'Plan \ud83d of action';
  const rule = 'take out what is only half a character, such as \\ud83d, or write the whole one.';

  test.each<[string, unknown, string]>([
    ['in the words of a question', withItem('1.1.1', { question: half }), 'sections.0.activities.0.items.0.question'],
    ['in a title', changed({ title: half }), 'title'],
    [
      'in a table for reference',
      changed({
        references: [{ key: 'r', title: 'R', shortTitle: 'R', introduction: 'I', columns: ['A'], rows: [[half]] }],
      }),
      'references.0.rows.0.0',
    ],
    ['in branding', changed({ branding: { name: half } }), 'branding.name'],
  ])('%s is an error', (_where, definition, path) => {
    expect(findingsIn(definition).map(({ message }) => message)).toEqual([
      `${path} is "Plan \\ud83d of action": ${rule}`,
    ]);
  });

  test('is one in an address too', () => {
    const resources = [{ key: 'w', title: 'W', entries: [{ title: 'Plan', link: 'https://a.example/\ud83d' }] }];
    expect(faultsOf(changed({ resources }))).toEqual(['definition.invalid w']);
  });

  test('is one only without its other half', () => {
    expect(faultsOf(withItem('1.1.1', { question: 'Plan \ud83d\ude00 of action' }))).toEqual([]);
  });
});
