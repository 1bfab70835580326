import { expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withLibreOffice } from '../programs.ts';
import { savedByLibreOffice } from '../savedBy.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

/** A few sets of answers to every instrument; `formulas.test.ts` takes more, to the PCT self-assessment. */

const seed = 20_050_501;

withLibreOffice(`saved and worked out afresh by LibreOffice (seed ${seed})`, () => {
  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'answers to %s come back, and every formula gives what scoring says',
    { timeout: 300_000 },
    async (_key, instrument) => {
      const details = issuedFor(instrument);
      const cases = casesFor(instrument, seed, 8);
      const saved = savedByLibreOffice(filledWith(await writeWorkbook(instrument, details), cases));
      expect(saved).toHaveLength(cases.length);
      for (const [index, { response }] of cases.entries()) {
        const bytes = saved[index] ?? new Uint8Array();
        const compared = await compareFormulas(instrument, details, response, bytes);
        expect(compared.formulas).toBeGreaterThan(10);
        expect(compared.differences, `case ${index}`).toEqual([]);
      }
      // The last cases are of random answers, all of them allowed.
      expect(readResponse(readPackage(saved.at(-1) ?? new Uint8Array()), instrument).response).toEqual(
        cases.at(-1)?.response,
      );
    },
  );
});
