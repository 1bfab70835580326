import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changedOptions,
  checkedOptions,
  type GivenOptions,
  type RoundOptions,
  roundOptions,
} from '../../../src/operations/rounds/roundOptions.ts';
import { onlyRound } from '../../../src/operations/rounds/roundsInUse.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

describe('texts of a round', () => {
  test('are put on one line', () => {
    expect(checkedOptions({ marking: ' SAMPLE\n  DATA ', previous: '2025 ' })).toEqual({
      ...{ marking: 'SAMPLE DATA', previous: '2025' },
    });
  });

  test('are left out or removed as they are given', () => {
    const given = { returnTo: false, marking: false, previous: false, branding: false } as const;
    expect([checkedOptions({}), checkedOptions(given)]).toEqual([{}, given]);
  });

  test.each([
    ['an empty marking', { marking: ' ' }],
    ['a marking of more than 200 characters', { marking: 'x'.repeat(201) }],
    ['an empty name of a round', { previous: '' }],
    ['an address that is none', { returnTo: 'the office' }],
    ['two addresses', { returnTo: 'a@region.example, b@region.example' }],
  ] satisfies readonly (readonly [string, GivenOptions])[])('may not be %s', async (_what, given) => {
    expect(await refusedWith(() => checkedOptions(given))).toBe('text.unusable');
  });
});

describe('of an existing round', () => {
  const due = new Date('2026-12-18T12:00:00Z');
  let round: MemoryRound;
  beforeAll(async () => {
    round = await openRound();
    await round.generate({ marking: 'SAMPLE DATA', branding: { name: 'Region' } });
  });
  afterAll(() => round.close());

  const known = async () => (await onlyRound(round.context, { round: '2026' })).round;

  const options = async (given: GivenOptions): Promise<RoundOptions> =>
    roundOptions(round.context.register, { due, ...given }, await known());

  test('what is not given stays unchanged', async () => {
    expect(await options({ marking: 'DRAFT' })).toEqual({
      ...{ due, returnTo: 'returns@region.example', marking: 'DRAFT', branding: { name: 'Region' } },
    });
  });

  test('what is removed is gone', async () => {
    expect(await options({ returnTo: false, marking: false, branding: false })).toEqual({ due });
  });

  test('each change is a finding', async () => {
    const changes = async (given: GivenOptions, at = due) =>
      (await changedOptions(round.context.register, await known(), { ...(await options(given)), due: at })).map(
        ({ facts: { what, from, to } }) => [what, from, to],
      );
    expect(await changes({})).toEqual([]);
    expect(await changes({ marking: false, branding: { name: 'Area' }, previous: '2025' })).toEqual([
      ['marking', 'SAMPLE DATA', null],
      ['earlier round', null, '2025'],
      ['branding', 'Region', 'Area'],
    ]);
    expect(await changes({ returnTo: 'post@region.example' }, new Date('2026-12-21T12:00:00Z'))).toEqual([
      ['deadline', '12:00 (UK time) on Friday 18 December 2026', '12:00 (UK time) on Monday 21 December 2026'],
      ['return address', 'returns@region.example', 'post@region.example'],
    ]);
  });
});

test('a new round has what is given', async () => {
  const round = await openRound();
  const given = { due: new Date('2027-01-15T12:00:00Z'), marking: 'DRAFT', previous: false } as const;
  expect(await roundOptions(round.context.register, given, undefined)).toEqual({ due: given.due, marking: 'DRAFT' });
  await round.close();
});
