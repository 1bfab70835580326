import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statusLines } from '../../../../src/cli/output/statusLines.ts';
import { FindingsError } from '../../../../src/finding/index.ts';
import { findingsOfImport } from '../../../../src/intake/files/importRecord.ts';
import { checkRegister } from '../../../../src/operations/register/checkRegister.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { correctAnswer } from '../../../../src/operations/rounds/returns/correctAnswer.ts';
import {
  acceptDoubts,
  preferReturn,
  setReturnsAside,
} from '../../../../src/operations/rounds/returns/decideReturns.ts';
import { type MergeReturnsRequest, mergeReturns } from '../../../../src/operations/rounds/returns/mergeReturns.ts';
import { loadTracker } from '../../../../src/rollup/load/tracker.ts';
import { describeChange } from '../../../../src/rounds/changes/describeChange.ts';
import { loadReturns } from '../../../../src/rounds/returns/loadReturns.ts';
import { roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import type { TypedCell } from '../../../tools/fillIn.ts';
import { type MemoryRound, openRound } from '../../memoryRound.ts';
import { refusedWith } from '../../refusedWith.ts';

/** X01 returned the first section, and a day later all the rest. */
let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', half(1));
  round.clock.now = new Date('2026-11-21T10:00:00Z');
  await round.comeBack('X01', half(2));
});
afterEach(() => round.close());

const isFirst = ({ sheet }: TypedCell): boolean => sheet.startsWith('1 ');
const half = (which: 1 | 2, level: 1 | 2 | 3 = 2): readonly TypedCell[] =>
  round.complete(level).filter((cell) => isFirst(cell) === (which === 1));

const merge = (changes: Partial<MergeReturnsRequest> = {}) =>
  mergeReturns(round.context, { ids: [1, 2], reason: 'two people filled it in', ...changes });
async function tracked() {
  const [of] = await roundsNamed(round.context.register, '2026');
  if (of === undefined) throw new Error('There is no round');
  const tracker = await loadTracker(
    round.context.register,
    { round: of, instrument: sampleInstrument },
    round.clock.now,
  );
  const [first] = tracker.partners;
  if (first === undefined) throw new Error('There is no partner');
  const text = statusLines(tracker, false, undefined).join(' ').replace(/\s+/g, ' ');
  return { ...first, text, counts: first.counting?.id };
}
const answersOf = async (id: number) => (await loadReturns(round.context.register, sampleInstrument, [id])).get(id);
const codesOf = async (typed: readonly TypedCell[]) => {
  const { files } = await round.comeBack('X01', typed);
  const found = await Promise.all(files.map(findingsOfImport(round.context.register, [sampleInstrument])));
  return found.flat().map(({ code }) => code);
};

describe('two halves', () => {
  test('are proposed to be put together when the second is imported, and by the status', async () => {
    expect(await codesOf(half(2))).toContain('return.halves');
    const { step, text, counts } = await tracked();
    expect([step, counts]).toEqual(['Decide: two returns may be halves of one', 2]);
    expect(text).toContain(
      'Decide, X01 Ashmere PCT: Returns 1 and 2 may be two halves of the work: put them together with scorebook return merge 1 2 --reason TEXT.',
    );
  });

  test('become one return that has all answers and counts', async () => {
    const { changes } = await merge();
    expect(changes.map(describeChange)).toEqual(['X01: returns 1 and 2 put together as return 3']);
    const { counting, step, undecided } = await tracked();
    expect(counting).toMatchObject({ id: 3, of: [1, 2], coverage: 1, errors: 0, warnings: 0 });
    expect([step, undecided]).toEqual(['None: complete', undefined]);
    expect(counting?.received).toEqual(new Date('2026-11-21T10:00:00Z'));
    const [one, other, whole] = [await answersOf(1), await answersOf(2), await answersOf(3)];
    expect(whole?.response.items.get('1.1.1')).toEqual(one?.response.items.get('1.1.1'));
    expect(whole?.response.items.get('2.1.1')).toEqual(other?.response.items.get('2.1.1'));
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('count as before when that is undone, and again when that is undone', async () => {
    const before = await tracked();
    const [made] = (await merge()).changes;
    await undoChanges(round.context, [made?.id ?? 0], 'a mistake');
    const { returns, ...undone } = await tracked();
    expect({ ...undone, returns: returns.slice(0, 2) }).toEqual(before);
    await merge();
    expect((await tracked()).counts).toBe(3);
  });

  test('are said to be put together when they are imported again', async () => {
    await merge();
    expect(await codesOf(half(1))).toEqual(['return.put-together']);
  });

  test('are replaced by a whole workbook that comes later, and one alone can be preferred', async () => {
    await merge();
    await preferReturn(round.context, { id: 1, reason: 'only this one' });
    expect((await tracked()).counts).toBe(1);
    await undoChanges(round.context, [2], 'a mistake');
    round.clock.now = new Date('2026-11-23T10:00:00Z');
    await round.comeBack('X01', round.complete(3));
    expect((await tracked()).counts).toBe(4);
  });

  test('pass their corrections on', async () => {
    await correctAnswer(round.context, { id: 2, question: '2.1.1', answer: '3', reason: 'by telephone' });
    await merge();
    const whole = await answersOf(3);
    expect(whole?.response.items.get('2.1.1')?.get('score')).toMatchObject({ value: 3 });
    expect(whole?.corrections.map(({ answer }) => [answer.subject, answer.from.value])).toEqual([['2.1.1', '2']]);
    expect((await tracked()).counting?.corrected).toBe(1);
  });
});

describe('returns that contradict each other', () => {
  beforeEach(async () => {
    round.clock.now = new Date('2026-11-22T10:00:00Z');
    await round.comeBack('X01', round.complete(3));
  });

  test('are listed answer by answer, and nothing is changed', async () => {
    const before = await tracked();
    const problem = await merge({ ids: [2, 3] }).catch((failure: unknown) => failure);
    if (!(problem instanceof FindingsError)) throw new Error('Nothing was found');
    expect(problem.findings.filter(({ place }) => place.field === 'score').map(({ message }) => message)).toEqual([
      '"Score" is "2 Fair" in return 2 and "3 Good" in return 3.',
      '"Score" is "2 Fair" in return 2 and "3 Good" in return 3.',
    ]);
    expect(problem.findings.at(-1)?.message).toContain('"scorebook return merge 2 3 --prefer 3 --reason TEXT"');
    expect(await tracked()).toEqual(before);
  });

  test('are put together with the answers of the one that is preferred', async () => {
    await merge({ ids: [2, 3], prefer: 2 });
    const whole = await answersOf(4);
    const scores = ['1.1.1', '2.1.1'].map((item) => whole?.response.items.get(item)?.get('score'));
    expect(scores).toMatchObject([{ value: 3 }, { value: 2 }]);
  });
});

test('a status asks which of two returns counts until that is decided', async () => {
  await round.comeBack('X02', round.complete(1));
  round.clock.now = new Date('2026-11-22T10:00:00Z');
  await round.comeBack('X02', round.complete(3));
  const stepOf = async (): Promise<readonly string[]> => {
    const [of] = await roundsNamed(round.context.register, '2026');
    if (of === undefined) throw new Error('There is no round');
    const { partners } = await loadTracker(
      round.context.register,
      { round: of, instrument: sampleInstrument },
      round.clock.now,
    );
    return partners.filter(({ partner }) => partner.code === 'X02').map(({ step }) => step);
  };
  const asked = ['Decide: two returns contradict each other'];
  expect(await stepOf()).toEqual(asked);
  for (const decide of [
    () => preferReturn(round.context, { id: 4, reason: 'signed' }),
    () => setReturnsAside(round.context, { ids: [3], reason: 'a trial' }),
    () => acceptDoubts(round.context, { id: 4, codes: ['return.contradicts'], reason: 'they rang' }),
    () => mergeReturns(round.context, { ids: [3, 4], prefer: 4, reason: 'both' }),
  ]) {
    const { changes } = await decide();
    expect(await stepOf()).toEqual(['None: complete']);
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect(await stepOf()).toEqual(asked);
  }
});

describe('nothing is put together', () => {
  test.each([
    ['of one return', [1], 'return.one-part'],
    ['of the same return twice', [2, 2], 'return.one-part'],
    ['with a return that is not there', [1, 9], 'return.unknown'],
    ['with a return of another partner', [1, 3], 'return.other-partner'],
  ] as const)('%s', async (_what, ids, code) => {
    await round.comeBack('X02', round.complete(2));
    expect(await refusedWith(() => merge({ ids }))).toBe(code);
    expect((await tracked()).counts).toBe(2);
  });

  test('by preferring a return that is none of them', async () => {
    expect(await refusedWith(() => merge({ prefer: 7 }))).toBe('return.not-among-parts');
  });

  test('with a return that was set aside, or is part of another whole', async () => {
    await setReturnsAside(round.context, { ids: [1], reason: 'a trial' });
    expect(await refusedWith(() => merge())).toBe('return.no-part');
    await undoChanges(round.context, [1], 'a mistake');
    await merge();
    expect(await refusedWith(() => merge())).toBe('return.no-part');
    expect(await refusedWith(() => setReturnsAside(round.context, { ids: [1], reason: 'a trial' }))).toBe(
      'return.is-part',
    );
  });
});
