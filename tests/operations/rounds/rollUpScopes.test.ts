import { beforeAll, describe, expect, test } from 'vitest';
import { rollUpScopes, type WantedScope } from '../../../src/operations/rounds/rollUpScopes.ts';
import { onlyRound } from '../../../src/operations/rounds/roundsInUse.ts';
import { loadRollUp, type RollUp } from '../../../src/rollup/load/rollUp.ts';
import { openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

let rollUp: RollUp;
beforeAll(async () => {
  const { context, close } = await openRound();
  const { instrument, round } = await onlyRound(context, { round: '2026' });
  rollUp = await loadRollUp(context.register, instrument, round);
  await close();
});

/** Each roll-up as the code of its region and those of its partners. */
const scopes = (wanted: WantedScope, of: RollUp = rollUp) =>
  rollUpScopes(of, wanted).map(({ region, rollUp: { partners } }) => [
    region?.code,
    partners.map(({ partner }) => partner.code),
  ]);

const north = ['XN', ['X01', 'X02']];
const all = [undefined, ['X01', 'X02', 'X03']];

describe('the roll-ups that are wanted', () => {
  test('are one of all partners', () => {
    expect(scopes({})).toEqual([all]);
  });

  test.each(['XN', 'xn', 'North'])('are one of a region, by its code or its name: %s', (region) => {
    expect(scopes({ region })).toEqual([north]);
  });

  test('are one of all and one of each region', () => {
    expect(scopes({ all: true })).toEqual([all, north, ['XS', ['X03']]]);
  });

  test.each(['region', 'area', 'kind'] as const)('may compare by %s what the list of partners gives', (by) => {
    expect(scopes({ by })).toEqual([all]);
  });
});

describe('is refused', () => {
  test.each([
    ['a region that there is not', { region: 'XX' }, 'region.unknown'],
    ['one region and every one', { region: 'XN', all: true }, 'region.one-or-all'],
  ] as const)('%s', async (_what, wanted, code) => {
    expect(await refusedWith(() => scopes(wanted))).toBe(code);
  });

  test('a comparison by what the list gives of nobody', async () => {
    const plain = {
      ...rollUp,
      partners: rollUp.partners.map((one) => ({ ...one, partner: { code: 'X', name: 'X' } })),
    };
    for (const by of ['region', 'area', 'kind'] as const) {
      expect(await refusedWith(() => scopes({ by }, plain))).toBe('group.unknown');
    }
  });
});
