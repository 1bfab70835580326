import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { answered, emptyResponse, type Response } from '../../src/response/response.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { correctionsOf } from '../../src/workbook/read/correctionsOf.ts';
import { readCover } from '../../src/workbook/read/readCover.ts';
import { explainedWarnings, readExplanations } from '../../src/workbook/read/readExplanations.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor, printedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { EditedWorkbook } from '../workbook/editedWorkbook.ts';
import { evidenceIn } from '../workbook/evidenceIn.ts';
import { casesFor } from '../workbook/recalculation.ts';
import { inPseudoLanguage, pseudo, pseudoLanguage, speakPseudoLanguage } from './pseudoLanguage.ts';

speakPseudoLanguage();

const answersTo = (instrument: Instrument): Response =>
  casesFor(instrument, 20_261_129, 6).at(-1)?.response ?? emptyResponse(instrument);

describe.each([
  ['levels', sampleInstrument],
  ['all other kinds of field', kindsInstrument],
])('a workbook of another language with %s', (_kinds, original) => {
  const instrument = defineInstrument(inPseudoLanguage(original));
  /** The same in English words. */
  const twin = { ...instrument, language: 'en-GB' };
  const response = answersTo(instrument);
  const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });
  const details = issuedFor(instrument, { lastRound, marking: 'SAMPLE DATA' });
  const written = async (of: Instrument) => readPackage(await writeWorkbook(of, details, response));

  test('is read as if it were English, and nothing in it counts as changed', async () => {
    const raw = await written(instrument);
    const read = readResponse(raw, instrument);
    expect(read).toEqual(readResponse(await written(twin), twin));
    expect(read.response.items).toEqual(response.items);
    expect(evidenceIn(raw, printedFor(instrument, details), instrument)).toEqual([]);
  });

  test('is recognised, even if all names and properties are lost', async () => {
    const raw = await written(instrument);
    const bare = { ...raw, definedNames: new Map(), properties: new Map() };
    expect(readStamp(bare).stamp?.partner).toBe('8E1');
    expect(readCover(bare)).toMatchObject({ code: '8E1', round: '2026', workbook: details.stamp.workbook });
    expect(readResponse(bare, instrument)).toEqual(readResponse(raw, instrument));
  });

  test('is read in English words where it went out before there was a catalogue', async () => {
    const raw = await written(twin);
    expect(readResponse(raw, instrument)).toEqual(readResponse(raw, twin));
    expect(evidenceIn(raw, printedFor(twin, details), instrument)).toEqual([]);
    expect(readCover({ ...raw, definedNames: new Map() }).code).toBe('8E1');
  });
});

test('a yes or no is stored in the words of definitions, whatever the language', async () => {
  const instrument = defineInstrument(inPseudoLanguage(kindsInstrument));
  const given = { ...emptyResponse(instrument), items: new Map([['1.1.1', new Map([['plan', answered('Yes')]])]]) };
  const bytes = await writeWorkbook(instrument, issuedFor(instrument), given);
  const workbook = new EditedWorkbook(bytes);
  workbook.type(layoutOf(instrument).items[0]?.name ?? '', workbook.placeOf('answer_1_1_2_plan'), pseudo('no'));
  const { response, findings } = readResponse(readPackage(workbook.bytes()), instrument);
  expect(response.items.get('1.1.1')?.get('plan')).toEqual(answered('Yes'));
  expect(response.items.get('1.1.2')?.get('plan')).toEqual(answered('No'));
  expect(findings.map(({ code }) => code)).toEqual(['answer.read-as']);
});

describe('the list of corrections', () => {
  test.each([pseudoLanguage, 'en-GB'])('gives back what partners explain, in %s', async (language) => {
    const instrument = defineInstrument({ ...inPseudoLanguage(sampleInstrument), language });
    const first = new EditedWorkbook(await writeWorkbook(instrument, issuedFor(instrument)));
    first.type(layoutOf(instrument).items[0]?.name ?? '', first.placeOf('answer_1_1_1_score'), '2 ');
    const { response, findings } = readResponse(readPackage(first.bytes()), instrument);
    const corrections = correctionsOf(instrument, response, findings);
    expect(corrections.length).toBeGreaterThan(0);
    const again = new EditedWorkbook(await writeWorkbook(instrument, issuedFor(instrument, { corrections }), response));
    again.type(wordsOf(instrument).sheets.corrections, again.placeOf('explanation_1'), 'It is so.');
    const explanations = readExplanations(readPackage(again.bytes()));
    expect(explanations.map(({ words }) => words)).toEqual(['It is so.']);
    expect(explainedWarnings(instrument, response, findings, explanations)).toHaveLength(1);
  });
});
