import { beforeAll, expect, test } from 'vitest';
import { findingLine } from '../../src/finding/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import type { RawWorkbook } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import type { IssuedContent } from '../../src/workbook/compare/issuedContent.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { printedFor } from '../issued.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { evidenceIn } from './evidenceIn.ts';
import { type Case, compareValues, type FormulaValues, filledWith, formulaValues } from './recalculation.ts';

const programs = [
  ['LibreOffice', withLibreOffice, savedByLibreOffice],
  ['Gnumeric', withGnumeric, savedByGnumeric],
] as const;

/**
 * Puts filled-in workbooks through the programs that calculate, once each, and tests everything that must survive it:
 * the formulas' results, the answers, and that nothing but answers looks changed.
 *
 * @param minFormulas how many formulas such a workbook has at least
 */
export function describeSavedAgain(
  what: string,
  instrument: Instrument,
  details: IssueDetails,
  cases: readonly Case[],
  minFormulas: number,
): void {
  let files: readonly Uint8Array[];
  let printed: IssuedContent;
  const expected: FormulaValues[] = [];
  beforeAll(async () => {
    files = filledWith(await writeWorkbook(instrument, details), cases);
    printed = await printedFor(instrument, details);
    for (const { response } of cases)
      expected.push(formulaValues(readPackage(await writeWorkbook(instrument, details, response))));
  }, 120_000);

  for (const [program, withProgram, savedBy] of programs) {
    withProgram(`${what}, saved by ${program}`, () => {
      let saved: readonly RawWorkbook[];
      beforeAll(() => {
        saved = savedBy(files).map((bytes) => readPackage(bytes));
      }, 300_000);

      const each = function* (): Generator<readonly [number, Case, RawWorkbook]> {
        expect(saved).toHaveLength(cases.length);
        for (const [index, one] of cases.entries()) {
          const raw = saved[index];
          if (raw !== undefined) yield [index, one, raw];
        }
      };

      test('every formula gives what scoring says', () => {
        for (const [index, , raw] of each()) {
          const { formulas, differences } = compareValues(expected[index] ?? new Map(), formulaValues(raw));
          expect(formulas).toBeGreaterThan(minFormulas);
          expect(differences, `case ${index}`).toEqual([]);
        }
      });

      test('the answers come back, with the findings that they had before', () => {
        for (const [index, { mistyped, response }, raw] of each()) {
          expect(readStamp(raw).stamp).toEqual(details.stamp);
          const read = readResponse(raw, instrument);
          const before = readResponse(readPackage(files[index] ?? new Uint8Array()), instrument);
          expect(read.findings, `case ${index}`).toEqual(before.findings);
          expect(read.response, `case ${index}`).toEqual(mistyped ? before.response : response);
        }
      });

      test('nothing looks changed since the workbook was issued', () => {
        for (const [index, { mistyped }, raw] of each())
          if (!mistyped) expect(evidenceIn(raw, printed, instrument).map(findingLine), `case ${index}`).toEqual([]);
      });
    });
  }
}
