import { expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withGnumeric } from '../programs.ts';
import { savedByGnumeric } from '../savedBy.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

/** A few sets of answers to every instrument; `formulas.test.ts` takes more, to the PCT self-assessment. */

const seed = 20_050_501;

withGnumeric(`worked out afresh by Gnumeric (seed ${seed})`, () => {
  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'every formula of %s gives what scoring says',
    { timeout: 300_000 },
    async (_key, instrument) => {
      const details = issuedFor(instrument);
      const cases = casesFor(instrument, seed, 8);
      const saved = savedByGnumeric(filledWith(await writeWorkbook(instrument, details), cases));
      for (const [index, { response }] of cases.entries()) {
        const compared = await compareFormulas(instrument, details, response, saved[index] ?? new Uint8Array());
        expect(compared.differences, `case ${index}`).toEqual([]);
      }
    },
  );
});
