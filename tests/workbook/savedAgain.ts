import { beforeAll, describe, expect, test } from 'vitest';
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

/** Sets of answers to an instrument, and what its workbook is issued with. */
export interface AnsweredSets {
  readonly what: string;
  readonly instrument: Instrument;
  readonly details: IssueDetails;
  readonly cases: readonly Case[];
}

/**
 * Puts filled-in workbooks through the programs that calculate, all at one start, and tests everything that must survive it:
 * the formulas' results, the answers, and that nothing but answers looks changed.
 *
 * @param minFormulas how many formulas each workbook has at least
 */
export function describeSavedAgain(sets: readonly AnsweredSets[], minFormulas: number): void {
  const prepared: Prepared[] = [];
  beforeAll(async () => {
    for (const { instrument, details, cases } of sets) {
      const expected: FormulaValues[] = [];
      for (const { response } of cases)
        expected.push(formulaValues(readPackage(await writeWorkbook(instrument, details, response))));
      const files = filledWith(await writeWorkbook(instrument, details), cases);
      prepared.push({ files, expected, printed: printedFor(instrument, details) });
    }
  }, 120_000);

  for (const [program, withProgram, savedBy] of programs) {
    withProgram(`saved by ${program}`, () => {
      let saved: readonly RawWorkbook[];
      beforeAll(() => {
        saved = savedBy(prepared.flatMap(({ files }) => files)).map((bytes) => readPackage(bytes));
      }, 300_000);

      describe.each(sets.map((set, place) => ({ ...set, place })))('$what', ({ instrument, details, cases, place }) => {
        const each = function* (): Generator<readonly [number, Case, RawWorkbook, Prepared]> {
          const before = sets.slice(0, place).reduce((sum, set) => sum + set.cases.length, 0);
          const own = prepared[place];
          const files = saved.slice(before, before + cases.length);
          expect(files).toHaveLength(cases.length);
          for (const [index, one] of cases.entries()) {
            const raw = files[index];
            if (raw !== undefined && own !== undefined) yield [index, one, raw, own];
          }
        };

        test('every formula gives what scoring says', () => {
          for (const [index, , raw, { expected }] of each()) {
            const { formulas, differences } = compareValues(expected[index] ?? new Map(), formulaValues(raw));
            expect(formulas).toBeGreaterThan(minFormulas);
            expect(differences, `case ${index}`).toEqual([]);
          }
        });

        test('the answers come back, with the findings that they had before', () => {
          for (const [index, { mistyped, response }, raw, { files }] of each()) {
            expect(readStamp(raw).stamp).toEqual(details.stamp);
            const read = readResponse(raw, instrument);
            const before = readResponse(readPackage(files[index] ?? new Uint8Array()), instrument);
            expect(read.findings, `case ${index}`).toEqual(before.findings);
            expect(read.response, `case ${index}`).toEqual(mistyped ? before.response : response);
          }
        });

        test('nothing looks changed since the workbook was issued', () => {
          for (const [index, { mistyped }, raw, { printed }] of each())
            if (!mistyped) expect(evidenceIn(raw, printed, instrument).map(findingLine), `case ${index}`).toEqual([]);
        });
      });
    });
  }
}

interface Prepared {
  readonly files: readonly Uint8Array[];
  /** What the formulas of each file should come to. */
  readonly expected: readonly FormulaValues[];
  readonly printed: IssuedContent;
}
