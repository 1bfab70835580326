import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withOptional } from '../optionalItems.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from '../ruledInstruments.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { casesFor, compareStored, filledWith } from './recalculation.ts';

/** Formulas and `scoring/` agree under every rule, for random scales, bands, weights and answers; two questions are optional. */

const seed = 20_261_130;
/** One of each rule. Every second one gets a set of random answers, the others a set of one kind. */
const instruments = [
  ...figureRules.flatMap((by) => fc.sample(ruledArbitrary(by), { seed, numRuns: 1 })),
  ...choicesOfOverall,
  withTargets(),
].map((instrument) => withOptional(instrument, ['1.1.2', '2.1.1']));
const taken = [1, 8];

/** LibreOffice takes two seconds for each, and gets every third one: `npm run prove` gives it 300. */
const programs = [
  ['LibreOffice', withLibreOffice, savedByLibreOffice, 3],
  ['Gnumeric', withGnumeric, savedByGnumeric, 1],
] as const;

const all: Filled[] = [];
beforeAll(async () => {
  for (const [place, instrument] of instruments.entries()) {
    const details = issuedFor(instrument);
    const cases = casesFor(instrument, seed, 12).filter((_case, index) => index === taken[place % taken.length]);
    const files = filledWith(await writeWorkbook(instrument, details), cases);
    for (const [index, { response }] of cases.entries()) {
      const expected = await writeWorkbook(instrument, details, response);
      all.push({ expected, file: files[index] ?? new Uint8Array() });
    }
  }
}, 300_000);

for (const [program, withProgram, savedBy, every] of programs) {
  withProgram(`rules calculated by ${program} (seed ${seed})`, () => {
    test('every formula gives what scoring says', { timeout: 300_000 }, () => {
      const some = all.filter((_one, index) => index % every === 0);
      for (const [index, saved] of savedBy(some.map(({ file }) => file)).entries()) {
        const found = compareStored(some[index]?.expected ?? new Uint8Array(), saved);
        expect(found.differences).toEqual([]);
        expect(found.formulas).toBeGreaterThan(50);
      }
    });
  });
}

interface Filled {
  /** A return. */
  readonly file: Uint8Array;
  /** The workbook of the same answers, with what its formulas should come to. */
  readonly expected: Uint8Array;
}
