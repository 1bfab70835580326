import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { needsOutcomesOptions as instrument } from '../../definitions/needs-outcomes-options.ts';
import { fillIn } from '../tools/fillIn.ts';
import { openWorkplace } from './workplace.ts';

const place = openWorkplace();
afterAll(place.remove);

test('answers that match a name at every letter are read in seconds, not minutes', { timeout: 60_000 }, async () => {
  const due = ['--round', '2026', '--due', '2026-12-18', '--out', place.at('out')];
  await place.scorebook('generate', instrument.key, '--partners', 'sample-region', '--partner', 'X01', ...due);
  const issued = readFileSync(place.at('out', `${instrument.key}_2026_X01.xlsx`));
  const pumps = ["A'", '\ufdfa', "Ab'Cd ", 'born ', 'AB '];
  const cells = Array.from({ length: 20 }, (_, index) => {
    const pump = pumps[index % pumps.length] ?? '';
    return { sheet: 'Needs', row: 5 + index, column: 5, value: pump.repeat(32_000 / pump.length) };
  });
  const file = place.put('return.xlsx', fillIn(issued, cells));
  const start = process.cpuUsage();
  const { out } = await place.scorebook('import', file);
  const { user } = process.cpuUsage(start);
  expect(out).toContain('accepted');
  // It takes a second; with words of any length it took more than a minute.
  expect(user / 1e6).toBeLessThan(15);
});
