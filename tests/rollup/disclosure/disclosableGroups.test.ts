import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosableGroups } from '../../../src/rollup/disclosure/disclosableGroups.ts';

const described = (sizes: Readonly<Record<string, number>>, ungrouped = 0): readonly string[] =>
  [...disclosableGroups(new Map(Object.entries(sizes)), 3, ungrouped)].sort();

test.each([
  ['all are large enough', { North: 3, South: 4 }, 0, ['North', 'South']],
  ['two small ones are enough together', { North: 5, East: 2, West: 1 }, 0, ['North']],
  ['one small one needs the next smallest beside it', { North: 5, East: 2, South: 4 }, 0, ['North']],
  ['nothing is left to show', { North: 5, East: 2 }, 0, []],
  ['a group in which nobody returned leaves nobody over', { North: 5, East: 0 }, 0, ['North']],
  ['those without a group are left over, too', { North: 5, South: 3 }, 1, ['North']],
])('%s', (_case, sizes, ungrouped, expected) => {
  expect(described(sizes, ungrouped)).toEqual(expected);
});

test('no group that is shown, and no remainder of the total, has one or two', () => {
  const sizes = fc.dictionary(fc.string(), fc.nat(9));
  fc.assert(
    fc.property(sizes, fc.nat(4), (groups, ungrouped) => {
      const open = disclosableGroups(new Map(Object.entries(groups)), 3, ungrouped);
      const left = Object.entries(groups).filter(([group]) => !open.has(group));
      const together = left.reduce((sum, [, size]) => sum + size, ungrouped);
      expect(Object.entries(groups).filter(([group, size]) => open.has(group) && size < 3)).toEqual([]);
      // If everybody is merged, nothing is shown that could be subtracted.
      if (open.size > 0) expect(together === 0 || together >= 3).toBe(true);
    }),
  );
});
