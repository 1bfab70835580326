import { expect, test } from 'vitest';
import { readLevel } from '../../src/response/readLevel.ts';
import { processorMs } from '../tools/processorMs.ts';

const scale = {
  key: 'effect',
  title: 'Effect',
  options: [
    { level: 1, label: 'Weak - poor', meaning: '' },
    { level: 2, label: 'Fair', meaning: '' },
  ],
};

test.each([
  ['1 - Weak - poor', 1],
  ['weak - poor', 1],
  ['Level: 2', 2],
  ['2 (Fair)', 2],
  ['1 Fair', undefined],
  ['Fair 1', undefined],
  ['Fairly', undefined],
  ['22', undefined],
  ['-2', undefined],
  ['2.5', undefined],
  ['', undefined],
])('%j is level %j', (typed, level) => {
  expect(readLevel(scale, typed)).toBe(level);
});

test('where labels are chosen, figures mean nothing', () => {
  const byLabel = { ...scale, chosenBy: 'label' as const };
  expect([readLevel(byLabel, 'FAIR'), readLevel(byLabel, '2')]).toEqual([2, undefined]);
});

test('endless figures cost no time', async () => {
  const typed = `${'1'.repeat(32_766)}x`;
  expect(await processorMs(() => expect(readLevel(scale, typed)).toBeUndefined())).toBeLessThan(500);
});
