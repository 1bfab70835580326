import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../../src/intake/integrity/checkLog.ts';
import { changePartner } from '../../../../src/operations/rounds/changes/changePartner.ts';
import { closeRound, reopenRound } from '../../../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../../../src/operations/rounds/changes/extendDeadline.ts';
import { mergePartner } from '../../../../src/operations/rounds/changes/mergePartner.ts';
import { renameRound } from '../../../../src/operations/rounds/changes/renameRound.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { bringBackPartner, withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { Refusal } from '../../../../src/refusal.ts';
import { loadChanges } from '../../../../src/rounds/changes/loadChanges.ts';
import { roundNames, roundsNamed, wholeStatus } from '../../../../src/rounds/round/roundStatus.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const codes = async () => (await round.status()).map(({ partner }) => partner.code);
const withdraw = (partner: string) =>
  withdrawPartner(round.context, { round: '2026', partner: [partner], reason: 'dissolved' });
const undo = (...ids: readonly number[]) => undoChanges(round.context, ids, 'a mistake');

describe('a change that is undone', () => {
  test('is as if it had never been made, and is still listed', async () => {
    const { changes } = await withdraw('A3');
    const undone = await undo(changes[0]?.id ?? 0);
    expect(await codes()).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(undone.changes).toMatchObject([{ partner: 'A3', undone: { id: 2, by: 'jo', reason: 'a mistake' } }]);
  });

  test('is made again where its undoing is undone', async () => {
    await withdraw('A3');
    await undo(1);
    await undo(2);
    expect(await codes()).toEqual(['A1', 'A2', 'A4']);
    await undo(3);
    expect(await codes()).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  test('leaves a later one of the same kind', async () => {
    const extend = (due: string) =>
      extendDeadline(round.context, { round: '2026', partner: ['A1'], due: new Date(due), reason: 'late' });
    const deadline = async () => (await round.status())[0]?.extension?.after;
    await extend('2026-12-21T12:00:00Z');
    await extend('2026-12-23T12:00:00Z');
    await undo(1);
    expect(await deadline()).toBe('2026-12-23T12:00:00.000Z');
    await undo(2);
    expect(await deadline()).toBeUndefined();
    await undo(3);
    expect(await deadline()).toBe('2026-12-21T12:00:00.000Z');
  });

  test('may be one that generate made', async () => {
    await round.issue('2026', '2027-01-08T12:00:00Z');
    await undo(1);
    expect(await roundsNamed(round.context.register, '2026')).toMatchObject([
      { due: new Date('2026-12-18T12:00:00Z') },
    ]);
  });
});

describe('a round of several instruments that was renamed', () => {
  const due = '2026-12-18T12:00:00Z';
  const names = async () =>
    Object.fromEntries(
      await Promise.all(
        (await roundNames(round.context.register)).map(async (name) => [
          name,
          (await roundsNamed(round.context.register, name)).map(({ instrument }) => instrument),
        ]),
      ),
    );
  const rename = (name: string, to: string) =>
    renameRound(round.context, { round: name, name: to, reason: 'two in a year' });

  test.each([0, 1])('has its earlier name again as a whole, by whichever of its numbers: %i', async (which) => {
    await round.issue('2026', due, undefined, 'other');
    const { changes } = await rename('2026', 'Winter');
    expect(changes).toHaveLength(2);
    const undone = await undo(changes[which]?.id ?? 0);
    expect(await names()).toEqual({ 2026: ['other', 'sample'] });
    expect(undone.changes.map(({ id, undone: by }) => [id, by !== undefined])).toEqual(
      changes.map(({ id }) => [id, true]),
    );
    const [again] = undone.changes.map((change) => change.undone?.id ?? 0);
    await undo(again ?? 0);
    expect(await names()).toEqual({ Winter: ['other', 'sample'] });
    expect(await checkLog(round.context.register)).toEqual([]);
  });

  test('takes all its numbers at once too', async () => {
    await round.issue('2026', due, undefined, 'other');
    const { changes } = await rename('2026', 'Winter');
    await undo(...changes.map(({ id }) => id));
    expect(await names()).toEqual({ 2026: ['other', 'sample'] });
  });

  test('is not parted from an instrument that it got later', async () => {
    const { changes } = await rename('2026', 'Winter');
    await round.issue('Winter', due, undefined, 'other');
    expect(await refusedWith(() => undo(changes[0]?.id ?? 0))).toBe('change.parts-round');
    await rename('Winter', 'Spring');
    await undo(changes[0]?.id ?? 0);
    const last = await loadChanges(round.context.register, { round: 'Spring', instrument: 'other' });
    expect(await refusedWith(() => undo(last[0]?.id ?? 0))).toBe('change.parts-round');
    expect(await names()).toEqual({ Spring: ['other', 'sample'] });
  });
});

describe('nothing is undone', () => {
  test('for a number that is not there, or is undone already, among others', async () => {
    await withdraw('A3');
    await withdraw('A4');
    expect(await refusedWith(() => undo(1, 9))).toBe('change.unknown');
    await undo(1);
    expect(await refusedWith(() => undo(2, 1))).toBe('change.undone');
    expect(await codes()).toEqual(['A1', 'A2', 'A3']);
  });

  test('where the earlier name is now that of another round', async () => {
    await renameRound(round.context, { round: '2026', name: '2027', reason: 'mistyped' });
    await round.issue('2026', '2026-12-18T12:00:00Z');
    expect(await refusedWith(() => undo(1))).toBe('round.name-taken');
  });
});

/** What somebody may do to a round: the codes, times and names are drawn. */
const steps = (code: string, other: string, day: number, name: string) => {
  const why = { reason: 'why not' };
  const time = new Date(Date.UTC(2026, 11, 18 + day, 12));
  return [
    (own: string) => extendDeadline(round.context, { round: own, partner: [code], due: time, ...why }),
    (own: string) => withdrawPartner(round.context, { round: own, partner: [code], ...why }),
    (own: string) => bringBackPartner(round.context, { round: own, partner: [code], ...why }),
    (own: string) => mergePartner(round.context, { round: own, partner: [code], into: [other], ...why }),
    (own: string) => changePartner(round.context, { round: own, partner: code, name, ...why }),
    (own: string) => changePartner(round.context, { round: own, partner: code, email: false, ...why }),
    (own: string) => closeRound(round.context, { round: own, at: time, ...why }),
    (own: string) => reopenRound(round.context, { round: own, ...why }),
    (own: string) => renameRound(round.context, { round: own, name, ...why }),
    async (own: string) => {
      await round.issue(own, time.toISOString());
    },
    (_own: string) => undoChanges(round.context, [day + 1], 'a mistake'),
  ];
};

/** Everything of the rounds that is not the record of changes. */
async function everything(): Promise<unknown> {
  const { register } = round.context;
  const { db } = register;
  const rounds = (await Promise.all((await roundNames(register)).map((name) => roundsNamed(register, name)))).flat();
  return {
    rows: [
      await db.selectFrom('round').selectAll().execute(),
      await db.selectFrom('partner').selectAll().orderBy('code').execute(),
    ],
    statuses: await Promise.all(rounds.map((one) => wholeStatus(register, one))),
  };
}

const refusals = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return false;
  } catch (failure) {
    if (failure instanceof Refusal) return true;
    throw failure;
  }
};

/** Undoes all changes, those that are possible in a drawn order first. */
async function undoAll(order: readonly number[]): Promise<void> {
  for (;;) {
    const [name = ''] = await roundNames(round.context.register);
    const open = (await loadChanges(round.context.register, { round: name })).filter(
      ({ undone }) => undone === undefined,
    );
    if (open.length === 0) return;
    const wanted = open.toSorted((a, b) => (order[a.id % order.length] ?? 0) - (order[b.id % order.length] ?? 0));
    let done = 0;
    for (const { id } of wanted) if (!(await refusals(() => undo(id)))) done += 1;
    if (done === 0) throw new Error(`None of ${open.map(({ id }) => id).join(', ')} can be undone`);
  }
}

test('doing and undoing any changes gives the round as before', async () => {
  const code = fc.constantFrom('A1', 'A2', 'A3');
  const step = fc.tuple(fc.nat(10), code, code, fc.integer({ min: -2, max: 9 }), fc.constantFrom('2026', '2027', 'B'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 14 }),
      fc.array(fc.nat(99), { minLength: 5, maxLength: 9 }),
      async (drawn, order) => {
        await round.close();
        round = await openIssued();
        await round.cameBack('A1', '2026-12-17T09:00:00Z');
        await round.cameBack('A2', '2026-12-22T09:00:00Z');
        const before = await everything();
        for (const [which, one, other, day, text] of drawn) {
          const [name = ''] = await roundNames(round.context.register);
          await refusals(async () => steps(one, other, day, text)[which]?.(name));
        }
        await undoAll(order);
        expect(await everything()).toEqual(before);
        // Returns were put in by hand here.
        const damage = (await checkLog(round.context.register)).map(({ code: found }) => found);
        expect(new Set(damage)).toEqual(new Set(['register.not-in-log']));
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
