import { expect, test } from 'vitest';
import { groupsOf } from '../../../src/rollup/load/groups.ts';

const result = (
  code: string,
  more: { readonly kind?: string; readonly regionCode?: string; readonly regionName?: string },
) => ({
  partner: { code, name: `Partner ${code}`, ...more },
});
const shape = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ label, partners }) => [label, partners.map(({ partner }) => partner.code).join(' ')]);

test('groups are sorted by name, and partners without one come last', () => {
  const results = [
    result('X01', {}),
    result('X02', { kind: 'Trust' }),
    result('X03', { kind: 'Council' }),
    result('X04', { kind: 'Trust' }),
  ];
  expect(shape(groupsOf(results, 'kind'))).toEqual([
    ['Council', 'X03'],
    ['Trust', 'X02 X04'],
    ['[w]', 'X01'],
  ]);
});

test('without partners there is no group', () => {
  expect(groupsOf([], 'region')).toEqual([]);
});

test('partners of a region are one group', () => {
  const region = { regionCode: 'Q1', regionName: 'Sample Region' };
  expect(shape(groupsOf([result('X01', region), result('X02', region)], 'region'))).toEqual([
    ['Sample Region', 'X01 X02'],
  ]);
});
