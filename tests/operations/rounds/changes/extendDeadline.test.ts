import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ExtendRequest, extendDeadline } from '../../../../src/operations/rounds/changes/extendDeadline.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const extend = (changes: Partial<ExtendRequest> = {}) =>
  extendDeadline(round.context, {
    ...{ round: '2026', partner: ['A2'], due: new Date('2026-12-23T12:00:00Z'), reason: 'asked for by telephone' },
    ...changes,
  });

const lateness = async () =>
  (await round.status()).map(({ partner: { code }, counting }) => [code, counting?.late ?? 'none']);

describe('an extension', () => {
  test('is one partner’s, and the others keep their deadline', async () => {
    await round.cameBack('A1', '2026-12-20T09:00:00Z');
    await round.cameBack('A2', '2026-12-20T09:00:00Z');
    await extend();
    expect(await lateness()).toEqual([
      ['A1', true],
      ['A2', false],
      ['A3', 'none'],
      ['A4', 'none'],
    ]);
  });

  test('lets a correction count that came before it', async () => {
    await round.cameBack('A2', '2026-12-17T09:00:00Z');
    const second = await round.cameBack('A2', '2026-12-20T09:00:00Z');
    const counting = async () => (await round.status())[1]?.counting?.id;
    expect(await counting()).not.toBe(second);
    const { changes } = await extend();
    expect(await counting()).toBe(second);
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect(await counting()).not.toBe(second);
  });

  test('is recorded with who made it, when and why', async () => {
    expect((await extend()).changes).toMatchObject([
      {
        ...{ round: '2026', instrument: 'sample', partner: 'A2', what: 'extension', before: null },
        ...{ after: '2026-12-23T12:00:00.000Z', by: 'jo', reason: 'asked for by telephone', at: round.clock.now },
      },
    ]);
  });

  test('names the workbook that says another deadline, with the command that renews it', async () => {
    const { findings } = await extend();
    expect(findings).toMatchObject([
      { code: 'round.other-deadline', place: { key: 'A2' }, facts: { code: 'A2', round: '2026' } },
    ]);
    expect(findings[0]?.message).toContain('"scorebook generate --round 2026 --partner A2"');
  });

  test('at a weekend is noticed', async () => {
    const { findings } = await extend({ due: new Date('2027-01-09T12:00:00Z') });
    expect(findings.map(({ code }) => code)).toEqual(['round.due-day-off', 'round.other-deadline']);
  });

  test('counts while it is later than the deadline of the round', async () => {
    await extend();
    await round.issue('2026', '2027-01-08T12:00:00Z');
    await round.cameBack('A2', '2027-01-04T09:00:00Z');
    expect((await lateness())[1]).toEqual(['A2', false]);
    expect((await round.status())[1]?.extension).toBeUndefined();
  });

  test('to the deadline of the round is none', async () => {
    await extend();
    await extend({ due: new Date('2026-12-18T12:00:00Z') });
    expect((await round.status())[1]?.extension).toBeUndefined();
  });

  test('is for each instrument of the round', async () => {
    await round.issue('2026', '2026-12-18T12:00:00Z', undefined, 'second');
    const context = {
      ...round.context,
      instruments: ['sample', 'second'].flatMap((key) => round.context.instruments.map((one) => ({ ...one, key }))),
    };
    const request = { round: '2026', partner: ['A2'], due: new Date('2026-12-23T12:00:00Z'), reason: 'late' };
    const { changes } = await extendDeadline(context, request);
    expect(changes.map(({ instrument }) => instrument)).toEqual(['sample', 'second']);
  });
});

describe('nothing is recorded', () => {
  const count = async () => (await round.context.register.db.selectFrom('round_change').select('id').execute()).length;
  afterEach(async () => expect(await count()).toBe(0));

  test.each([
    ['for a deadline that has passed', { due: new Date('2026-11-19T12:00:00Z') }, 'deadline.past'],
    ['for one before that of the round', { due: new Date('2026-12-11T12:00:00Z') }, 'deadline.before-round'],
    ['for the deadline that the partner has', { due: new Date('2026-12-18T12:00:00Z') }, 'change.none'],
    ['for a partner that is not there', { partner: ['A2', 'A9'] }, 'partner.unknown'],
    ['for a round that is not there', { round: '2062' }, 'round.unknown'],
    ['without a reason', { reason: ' ' }, 'text.unusable'],
  ] as const)('%s', async (_what, changes, code) => {
    expect(await refusedWith(() => extend(changes))).toBe(code);
  });
});
