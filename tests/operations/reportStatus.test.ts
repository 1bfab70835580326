import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportStatus } from '../../src/operations/reportStatus.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { type MemoryRound, openRound, withSlip } from './memoryRound.ts';

import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
});
afterEach(() => round.close());

const report = async () => {
  const { trackers } = await reportStatus(round.context, { round: '2026' });
  return trackers.map(({ instrument, partners }) => [
    instrument.key,
    partners.map(({ partner: { code }, progress, isAnalystsTurn }) => [code, progress, isAnalystsTurn]),
  ]);
};

test('each partner is where its last return is', async () => {
  await round.comeBack('X01', round.complete(3));
  await round.comeBack('X02', withSlip(round.complete(3)));
  expect(await report()).toEqual([
    [
      'sample',
      [
        ['X01', 'done', false],
        ['X02', 'with errors', true],
        ['X03', 'not returned', false],
      ],
    ],
  ]);
});

test('each instrument of a round is reported', async () => {
  await round.generate({ instrument: { ...sampleInstrument, key: 'second' } });
  expect((await report()).map(([key]) => key)).toEqual(['sample', 'second']);
});

test('files that came without an e-mail have no sender', async () => {
  await round.comeBack('X01', round.complete(3));
  const { senders } = await reportStatus(round.context, { round: '2026' });
  expect([...senders]).toEqual([]);
});

test('an unknown round is refused', async () => {
  expect(await refusedWith(() => reportStatus(round.context, { round: '2062' }))).toBe('round.unknown');
  const other = { round: '2026', instrument: 'other' };
  expect(await refusedWith(() => reportStatus(round.context, other))).toBe('instrument.not-in-round');
});
