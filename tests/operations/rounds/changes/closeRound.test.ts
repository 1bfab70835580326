import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeRound, reopenRound } from '../../../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../../../src/operations/rounds/changes/extendDeadline.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const close = (at?: string) =>
  closeRound(round.context, {
    round: '2026',
    reason: 'the board meets',
    ...(at === undefined ? {} : { at: new Date(at) }),
  });

const counting = async () => (await round.status()).map(({ counting: one }) => one?.id);

describe('a closed round', () => {
  test('counts what came late and before it was closed, and nothing after that', async () => {
    const late = await round.cameBack('A1', '2026-12-20T09:00:00Z');
    await round.cameBack('A2', '2027-01-16T09:00:00Z');
    await close('2027-01-15T12:00:00Z');
    expect(await counting()).toEqual([late, undefined, undefined, undefined]);
    const [, second] = await round.status();
    expect(second?.returns).toMatchObject([{ late: true, afterClosing: true }]);
  });

  test('counts everything again once it is reopened', async () => {
    const id = await round.cameBack('A2', '2027-01-16T09:00:00Z');
    await close('2027-01-15T12:00:00Z');
    await reopenRound(round.context, { round: '2026', reason: 'one more' });
    expect(await counting()).toEqual([undefined, id, undefined, undefined]);
  });

  test('closes now where no time is given', async () => {
    round.clock.now = new Date('2027-01-15T12:00:00Z');
    expect((await close()).changes).toMatchObject([
      { what: 'closing', before: null, after: '2027-01-15T12:00:00.000Z' },
    ]);
  });

  test('cannot give a partner a deadline after that', async () => {
    await close('2027-01-15T12:00:00Z');
    const request = { round: '2026', partner: ['A1'], due: new Date('2027-01-20T12:00:00Z'), reason: 'ill' };
    expect(await refusedWith(() => extendDeadline(round.context, request))).toBe('deadline.after-closing');
  });
});

describe('what is noticed', () => {
  test('is a return that does not count any more', async () => {
    const id = await round.cameBack('A2', '2027-01-16T09:00:00Z');
    expect((await close('2027-01-15T12:00:00Z')).findings).toMatchObject([
      { code: 'round.closing-excludes', facts: { returns: [`${id} (A2)`] } },
    ]);
  });

  test('is a deadline after the round is closed', async () => {
    await extendDeadline(round.context, {
      ...{ round: '2026', partner: ['A2'], due: new Date('2027-01-08T12:00:00Z'), reason: 'ill' },
    });
    expect((await close('2027-01-04T12:00:00Z')).findings).toMatchObject([
      { code: 'round.closes-early', facts: { partners: ['A2'] } },
    ]);
    expect((await close('2026-12-01T12:00:00Z')).findings).toMatchObject([
      { code: 'round.closes-early', facts: { partners: ['A1', 'A2', 'A3', 'A4'] } },
    ]);
  });
});

test('nothing is recorded where nothing would change', async () => {
  await close('2027-01-15T12:00:00Z');
  expect(await refusedWith(() => close('2027-01-15T12:00:00Z'))).toBe('change.none');
  await reopenRound(round.context, { round: '2026', reason: 'one more' });
  expect(await refusedWith(() => reopenRound(round.context, { round: '2026', reason: 'again' }))).toBe('round.open');
});
