import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openWorkplace } from '../../cli/workplace.ts';

const place = openWorkplace();
afterAll(place.remove);

const generate = (partners: string, ...more: readonly string[]): ReturnType<typeof place.scorebook> =>
  place.scorebook(
    'generate',
    'staffordshire-commissioning-practice',
    '--partners',
    partners,
    '--round',
    '2026',
    '--due',
    '2026-12-18',
    '--out',
    place.at('out'),
    ...more,
  );

test('a list that comes with Scorebook is used by its name', async () => {
  const { code, out } = await generate('england-pcts-2010', '--partner', '5E1');
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('1 workbook written') });
});

test('a file of the same name is given with its folder', async () => {
  const file = place.put('sample-region', readFileSync('definitions/partners/england-pcts-2010.csv'));
  expect((await generate(file, '--partner', '5ND')).code).toBe(0);
});

test('a name that is neither lists those that there are', async () => {
  const { code, err } = await generate('sample');
  expect(code).toBe(2);
  expect(err).toContain('Lists that come with Scorebook: england-pcts-2010, sample-region.');
});
