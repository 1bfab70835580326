import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { type DataToSave, type ExportRequest, exportData } from '../../src/operations/exportData.ts';
import { anonymise } from '../../src/rollup/disclosure/anonymous.ts';
import { exportFormats } from '../../src/rollup/export/formats.ts';
import { tidyRows } from '../../src/rollup/figures/tidyData.ts';
import { loadRollUp, type RollUp } from '../../src/rollup/load/rollUp.ts';
import { roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';
import { textOf } from './textOf.ts';

let round: MemoryRound;
let saved: Record<'data' | 'dictionary', string> | undefined;
beforeEach(async () => {
  saved = undefined;
  round = await openRound();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
});
afterEach(() => round.close());

const save = async ({ data, dictionary = [] }: DataToSave): Promise<void> => {
  saved = { data: await textOf(data), dictionary: await textOf(dictionary) };
};

const exported = (changes: Partial<ExportRequest> = {}) =>
  exportData(round.context, { round: '2026', format: 'csv', ...changes }, save);

describe('the answers of a round', () => {
  test('are saved row by row, with a dictionary', async () => {
    const { rows, ...rest } = await exported();
    expect(rest).toEqual({ instrument: 'sample', returned: 2, issued: 3, findings: [] });
    const lines = saved?.data.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(rows + 1);
    expect(lines.filter((line) => line.includes('Ashmere PCT')).length).toBeGreaterThan(20);
    expect(saved?.dictionary).toContain('How good is 1.1.1?');
  });

  test('have no dictionary of their own in a format that has it within', async () => {
    await exported({ format: 'json' });
    expect(saved?.dictionary).toBe('');
    expect(saved?.data).toContain('How good is 1.1.1?');
  });
});

describe('anonymous data', () => {
  test('name nobody, and come with a warning while returns can still arrive', async () => {
    await round.comeBack('X03', round.complete(1));
    const { findings } = await exported({ anonymous: true });
    expect(findings.map(({ code }) => code)).toEqual(['output.before-deadline']);
    expect(saved?.data).not.toMatch(/Ashmere|Bramblewick|Coldharbour|X0\d/);
  });

  test('are not saved when too few returned', async () => {
    const failure = await exported({ anonymous: true }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(FindingsError);
    expect(failure).toMatchObject({ findings: [{ code: 'anonymous.too-few' }] });
    expect(saved).toBeUndefined();
  });
});

describe('what is read from the register a few returns at a time', () => {
  /** All rows of a roll-up that is held whole. */
  const wholeOf = (rollUp: RollUp): string => {
    const { begin, add, end } = exportFormats.csv.data(rollUp);
    return Buffer.concat([...begin(), ...add(tidyRows(rollUp, 'partner')), ...end()]).toString();
  };
  const loaded = async ({ context }: MemoryRound, instrument: Instrument): Promise<RollUp> => {
    const [sentOut] = await roundsNamed(context.register, '2026');
    if (sentOut === undefined) throw new Error('There is no round');
    return loadRollUp(context.register, instrument, sentOut);
  };

  test('has the rows of the whole roll-up where answers are about people', async () => {
    const instrument = { ...sampleInstrument, aboutPeople: true } as const;
    const people = await openRound(instrument);
    for (const code of ['X01', 'X02']) await people.comeBack(code, people.complete(2));
    const { rows } = await exportData(people.context, { round: '2026', format: 'csv' }, save);
    const whole = wholeOf(await loaded(people, instrument));
    expect(saved?.data).toBe(whole);
    expect(rows).toBe(whole.trimEnd().split('\r\n').length - 1);
    await people.close();
  });

  test('has the rows of the whole roll-up where it is anonymous', async () => {
    await round.comeBack('X03', round.complete(1));
    await exported({ anonymous: true });
    const rollUp = await loaded(round, sampleInstrument);
    expect(saved?.data).toBe(wholeOf(anonymise(rollUp, round.context.register.sealKey)));
  });
});

test('nothing is saved for an unknown round', async () => {
  expect(await refusedWith(() => exported({ round: '2062' }))).toBe('round.unknown');
  expect(saved).toBeUndefined();
});
