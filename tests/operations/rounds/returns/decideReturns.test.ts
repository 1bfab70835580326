import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareReturn } from '../../../../src/intake/compare/compareReturn.ts';
import { closeRound } from '../../../../src/operations/rounds/changes/closeRound.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { preferReturn, setReturnsAside } from '../../../../src/operations/rounds/returns/decideReturns.ts';
import { describeChange } from '../../../../src/rounds/changes/describeChange.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from '../changes/issuedRound.ts';

/** A1 returned twice in time and once late, and A2 once. */
let round: IssuedRound;
let [first, second, late, other] = [0, 0, 0, 0];
beforeEach(async () => {
  round = await openIssued();
  first = await round.cameBack('A1', '2026-12-10T09:00:00Z');
  second = await round.cameBack('A1', '2026-12-11T09:00:00Z');
  late = await round.cameBack('A1', '2026-12-20T09:00:00Z');
  other = await round.cameBack('A2', '2026-12-10T09:00:00Z');
});
afterEach(() => round.close());

const counting = async (): Promise<readonly (number | undefined)[]> =>
  (await round.status()).slice(0, 2).map((status) => status.counting?.id);
const setAside = (...ids: readonly number[]) =>
  setReturnsAside(round.context, { ids, reason: 'sent from the wrong office' });
const prefer = (id: number) => preferReturn(round.context, { id, reason: 'the chief executive signed it' });
const codes = async (id: number) => {
  const { findings } = await compareReturn(round.context.register, id, async () => []);
  return findings.map(({ code }) => code);
};

describe('a return that is set aside', () => {
  test('does not count, and the one before it does', async () => {
    expect(await counting()).toEqual([second, other]);
    await setAside(second);
    expect(await counting()).toEqual([first, other]);
    expect(await codes(second)).toEqual(['return.set-aside']);
  });

  test('leaves none where there is no other, or all are set aside', async () => {
    const { changes } = await setAside(first, second, late, other);
    expect(await counting()).toEqual([undefined, undefined]);
    expect(changes.map(describeChange)).toEqual([
      `A1: return ${first} set aside`,
      `A1: return ${second} set aside`,
      `A1: return ${late} set aside`,
      `A2: return ${other} set aside`,
    ]);
  });
});

describe('a return that is preferred', () => {
  test('counts, although another came later, or in time', async () => {
    await prefer(first);
    expect(await counting()).toEqual([first, other]);
    await prefer(late);
    expect(await counting()).toEqual([late, other]);
    expect(await codes(second)).toEqual(['return.not-preferred']);
  });

  test('counts also when something comes afterwards, and that says so', async () => {
    await prefer(first);
    const again = await round.cameBack('A1', '2026-12-12T09:00:00Z');
    expect(await counting()).toEqual([first, other]);
    expect(await codes(again)).toEqual(['return.not-preferred']);
  });

  test('cannot be one that was set aside, or came after the closing', async () => {
    await setAside(first);
    expect(await refusedWith(() => prefer(first))).toBe('return.is-set-aside');
    await closeRound(round.context, {
      ...{ round: '2026', at: new Date('2026-12-19T12:00:00Z'), reason: 'the board meets' },
    });
    expect(await refusedWith(() => prefer(late))).toBe('return.came-after-closing');
  });
});

test('a decision that is undone leaves everything as it was', async () => {
  const before = await round.status();
  const made = [await setAside(second), await prefer(late)];
  expect(await counting()).toEqual([late, other]);
  await undoChanges(
    round.context,
    made.flatMap(({ changes }) => changes.map(({ id }) => id)),
    'a mistake',
  );
  expect(await round.status()).toEqual(before);
});

test('nothing is recorded for a return that is not there, was refused, or is decided already', async () => {
  expect(await refusedWith(() => setAside(999))).toBe('return.unknown');
  expect(await refusedWith(() => prefer(999))).toBe('return.unknown');
  await round.context.register.db.updateTable('return').set({ status: 'refused' }).where('id', '=', other).execute();
  expect(await refusedWith(() => setAside(second, other))).toBe('return.was-refused');
  expect(await counting()).toEqual([second, undefined]);
  await setAside(second);
  expect(await refusedWith(() => setAside(second))).toBe('change.none');
});
