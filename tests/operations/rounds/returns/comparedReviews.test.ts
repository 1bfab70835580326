import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateReviews } from '../../../../src/operations/generateReviews.ts';
import { preferReturn, setReturnsAside } from '../../../../src/operations/rounds/returns/decideReturns.ts';
import { mergeReturns } from '../../../../src/operations/rounds/returns/mergeReturns.ts';
import { type MemoryRound, memoryFolder, openRound } from '../../memoryRound.ts';

/** X01 has returned twice, and return 2 counts. */
let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X01', round.complete(3));
});
afterEach(() => round.close());

const reason = 'not theirs';
const compared = (now: number): string =>
  `The review of "Ashmere PCT" is compared with return ${now} from now on, not with return 2.`;

test.each([
  ['set aside', () => setReturnsAside(round.context, { ids: [2], reason }), 1],
  ['less preferred than another', () => preferReturn(round.context, { id: 1, reason }), 1],
  ['put together with another', () => mergeReturns(round.context, { ids: [1, 2], prefer: 2, reason }), 3],
])(
  'a decision by which the return that counts is %s says with what reviews are compared',
  async (_how, decide, now) => {
    await generateReviews(round.context, { round: '2026', due: new Date('2027-01-29T17:00:00Z') }, memoryFolder());
    const { findings } = await decide();
    expect(findings.map(({ code }) => code)).toEqual(['round.review-of-other-return']);
    expect(findings[0]?.message).toContain(compared(now));
    expect(findings[0]?.message).toContain('"scorebook review generate --round 2026 --partner X01"');
  },
);

test('nothing is said where the same return counts, and where no review was written', async () => {
  expect((await preferReturn(round.context, { id: 1, reason })).findings).toEqual([]);
  await generateReviews(round.context, { round: '2026', due: new Date('2027-01-29T17:00:00Z') }, memoryFolder());
  expect((await setReturnsAside(round.context, { ids: [2], reason })).findings).toEqual([]);
});
