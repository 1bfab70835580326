import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeRound } from '../../../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../../../src/operations/rounds/changes/extendDeadline.ts';
import { listRounds } from '../../../../src/operations/rounds/changes/listRounds.ts';
import { showRound } from '../../../../src/operations/rounds/changes/showRound.ts';
import { withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

describe('the rounds of a register', () => {
  test('are listed with how far they have come', async () => {
    await round.issue('2025', '2025-12-19T12:00:00Z');
    await round.issue('2024', '2024-12-20T12:00:00Z');
    await closeRound(round.context, { round: '2024', reason: 'over' });
    await round.cameBack('A1', '2026-12-01T09:00:00Z');
    await withdrawPartner(round.context, { round: '2026', partner: ['A3'], reason: 'dissolved' });
    const rounds = await listRounds(round.context);
    expect(
      rounds.map(({ round: name, state, partners, returned, departed }) => [name, state, partners, returned, departed]),
    ).toEqual([
      ['2024', 'closed', 4, 0, 0],
      ['2025', 'past due', 4, 0, 0],
      ['2026', 'open', 3, 1, 1],
    ]);
  });
});

describe('a round', () => {
  test('is shown with who left it, who has a later deadline, and every change', async () => {
    await withdrawPartner(round.context, { round: '2026', partner: ['A3'], reason: 'dissolved' });
    await extendDeadline(round.context, {
      ...{ round: '2026', partner: ['A2'], due: new Date('2026-12-23T12:00:00Z'), reason: 'ill' },
    });
    const [shown] = await showRound(round.context, { round: '2026' });
    expect(shown).toMatchObject({
      state: 'open',
      round: { due: new Date('2026-12-18T12:00:00Z') },
      partners: [{ partner: { code: 'A1' } }, { extension: { reason: 'ill' } }, {}],
      departed: [{ partner: { code: 'A3' } }],
      changes: [{ what: 'successors' }, { what: 'extension' }],
      findings: [{ code: 'round.other-deadline', place: { key: 'A2' } }],
    });
  });

  test('that is not there is refused', async () => {
    expect(await refusedWith(() => showRound(round.context, { round: '2062' }))).toBe('round.unknown');
  });
});
