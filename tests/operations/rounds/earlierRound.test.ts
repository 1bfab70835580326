import { afterAll, beforeAll, expect, test } from 'vitest';
import { earlierRound } from '../../../src/operations/rounds/earlierRound.ts';
import { onlyRound } from '../../../src/operations/rounds/roundsInUse.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';
import { unscoredInstrument } from '../unscoredInstrument.ts';

let memory: MemoryRound;
beforeAll(async () => {
  memory = await openRound();
  await memory.generate({ round: '2025', due: new Date('2025-12-19T12:00:00Z') });
  await memory.generate({ round: '2027', due: new Date('2027-12-17T12:00:00Z') });
  await memory.generate({ round: 'other', instrument: { ...sampleInstrument, key: 'other' } });
});
afterAll(() => memory.close());

const compared = async (name: string, instrument = sampleInstrument) => {
  const { round } = await onlyRound(memory.context, { round: '2026' });
  return earlierRound(memory.context, name, { instrument, round });
};

test('an earlier round of the same instrument can be compared', async () => {
  expect(await compared('2025')).toMatchObject({ round: { round: '2025' }, instrument: { key: 'sample' } });
});

test.each([
  ['the round itself', '2026', 'is this round itself'],
  ['a later one', '2027', 'was due after round 2026'],
  ['a round of another instrument', 'other', 'is a round of other'],
])('%s cannot', async (_what, name, problem) => {
  expect(await refusedWith(() => compared(name))).toBe('previous.not-comparable');
  await expect(compared(name)).rejects.toThrow(problem);
});

test('rounds of an instrument that scores nothing cannot', async () => {
  expect(await refusedWith(() => compared('2025', unscoredInstrument))).toBe('previous.not-comparable');
});

test('an unknown round cannot', async () => {
  expect(await refusedWith(() => compared('2062'))).toBe('round.unknown');
});
