import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { agreeScores } from '../../src/operations/agreeScores.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';
import { unscoredInstrument } from './unscoredInstrument.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
});
afterEach(() => round.close());

/** A list in which the partners of Ashmere agree on scores. */
const list = (...scores: readonly (readonly [question: string, level: string])[]) => {
  const lines = scores.map(([question, level]) => `XA,${question},${level},2026-11-19,Both partners`);
  const text = ['area,question,level,date,present', ...lines].join('\n');
  return { name: 'agreed.csv', bytes: new TextEncoder().encode(text) };
};

const rows = async (): Promise<number> =>
  (await round.context.register.db.selectFrom('agreement').selectAll().execute()).length;

const agree = (file: ReturnType<typeof list>, name = '2026') => agreeScores(round.context, { round: name }, file);

describe('what the partners of an area agreed on', () => {
  test('is recorded', async () => {
    expect(await agree(list(['1.1.1', '2'], ['1.2.1', '3']))).toEqual({
      instrument: 'sample',
      counts: { recorded: 2, changed: 0, withdrawn: 0, unchanged: 0 },
      findings: [],
    });
    expect(await rows()).toBe(2);
  });

  test('may be changed and withdrawn, and is recorded once', async () => {
    await agree(list(['1.1.1', '2'], ['1.1.2', '2'], ['1.2.1', '3']));
    const { counts } = await agree(list(['1.1.1', '2'], ['1.1.2', '1'], ['1.2.1', 'withdrawn']));
    expect(counts).toEqual({ recorded: 0, changed: 1, withdrawn: 1, unchanged: 1 });
  });
});

describe('nothing is recorded', () => {
  test('when anything is wrong in the list', async () => {
    const failure = await agree(list(['1.1.1', '2'], ['9.9.9', '5'])).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(FindingsError);
    expect(failure).toMatchObject({
      findings: [
        { code: 'agreed.unknown-question', place: { file: 'agreed.csv', line: 3 } },
        { code: 'agreed.not-a-level', place: { file: 'agreed.csv', line: 3 } },
      ],
    });
    expect(await rows()).toBe(0);
  });

  test('for an unknown round', async () => {
    expect(await refusedWith(() => agree(list(['1.1.1', '2']), '2062'))).toBe('round.unknown');
  });

  test('of an instrument that scores nothing', async () => {
    await round.generate({ instrument: unscoredInstrument, round: '2027' });
    expect(await refusedWith(() => agree(list(['1.1.1', '2']), '2027'))).toBe('instrument.not-scored');
    expect(await rows()).toBe(0);
  });
});
