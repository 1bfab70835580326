import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withOptional } from '../optionalItems.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from '../ruledInstruments.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { type Case, casesFor, compareFormulas, filledWith } from './recalculation.ts';

/** Formulas and `scoring/` agree under every rule, for random scales, bands, weights and answers; two questions are optional. */

const seed = 20_261_130;
/** One of each rule. Every second one gets a set of random answers, the others a set of one kind. */
const instruments = [
  ...figureRules.flatMap((by) => fc.sample(ruledArbitrary(by), { seed, numRuns: 1 })),
  ...choicesOfOverall,
  withTargets(),
].map((instrument) => withOptional(instrument, ['1.1.2', '2.1.1']));
const taken = [1, 8];

const programs = [
  ['LibreOffice', withLibreOffice, savedByLibreOffice],
  ['Gnumeric', withGnumeric, savedByGnumeric],
] as const;

for (const [program, withProgram, savedBy] of programs) {
  withProgram(`rules calculated by ${program} (seed ${seed})`, () => {
    test('every formula gives what scoring says', async () => {
      const all: Filled[] = [];
      for (const [place, instrument] of instruments.entries()) {
        const details = issuedFor(instrument);
        const cases = casesFor(instrument, seed, 12).filter((_case, index) => index === taken[place % taken.length]);
        const files = filledWith(await writeWorkbook(instrument, details), cases);
        for (const [index, one] of cases.entries())
          all.push({ instrument, details, one, file: files[index] ?? new Uint8Array() });
      }
      const saved = savedBy(all.map(({ file }) => file));
      for (const [index, { instrument, details, one }] of all.entries()) {
        const found = await compareFormulas(instrument, details, one.response, saved[index] ?? new Uint8Array());
        expect(found.differences).toEqual([]);
        expect(found.formulas).toBeGreaterThan(50);
      }
    }, 300_000);
  });
}

interface Filled {
  readonly instrument: (typeof instruments)[number];
  readonly details: ReturnType<typeof issuedFor>;
  readonly one: Case;
  readonly file: Uint8Array;
}
