import { describe, expect, test } from 'vitest';
import { answered } from '../../src/response/response.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withOptional } from '../optionalItems.ts';
import { ownAnswers } from '../ownAnswers.ts';
import { planFor, plannedSheet, textAt } from '../planned.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { savedInTurn } from '../savedBy.ts';
import { responseWith } from '../tools/responseWith.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

const instrument = withOptional(ownAnswers, ['1.1.2']);
const details = issuedFor(instrument);

describe('questions that are answered by fields of their own', () => {
  test('are on the checklist with what each lacks', () => {
    const response = responseWith(ownAnswers, { '1.2.1 remark': answered('None') });
    const checklist = plannedSheet(planFor(ownAnswers, issuedFor(ownAnswers), response), 'Checklist');
    const rows = checklist.cells.filter(({ row, column }) => column === 3 && row > 10).map(({ row }) => row);
    expect(rows.slice(0, 4).map((row) => [3, 4].map((column) => textAt(checklist, row, column)))).toEqual([
      ['What to do', 'State'],
      ['Answer Yes or No', 'To do'],
      ['Enter an amount from £0 to £900,000,000: Budget for this', 'To do'],
      ['', 'Done'],
    ]);
  });
});

const seed = 20_261_130;

withGnumeric(`what they lack (seed ${seed})`, () => {
  withLibreOffice('calculated by LibreOffice and Gnumeric in turn', () => {
    test('every formula gives what scoring says', async () => {
      const cases = casesFor(instrument, seed, 5);
      const saved = savedInTurn(filledWith(await writeWorkbook(instrument, details), cases));
      for (const [index, { response }] of cases.entries()) {
        const found = await compareFormulas(instrument, details, response, saved[index] ?? new Uint8Array());
        expect(found.differences).toEqual([]);
        expect(found.formulas).toBeGreaterThan(100);
      }
    }, 120_000);
  });
});
