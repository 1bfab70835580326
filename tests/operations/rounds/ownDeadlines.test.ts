import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extendDeadline } from '../../../src/operations/rounds/changes/extendDeadline.ts';
import { ownDeadlines } from '../../../src/operations/rounds/ownDeadlines.ts';
import { roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { refusedWith } from '../refusedWith.ts';
import { type IssuedRound, openIssued, partners } from './changes/issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
  await extendDeadline(round.context, {
    ...{ round: '2026', partner: ['A2'], due: new Date('2026-12-22T12:00:00Z'), reason: 'ill' },
  });
});
afterEach(() => round.close());

const own = async (due?: string, changeDue = false) => {
  const [before] = await roundsNamed(round.context.register, '2026');
  const roundDue = new Date('2026-12-18T12:00:00Z');
  const given = { before, roundDue, due: due === undefined ? undefined : new Date(due), changeDue };
  return ownDeadlines(round.context.register, given, partners.slice(0, 2), round.clock.now);
};

const days = ({ dues }: { readonly dues: ReadonlyMap<string, Date> }) =>
  [...dues].map(([code, due]) => [code, due.toISOString().slice(8, 10)]);

describe('partners keep their deadlines', () => {
  test('where none is given', async () => {
    const kept = await own();
    expect([days(kept), kept.extended, kept.findings]).toEqual([
      [
        ['A1', '18'],
        ['A2', '22'],
      ],
      [],
      [],
    ]);
  });

  test('where another is given and that was not asked for', async () => {
    expect(await refusedWith(() => own('2026-12-23T12:00:00Z'))).toBe('deadline.not-to-be-changed');
    // Not even where it is that of the round.
    expect(await refusedWith(() => own('2026-12-18T12:00:00Z'))).toBe('deadline.not-to-be-changed');
  });
});

describe('partners get another deadline', () => {
  test('where that is asked for, each with a finding', async () => {
    const moved = await own('2026-12-23T12:00:00Z', true);
    expect([days(moved), moved.extended]).toEqual([
      [
        ['A1', '23'],
        ['A2', '23'],
      ],
      ['A1', 'A2'],
    ]);
    expect(moved.findings.map(({ code, place }) => [code, place.key])).toEqual([
      ['round.own-deadline', 'A1'],
      ['round.own-deadline', 'A2'],
    ]);
  });

  test('also that of the round again', async () => {
    const moved = await own('2026-12-18T12:00:00Z', true);
    expect([days(moved), moved.extended]).toEqual([
      [
        ['A1', '18'],
        ['A2', '18'],
      ],
      ['A2'],
    ]);
  });

  test('but not one before that of the round', async () => {
    expect(await refusedWith(() => own('2026-12-11T12:00:00Z', true))).toBe('deadline.before-round');
  });
});
