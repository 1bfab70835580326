import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onlyRound, roundsInUse } from '../../../src/operations/rounds/roundsInUse.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

const second = { ...sampleInstrument, key: 'second' };

let memory: MemoryRound;
beforeAll(async () => {
  memory = await openRound();
  await memory.generate({ round: '2027' });
  await memory.generate({ round: '2027', instrument: second });
});
afterAll(() => memory.close());

describe('the rounds of a name', () => {
  test('come with their instruments, those of the register too', async () => {
    const rounds = await roundsInUse(memory.context, { round: '2027' });
    expect(rounds.map(({ round, instrument }) => [round.round, instrument.key])).toEqual([
      ['2027', 'sample'],
      ['2027', 'second'],
    ]);
  });

  test('are those of one instrument where it is named', async () => {
    expect((await onlyRound(memory.context, { round: '2027', instrument: 'second' })).instrument).toEqual(second);
  });
});

describe('is refused', () => {
  test('an unknown round, with the known ones', async () => {
    const unknown = () => roundsInUse(memory.context, { round: '2062' });
    expect(await refusedWith(unknown)).toBe('round.unknown');
    await expect(unknown()).rejects.toThrow('It has: 2026, 2027.');
  });

  test('an instrument that the round does not have', async () => {
    const unknown = () => roundsInUse(memory.context, { round: '2026', instrument: 'second' });
    expect(await refusedWith(unknown)).toBe('instrument.not-in-round');
  });

  test('a round of several instruments where one is meant', async () => {
    expect(await refusedWith(() => onlyRound(memory.context, { round: '2027' }))).toBe('instrument.one-of-several');
  });

  test('an instrument that is neither installed nor in the register', async () => {
    const { context, close } = await openRound();
    await context.register.db.deleteFrom('definition').execute();
    const missing = () => roundsInUse({ ...context, instruments: [] }, { round: '2026' });
    expect(await refusedWith(missing)).toBe('instrument.not-installed');
    await close();
  });
});
