import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { rollUpByVocabulary, type VocabularyRequest } from '../../src/operations/rollUpByVocabulary.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { withItems } from '../instrument/changedSample.ts';
import { tableOf } from '../rollup/tableOf.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

/** The sample under another key, all its questions under one term of a vocabulary. */
const underTerm = (key: string, vocabulary: string, title: string): Instrument =>
  defineInstrument({
    ...withItems((item) => ({ ...item, tags: { [vocabulary]: ['one'] } })),
    key,
    vocabularies: [{ key: vocabulary, title: 'Phase', terms: [{ key: 'one', title }] }],
  });

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(underTerm('first', 'phase', 'Planning'));
  await round.comeBack('X01', round.complete(3));
});
afterEach(() => round.close());

const add = (instrument: Instrument) => round.generate({ instrument });

const sideBySide = (changes: Partial<VocabularyRequest> = {}) =>
  rollUpByVocabulary(round.context, { round: '2026', by: 'phase', ...changes });

describe('instruments are set side by side by the terms that they share', () => {
  test('all of a round that have the vocabulary', async () => {
    await add(underTerm('second', 'phase', 'Planning'));
    await add(underTerm('third', 'other', 'Planning'));
    const { instruments, bytes } = await sideBySide();
    expect(instruments).toEqual([
      { instrument: 'first', returned: 1, issued: 3 },
      { instrument: 'second', returned: 0, issued: 3 },
    ]);
    const rows = tableOf(readPackage(bytes), 'Side by side').slice(1);
    expect(rows.map(([place, term, ...positions]) => [place, term, ...positions])).toEqual([
      ['Ashmere', 'Planning', 'Green (X01), [x] (X02)', '[x] (X01), [x] (X02)'],
      ['Coldharbour PCT (X03)', 'Planning', '[x]', '[x]'],
    ]);
  });

  test('one alone where it is named', async () => {
    await add(underTerm('second', 'phase', 'Planning'));
    expect((await sideBySide({ instrument: 'second' })).instruments.map(({ instrument }) => instrument)).toEqual([
      'second',
    ]);
  });
});

describe('they are not set side by side', () => {
  test.each([
    ['by a vocabulary that none of them has', { by: 'colour' }, 'vocabulary.unknown'],
    ['in a round that there is not', { round: '2062' }, 'round.unknown'],
    ['with an instrument that the round does not have', { instrument: 'other' }, 'instrument.not-in-round'],
  ])('%s', async (_how, changes, code) => {
    expect(await refusedWith(() => sideBySide(changes))).toBe(code);
  });

  test('by a term that they give different titles, unless one is named', async () => {
    await add(underTerm('second', 'phase', 'Buying'));
    expect(await refusedWith(() => sideBySide())).toBe('vocabulary.clash');
    await expect(sideBySide()).rejects.toThrow('one is "Planning" in first and "Buying" in second');
    expect((await sideBySide({ instrument: 'second' })).instruments).toHaveLength(1);
  });
});
