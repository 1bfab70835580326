import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statusLines } from '../../../src/cli/output/statusLines.ts';
import { generateReviews } from '../../../src/operations/generateReviews.ts';
import { importReturns } from '../../../src/operations/importReturns.ts';
import { reportStatus } from '../../../src/operations/reportStatus.ts';
import type { MadeChanges } from '../../../src/operations/rounds/changes/makeChanges.ts';
import { mergePartner } from '../../../src/operations/rounds/changes/mergePartner.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../src/operations/rounds/changes/withdrawPartner.ts';
import { setReturnsAside } from '../../../src/operations/rounds/returns/decideReturns.ts';
import { roundsInUse } from '../../../src/operations/rounds/roundsInUse.ts';
import { regionsOf } from '../../../src/rollup/load/regions.ts';
import { loadRollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { trackerPlan } from '../../../src/rollup/writeTracker.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound } from '../../operations/memoryRound.ts';
import { reviewedFile } from '../../operations/reviewedFile.ts';
import { plannedTable } from '../../rollup/planned.ts';

const due = new Date('2027-01-29T17:00:00Z');

/** Round 2026, in which X01 and X02 have returned, and the review of X01 came back as return 3. */
let round: MemoryRound;
let folder: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  folder = memoryFolder();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
  await generateReviews(round.context, { round: '2026', due }, folder);
  const name = 'sample-review_2026_X01.xlsx';
  const bytes = reviewedFile(folder.files.get(name), { '1.1.1 score': 1, '1.1.1 recommendation': 'Date it.' });
  await importReturns(round.context, { files: [{ path: name, name, read: () => bytes }] });
});
afterEach(() => round.close());

async function rollUp() {
  const [own] = await roundsInUse(round.context, { round: '2026' });
  if (own === undefined) throw new Error('There is no round');
  return loadRollUp(round.context.register, own.instrument, own.round);
}
const tableOf = async (name: string) => {
  const plan = rollUpPlan(await rollUp(), due);
  return plan.sheets.some((sheet) => sheet.name === name) ? plannedTable(plan, name).slice(1) : undefined;
};
const reviewedOnes = async () => (await tableOf('Second opinions'))?.map(([, code]) => code) ?? [];
const notes = async () => (await tableOf('Notes'))?.filter(([topic]) => topic === 'Reviews that do not count') ?? [];
const trackersOf = async (instrument?: string) =>
  (await reportStatus(round.context, { round: '2026', ...(instrument === undefined ? {} : { instrument }) })).trackers;
const statusOf = async (instrument?: string) =>
  (await trackersOf(instrument)).flatMap((tracker) => statusLines(tracker, true, undefined));
const stepsOfReviews = async () =>
  (await trackersOf('sample-review')).flatMap(({ partners }) => partners.map(({ step }) => step));
const said = ({ findings }: Pick<MadeChanges, 'findings'>) => findings.map(({ code, message }) => [code, message]);
const undo = ({ changes }: Pick<MadeChanges, 'changes'>) =>
  undoChanges(
    round.context,
    changes.map(({ id }) => id),
    'a mistake',
  );

const merged = (...partner: readonly string[]) =>
  mergePartner(round.context, { round: '2026', partner, into: ['X03'], reason: 'merger' });
const setAside = (...ids: readonly number[]) => setReturnsAside(round.context, { ids, reason: 'not theirs' });

const uncounted = (why: string): string =>
  `The review of X01 Ashmere PCT (return 3) is in no figure: ${why}. The register keeps it.`;
const becamePart = 'the partner became part of X03 on 2026-11-20 10:00 (merger)';
const noneCounts = 'no self-assessment of the partner counts';

describe.each([
  ['of a partner that became part of another', () => merged('X01'), becamePart],
  ['of a self-assessment that was set aside', () => setAside(1), noneCounts],
  [
    'of a partner that was withdrawn',
    () => withdrawPartner(round.context, { round: '2026', partner: ['X01'], reason: 'dissolved' }),
    'the partner was withdrawn on 2026-11-20 10:00 (dissolved)',
  ],
])('a review %s', (_what, change, why) => {
  test('is named in the roll-up, which has it in no figure, and is as before once that is undone', async () => {
    const before = [await tableOf('Second opinions'), await tableOf('Second opinion by question')];
    expect(await notes()).toEqual([]);
    const made = await change();
    expect(await reviewedOnes()).toEqual([]);
    expect(await notes()).toEqual([['Reviews that do not count', uncounted(why)]]);
    await undo(made);
    expect([await tableOf('Second opinions'), await tableOf('Second opinion by question')]).toEqual(before);
    expect(await notes()).toEqual([]);
  });

  test('is named in status and tracker, of the self-assessments and of the reviews', async () => {
    await change();
    for (const instrument of [undefined, 'sample-review']) {
      expect((await statusOf(instrument)).join(' ').replace(/\s+/g, ' ')).toContain(uncounted(why));
      const written = trackerPlan(await trackersOf(instrument), due);
      expect(plannedTable(written, 'Notes').flat()).toContainEqual(expect.stringContaining(uncounted(why)));
    }
  });

  test('is named at once, with the command that helps', async () => {
    const [[code, message] = []] = said(await change());
    expect(code).toBe('round.review-uncounted');
    expect(message).toContain(`The review of "Ashmere PCT", return 3, is in no figure now: ${why}.`);
    expect(message).toMatch(
      /"scorebook (?:review generate --round 2026 --partner X0[13]|round bring-back X01 --round 2026)/,
    );
  });
});

test('a review that is still out is named at once, and nothing is awaited', async () => {
  const [[code, message] = []] = said(await setAside(2));
  expect(code).toBe('round.review-uncounted');
  expect(message).toMatch(/^The assessor's workbook on "Bramblewick PCT" is out, .* will be in no figure: no self-/);
  expect((await stepsOfReviews())[1]).toBe('None: the review does not count');
  expect(await notes()).toEqual([]);
});

test('a review that comes back in vain is named when it is imported', async () => {
  await merged('X02');
  const name = 'sample-review_2026_X02.xlsx';
  const bytes = reviewedFile(folder.files.get(name), { '1.1.1 score': 3 });
  const codes: string[] = [];
  await importReturns(
    round.context,
    { files: [{ path: name, name, read: () => bytes }] },
    ({ imported: { findings } }) => void codes.push(...findings.map(({ code }) => code)),
  );
  expect(codes).toEqual(['round.review-uncounted']);
});

test('nothing is said about reviews where there are none', async () => {
  expect(said(await merged('X02'))).toHaveLength(1);
  await round.close();
  round = await openRound();
  expect(said(await merged('X01'))).toEqual([]);
});

test('a merger that is made again names the review again', async () => {
  const made = await merged('X01');
  const undone = await undo(made);
  expect(undone.findings).toEqual([]);
  const [last] = undone.changes.flatMap(({ undone: by }) => by ?? []);
  const again = await undoChanges(round.context, [last?.id ?? 0], 'after all');
  expect(said(again).map(([code]) => code)).toEqual(['round.review-uncounted']);
});

test('a region names the reviews of its own partners', async () => {
  await merged('X01');
  const named = regionsOf(await rollUp()).map(({ name, rollUp: own }) => [name, own.reviews?.uncounted.length]);
  expect(named).toEqual([
    ['North', 1],
    ['South', 0],
  ]);
});
