import { afterEach, beforeEach, expect, test } from 'vitest';
import { statusLines } from '../../../src/cli/output/statusLines.ts';
import { findingsOfImport } from '../../../src/intake/files/importRecord.ts';
import { closeRound } from '../../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../../src/operations/rounds/changes/extendDeadline.ts';
import { mergePartner } from '../../../src/operations/rounds/changes/mergePartner.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../src/operations/rounds/changes/withdrawPartner.ts';
import { correctAnswer } from '../../../src/operations/rounds/returns/correctAnswer.ts';
import { setReturnsAside } from '../../../src/operations/rounds/returns/decideReturns.ts';
import { answered } from '../../../src/response/response.ts';
import { anonymise } from '../../../src/rollup/disclosure/anonymous.ts';
import { exportColumns } from '../../../src/rollup/export/columns.ts';
import { tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import { loadRollUp } from '../../../src/rollup/load/rollUp.ts';
import { loadTracker } from '../../../src/rollup/load/tracker.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { trackerPlan } from '../../../src/rollup/writeTracker.ts';
import { roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { type MemoryRound, openRound, partners } from '../../operations/memoryRound.ts';
import { plannedTable } from '../../rollup/planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** Round 2026 with five partners, in which X01 has more time, X02 became part of X03, and X04 was withdrawn. */
let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  const more = ['X04', 'X05', 'X06'].map((code) => ({ code, name: `Partner ${code}` }));
  await round.generate({ list: { name: 'partners.csv', partners: [...partners, ...more] } });
  const of = (...codes: readonly string[]) => ({ round: '2026', partner: codes });
  const later = new Date('2026-12-23T12:00:00Z');
  await extendDeadline(round.context, { ...of('X01'), due: later, reason: 'asked by telephone' });
  await mergePartner(round.context, { ...of('X02'), into: ['X03'], reason: 'merger' });
  await withdrawPartner(round.context, { ...of('X04'), reason: 'dissolved' });
  await closeRound(round.context, { round: '2026', at: new Date('2027-01-15T12:00:00Z'), reason: 'the board meets' });
});
afterEach(() => round.close());

const left =
  'X04 Partner X04 was withdrawn on 2026-11-20 10:00 (dissolved). X02 Bramblewick PCT became part of X03 on 2026-11-20 10:00 (merger).';
const course = [
  ['Left the round', left],
  [
    'Later deadlines',
    'X01 Ashmere PCT: 12:00 (UK time) on Wednesday 23 December 2026, agreed on 2026-11-20 10:00: asked by telephone.',
  ],
  ['Closed', 'What came after 12:00 (UK time) on Friday 15 January 2027 does not count.'],
];
const topics = new Set(course.map(([topic]) => topic));

async function loaded() {
  const { register } = round.context;
  const [of] = await roundsNamed(register, '2026');
  if (of === undefined) throw new Error('There is no round');
  return {
    rollUp: await loadRollUp(register, sampleInstrument, of),
    tracker: await loadTracker(register, { round: of, instrument: sampleInstrument }, round.clock.now),
  };
}
const notesIn = (plan: Parameters<typeof plannedTable>[0]) =>
  plannedTable(plan, 'Notes').filter(([topic]) => topics.has(String(topic)));

test('roll-up, tracker and status say who left, who has more time, and that the round is closed', async () => {
  const { rollUp, tracker } = await loaded();
  expect(notesIn(rollUpPlan(rollUp, round.clock.now))).toEqual(course);
  expect(notesIn(trackerPlan([tracker], round.clock.now))).toEqual(course);
  const status = statusLines(tracker, false, undefined).join(' ').replace(/\s+/g, ' ');
  for (const [topic, text] of course) expect(status).toContain(`${topic}: ${text}`);
});

test('the tracker has the deadline of each partner', async () => {
  const [headings = [], ...rows] = plannedTable(trackerPlan([(await loaded()).tracker], round.clock.now), 'Tracker');
  const [code, due] = [headings.indexOf('Partner code'), headings.indexOf('Due')];
  const dues = new Map(rows.map((row) => [row[code], row[due]]));
  expect([...dues.keys()].toSorted()).toEqual(['X01', 'X03', 'X05', 'X06']);
  expect(new Set(dues.values()).size).toBe(2);
  expect(dues.get('X01')).not.toEqual(dues.get('X03'));
});

test('an anonymous roll-up says nothing of it', async () => {
  for (const code of ['X01', 'X03', 'X05', 'X06']) await round.comeBack(code, round.complete(2));
  const { rollUp } = await loaded();
  const anonymous = anonymise(rollUp, new Uint8Array(32));
  expect(notesIn(rollUpPlan(anonymous, round.clock.now))).toEqual([]);
  expect(JSON.stringify(anonymous)).not.toContain('Bramblewick');
});

test('what was undone is not mentioned any more', async () => {
  await undoChanges(round.context, [1, 2, 3, 4], 'all a mistake');
  const { rollUp } = await loaded();
  expect(notesIn(rollUpPlan(rollUp, round.clock.now))).toEqual([]);
  expect(rollUp.partners).toHaveLength(6);
});

test('decisions about returns are said in status, tracker and roll-up, and corrected answers marked in the data', async () => {
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X05', round.complete(2));
  await correctAnswer(round.context, { id: 1, question: '1.1.1', answer: '3', reason: 'by telephone' });
  await setReturnsAside(round.context, { ids: [2], reason: 'a trial' });
  const { rollUp, tracker } = await loaded();
  const decided = [
    'X01: corrected in return 1, 1.1.1 score: "3" instead of "2", on 2026-11-20 10:00: by telephone',
    'X05: return 2 set aside, on 2026-11-20 10:00: a trial',
  ];
  const notes = (plan: Parameters<typeof plannedTable>[0]) =>
    plannedTable(plan, 'Notes').filter(([topic]) => topic === 'Decided');
  const plan = rollUpPlan(rollUp, round.clock.now);
  expect(
    notes(plan)
      .map(([, text]) => text)
      .toSorted(),
  ).toEqual(decided.map((text) => `${text}.`));
  const status = statusLines(tracker, false, undefined).join(' ').replace(/\s+/g, ' ');
  for (const text of decided) expect(status).toContain(`Decided: ${text}.`);
  const [headings = [], ...partnersOf] = plannedTable(trackerPlan([tracker], round.clock.now), 'Tracker');
  const shown = partnersOf.map((row) => row[headings.indexOf('Decided')]);
  expect(shown.filter((text) => text !== 'None').toSorted()).toEqual(decided);
  const [columns = [], ...rows] = plannedTable(plan, 'Data');
  const corrected = rows.filter((row) => row[columns.indexOf('Source')] === 'Corrected');
  expect(corrected.map((row) => row.slice(0, 4))).toEqual([['X01', '1.1.1', 'Score', 3]]);
  const exported = [...tidyRows(rollUp, 'partner')].filter(({ source }) => source === 'corrected');
  expect(exported.map(({ question, answer }) => [question, answer])).toEqual([['1.1.1', answered(3)]]);
});

test('an anonymous roll-up and export do not show what was corrected', async () => {
  for (const code of ['X01', 'X03', 'X05', 'X06']) await round.comeBack(code, round.complete(2));
  await correctAnswer(round.context, { id: 1, question: '1.1.1', answer: '3', reason: 'by telephone' });
  const anonymous = anonymise((await loaded()).rollUp, new Uint8Array(32));
  expect([...tidyRows(anonymous, 'partner')].filter(({ source }) => source === 'corrected')).toEqual([]);
  expect(exportColumns(anonymous).map(({ name }) => name)).not.toContain('source');
  expect(JSON.stringify(anonymous)).not.toContain('by telephone');
});

test('a return that comes after the round was closed is imported with a warning', async () => {
  round.clock.now = new Date('2027-01-16T09:00:00Z');
  const { files } = await round.comeBack('X01', round.complete(2));
  const found = await Promise.all(files.map(findingsOfImport(round.context.register, [sampleInstrument])));
  expect(found.flat().map(({ code }) => code)).toContain('return.after-closing');
});
