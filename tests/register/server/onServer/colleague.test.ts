import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, openTwoRegions, type TwoRegions, withClient } from '../twoRegions.ts';

/** Colleagues of the owner, who see all: what they are the first to make is the owner's. */
let regions: TwoRegions;
beforeAll(async () => {
  regions = await openTwoRegions();
}, 120_000);
afterAll(() => regions.place.remove());

describe.each(['a member of the owner', 'a superuser'])('%s', (kind) => {
  const user = kind === 'a superuser' ? 'postgres' : `fellow_${process.pid}`;
  let colleague: string;
  beforeAll(async () => {
    const { as, schema } = regions;
    await withClient(as('postgres'), async (client) => {
      if (user !== 'postgres') await client.query(`create role ${user} login in role owner_${schema}`);
      await client.query(`drop schema if exists ${schema}_queue cascade`);
      await client.query('drop view if exists own_key');
    });
    colleague = as(user);
  });

  test('queues files that the owner sees, and imports', async () => {
    const { command, owner, place } = regions;
    await done(command('import', '--queue', place.at('all.db-returns-2026'), '--register', colleague));
    expect((await command('status', '--queue', '--register', owner)).out).toMatch(/^3 files waiting/);
    expect((await command('work', '--until-empty', '--register', owner)).out).toContain('3 files read');
    expect((await command('status', '--queue', '--register', colleague)).out).toBe('Nothing waits to be imported\n');
  });

  test('grants a region, and the owner another', async () => {
    const { command, owner, as } = regions;
    const reader = `reader_${user}_${process.pid}`;
    await done(command('register', 'grant', reader, '--region', 'Q30', '--read', '--register', colleague));
    await done(command('register', 'grant', reader, '--region', 'Q-40', '--read', '--register', owner));
    expect((await command('status', '--round', '2026', '--register', as(reader))).out).toContain('3 of 4');
    await done(command('register', 'revoke', reader, '--register', colleague));
  });
});
