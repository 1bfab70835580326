import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ran } from '../../../cli/workplace.ts';
import { openTwoRegions, type TwoRegions, withClient } from '../twoRegions.ts';

/** What cannot be granted. */
let regions: TwoRegions;
beforeAll(async () => {
  regions = await openTwoRegions();
}, 120_000);
afterAll(() => regions.place.remove());

const grant = (...args: readonly string[]): Promise<Ran> => regions.command('register', 'grant', ...args);
const grantTo = (user: string, region = 'Q30'): Promise<Ran> =>
  grant(user, '--region', region, '--read', '--register', regions.owner);

async function expectRefused(ran: Promise<Ran>, problem: string): Promise<void> {
  const { code, out, err } = await ran;
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(problem)]);
}

test('a region that the register does not have', async () => {
  const known = 'The register has no region "Q31". There are: Q-40 (South), Q30 (North).';
  await expectRefused(grantTo('ann', 'Q31'), known);
  await expectRefused(grantTo('ann', "Q30' or true --"), 'has no region');
});

test('a register in a file', async () => {
  const { north, command } = regions;
  const cure = 'Who may read the file of a register sees all of it. To grant a region, copy it';
  await expectRefused(grant('ann', '--region', 'Q30', '--read', '--register', north), cure);
  await expectRefused(grant('--list', '--register', north), cure);
  await expectRefused(command('register', 'revoke', 'ann', '--register', north), cure);
});

test('an incomplete command', async () => {
  const { owner } = regions;
  await expectRefused(grant('--register', owner), 'Which user?');
  await expectRefused(grant('ann', '--register', owner), 'Which region?');
  await expectRefused(
    grant('ann', '--region', 'Q30', '--region', 'Q-40', '--register', owner),
    'Grant one region after the other',
  );
  await expectRefused(grant('ann', '--list', '--register', owner), 'leave "ann" out');
});

describe('the name of a user', () => {
  test.each([
    ['', 'is empty'],
    [' ', 'is empty'],
    ['a'.repeat(64), 'at most 63 bytes, and this one has 64'],
    ['é'.repeat(32), 'at most 63 bytes, and this one has 64'],
    ['a\nb', 'allows no user "a?b"'],
    ['public', 'allows no user "public"'],
    ['none', 'allows no user "none"'],
    ['pg_read_all_data', 'allows no user "pg_read_all_data"'],
  ])('%j cannot be used', (user, problem) => expectRefused(grantTo(user), problem));

  test.each([`a"b'c;d ${process.pid}`, `Zoë ${process.pid}`, `${process.pid}${'a'.repeat(63)}`.slice(0, 63)])(
    '%j can',
    async (user) => {
      expect(await grantTo(user)).toMatchObject({
        ...{ code: 0, err: '' },
        out: expect.stringContaining(`\\password "${user.replaceAll('"', '""')}"\n`),
      });
      const status = await regions.command('status', '--round', '2026', '--register', regions.as(user));
      expect(status).toMatchObject({ code: 0, out: expect.stringContaining('2 of 2') });
    },
  );
});

describe('a user who sees everything', () => {
  const named = (name: string): string => `${name}_${process.pid}`;
  beforeAll(() =>
    withClient(regions.as('postgres'), async (client) => {
      await client.query(`create role ${named('exempt')} login bypassrls`);
      await client.query(`create role ${named('colleague')} login in role owner_${regions.schema}`);
    }),
  );

  test.each([
    ['the owner of the register', () => `owner_${regions.schema}`, 'is owner of the register'],
    ['a superuser', () => 'postgres', 'is superuser, or exempt from row-level security'],
    ['one who is exempt', () => named('exempt'), 'is superuser, or exempt from row-level security'],
    ['a member of the owner', () => named('colleague'), 'is a member of owner_'],
  ])('%s', (_, user, problem) => expectRefused(grantTo(user()), problem));

  test('a member of the owner goes on to see it', async () => {
    expect(await grantTo(`dan_${process.pid}`)).toMatchObject({ code: 0 });
    const colleague = regions.as(named('colleague'));
    expect(await regions.command('status', '--round', '2026', '--register', colleague)).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 of 4'),
    });
  });
});

test('a user who may not make users', async () => {
  const { as, schema, owner } = regions;
  await withClient(as('postgres'), (client) => client.query(`alter role owner_${schema} nocreaterole`));
  await expectRefused(grantTo('eve'), `There is no user "eve", and owner_${schema} may not make one.`);
  // The administrator made it.
  await withClient(as('postgres'), (client) => client.query(`create role eve_${process.pid} login`));
  const granted = await grant(`eve_${process.pid}`, '--region', 'Q30', '--read', '--register', owner);
  expect(granted).toMatchObject({ code: 0, out: `eve_${process.pid} may read region Q30\n` });
});
