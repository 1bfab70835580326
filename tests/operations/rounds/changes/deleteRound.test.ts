import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../../src/intake/integrity/checkLog.ts';
import { deleteRound } from '../../../../src/operations/rounds/changes/deleteRound.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { recordMessage } from '../../../../src/register/rows/messages.ts';
import type { Message } from '../../../../src/register/tables/schema.ts';
import { roundNames } from '../../../../src/rounds/round/roundStatus.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued, partners } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
  await round.issue('2O26', '2026-12-18T12:00:00Z');
});
afterEach(() => round.close());

const remove = (more: { readonly althoughSent?: boolean; readonly instrument?: string } = {}) =>
  deleteRound(round.context, { round: '2O26', ...more });

const message = (state: Message['state']) =>
  recordMessage(
    round.context.register,
    { round: '2O26', instrument: 'sample', partner: 'A1', kind: 'sending', about: 'w' },
    { message_id: `<${state}@region.example>`, recipient: 'a1@ash.example' },
    { state, detail: null, at: round.clock.now },
  );

describe('a round to which nothing came back', () => {
  test('is deleted with everything of it, and the log proves it', async () => {
    await withdrawPartner(round.context, { round: '2O26', partner: ['A3'], reason: 'dissolved' });
    await undoChanges(round.context, [1], 'a mistake');
    await message('drafted');
    expect((await remove()).rounds).toMatchObject([{ round: '2O26', instrument: 'sample' }]);
    expect(await roundNames(round.context.register)).toEqual(['2026']);
    expect(await checkLog(round.context.register)).toEqual([]);
  });

  test('may be made again', async () => {
    await remove();
    await round.issue('2O26', '2026-12-18T12:00:00Z', partners);
    expect(await roundNames(round.context.register)).toEqual(['2026', '2O26']);
    expect(await checkLog(round.context.register)).toEqual([]);
  });

  test('is deleted although it was sent, where that is asked for', async () => {
    await message('sent');
    expect(await refusedWith(() => remove())).toBe('round.was-sent');
    await remove({ althoughSent: true });
    expect(await roundNames(round.context.register)).toEqual(['2026']);
  });
});

describe('nothing is deleted', () => {
  afterEach(async () => expect(await roundNames(round.context.register)).toContain('2O26'));

  test('where something came back', async () => {
    await round.cameBack('A1', '2026-12-01T09:00:00Z', '2O26');
    expect(await refusedWith(() => remove({ althoughSent: true }))).toBe('round.has-returns');
  });

  test('where another round shows it', async () => {
    await round.context.register.db
      .updateTable('round')
      .set({ previous: '2O26' })
      .where('round', '=', '2026')
      .execute();
    expect(await refusedWith(() => remove())).toBe('round.is-shown');
  });

  test('of a round or instrument that is not there', async () => {
    expect(await refusedWith(() => deleteRound(round.context, { round: '2062' }))).toBe('round.unknown');
    expect(await refusedWith(() => remove({ instrument: 'other' }))).toBe('instrument.not-in-round');
  });
});
