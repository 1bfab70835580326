import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { emptyResponse } from '../../src/response/response.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';
import { withOptional } from '../optionalItems.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { hasGnumeric, savedInTurn } from '../savedBy.ts';
import { hasLibreOffice } from '../tools/libreOffice.ts';
import { conditionalInstrument } from '../workbook/conditional.ts';
import { casesFor, compareFormulas } from '../workbook/recalculation.ts';
import { inPseudoLanguage, speakPseudoLanguage } from './pseudoLanguage.ts';

speakPseudoLanguage();

describe.skipIf(!hasLibreOffice() || !hasGnumeric())('the formulas of a workbook in another language', () => {
  test('come to what it says without them', { timeout: 120_000 }, async () => {
    const originals = [withOptional(sampleInstrument, ['1.1.2']), conditionalInstrument, kindsInstrument];
    const filled = originals.map((original, index) => {
      const instrument = defineInstrument(inPseudoLanguage(original));
      const response = casesFor(instrument, index, 6).at(-1)?.response ?? emptyResponse(instrument);
      return { instrument, details: issuedFor(instrument), response };
    });
    const files = filled.map(({ instrument, details, response }) => writeWorkbook(instrument, details, response));
    const saved = savedInTurn(await Promise.all(files));
    for (const [index, { instrument, details, response }] of filled.entries()) {
      const file = saved[index] ?? new Uint8Array();
      const { formulas, differences } = await compareFormulas(instrument, details, response, file);
      expect(formulas).toBeGreaterThan(100);
      expect(differences).toEqual([]);
    }
  });
});
