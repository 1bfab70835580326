import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { checkFit } from '../../src/workbook/layout/checkFit.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { outlineOf } from '../golden/outline.ts';
import { planOutline } from '../golden/planOutline.ts';
import { issuedFor } from '../issued.ts';
import { planFor } from '../planned.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { fillIn } from '../tools/fillIn.ts';

/** What the PCT self-assessment is tested with in many sets, every instrument is with a few; the programs have files of their own. */

const seed = 20_050_501;
/** Findings that random answers cannot avoid: they leave out what other answers make necessary. */
const owed = new Set([
  'answer.excluded',
  'answer.no-reason',
  'entry.incomplete',
  'answer.needed',
  'answer.figures-disagree',
  'answer.personal',
  'entry.belongs-to-none',
  'entry.lacks',
  'entry.twice',
  'section.lacks',
]);

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))('%s', (_key, instrument) => {
  const details = issuedFor(instrument);
  let blankWorkbook: Uint8Array;
  beforeAll(async () => {
    blankWorkbook = await writeWorkbook(instrument, details);
  });

  test('fits into a workbook', () => {
    expect(checkFit(instrument)).toEqual([]);
  });

  test('its file says what is planned', () => {
    expect(outlineOf(blankWorkbook)).toBe(planOutline(planFor(instrument, details)));
  });

  test('whatever a partner types comes back as it was typed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(responseArbitrary(instrument), (response) => {
        const read = readResponse(readPackage(fillIn(blankWorkbook, typedCells(instrument, response))), instrument);
        expect(read.findings.filter(({ code }) => !owed.has(code))).toEqual([]);
        expect(read.response).toEqual(response);
      }),
      { numRuns: 6, seed },
    );
  });
});
