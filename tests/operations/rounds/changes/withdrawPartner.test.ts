import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringBackPartner, withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { roundsNamed, wholeStatus } from '../../../../src/rounds/round/roundStatus.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const withdraw = (...partner: readonly string[]) =>
  withdrawPartner(round.context, { round: '2026', partner, reason: 'dissolved' });
const bringBack = (...partner: readonly string[]) =>
  bringBackPartner(round.context, { round: '2026', partner, reason: 'after all' });
const codes = async () => (await round.status()).map(({ partner }) => partner.code);

describe('a partner that was withdrawn', () => {
  test('takes no part, and what it returned is still there', async () => {
    await round.cameBack('A3', '2026-12-01T09:00:00Z');
    await withdraw('A3');
    expect(await codes()).toEqual(['A1', 'A2', 'A4']);
    const [own] = await roundsNamed(round.context.register, '2026');
    const { departed } = own === undefined ? { departed: [] } : await wholeStatus(round.context.register, own);
    expect(departed).toMatchObject([
      { partner: { code: 'A3' }, departure: { successors: [], change: { reason: 'dissolved', by: 'jo' } } },
    ]);
    expect(departed[0]?.returns).toHaveLength(1);
  });

  test('takes part again once it is brought back', async () => {
    await withdraw('A1', 'A3');
    await bringBack('A3');
    expect(await codes()).toEqual(['A2', 'A3', 'A4']);
  });
});

describe('nothing is recorded', () => {
  test('for one that has left already, or was never there', async () => {
    await withdraw('A3');
    expect(await refusedWith(() => withdraw('A1', 'A3'))).toBe('partner.departed');
    expect(await refusedWith(() => withdraw('A1', 'A9'))).toBe('partner.unknown');
    expect(await codes()).toEqual(['A1', 'A2', 'A4']);
  });

  test('where one that takes part would be brought back', async () => {
    await withdraw('A3');
    expect(await refusedWith(() => bringBack('A3', 'A1'))).toBe('partner.not-departed');
    expect(await codes()).toEqual(['A1', 'A2', 'A4']);
  });
});
