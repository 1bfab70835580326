import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { answerCells } from '../../src/demo/answerCells.ts';
import { fillIn, type TypedCell } from '../../src/demo/fillIn.ts';
import { emptyResponse, type Response } from '../../src/response/response.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { address } from '../../src/spreadsheet/address.ts';
import type { RawWorkbook } from '../../src/spreadsheet/rawWorkbook.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { savedByGnumeric, savedByLibreOffice, withGnumeric, withLibreOffice } from '../programs.ts';
import { responseArbitrary, typedCells } from '../responses.ts';

/**
 * The rules of positions exist twice, as formulas and in `scoring/`. The writer stores what `scoring/` says with each
 * formula; a program that works the formulas out afresh from what a partner typed must come to the same.
 */

const details = issuedFor(instrument);
let blankWorkbook: Uint8Array;
beforeAll(async () => {
  blankWorkbook = await writeWorkbook(instrument, details);
});

/** Values of all formula cells, by sheet and address. Numbers are rounded where programs store fewer figures. */
function formulaValues(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  const raw: RawWorkbook = readPackage(bytes);
  return new Map(
    raw.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, cells]) =>
        [...cells.values()]
          .filter(({ formula }) => formula)
          .map(({ column, value }) => [
            `'${sheet.name}'!${address(row, column)}`,
            typeof value.value === 'number' ? Number(value.value.toPrecision(12)) : value.value,
          ]),
      ),
    ),
  );
}

interface Case {
  readonly typed: readonly TypedCell[];
  /** What the typed cells say to `scoring/`. */
  readonly response: Response;
}

const seed = 20_070_301;
const scores = answerCells(layoutOf(instrument)).filter(({ field }) => field.kind === 'score');

const cases: readonly Case[] = [
  { typed: [], response: emptyResponse(instrument) },
  // What is no answer to the drop-down list is none to the formulas: they count it as unanswered.
  {
    typed: scores.map(({ sheet, row, column }, index) => ({
      sheet,
      row,
      column,
      value: ['3', ' 3', 'Good to best practice', 4, 0, 2.5, 'n/a'][index % 7] ?? '',
    })),
    response: emptyResponse(instrument),
  },
  ...fc
    .sample(responseArbitrary(instrument), { seed, numRuns: 40 })
    .map((response) => ({ typed: typedCells(instrument, response), response })),
];

test('the cases reach every position', () => {
  const scorecards = cases.map(({ response }) => scorecardOf(instrument, response));
  const parts = scorecards.flatMap(({ overall, views }) => [overall, ...views.flatMap((view) => view.parts)]);
  expect(new Set(parts.map(({ band }) => band))).toEqual(new Set(['red', 'amber', 'green', 'not-scored']));
});

async function expectEqual(all: readonly Case[], recalculated: readonly Uint8Array[]): Promise<void> {
  expect(recalculated).toHaveLength(all.length);
  for (const [index, { response }] of all.entries()) {
    const stored = formulaValues(await writeWorkbook(instrument, details, response));
    expect(stored.size).toBeGreaterThan(200);
    const found = formulaValues(recalculated[index] ?? new Uint8Array());
    const differences = [...stored].filter(([place, value]) => found.get(place) !== value);
    expect(differences.map(([place, value]) => ({ place, value, found: found.get(place) }))).toEqual([]);
    expect(found.size).toBe(stored.size);
  }
}

const filled = (all: readonly Case[]): readonly Uint8Array[] => all.map(({ typed }) => fillIn(blankWorkbook, typed));

withLibreOffice('worked out afresh by LibreOffice', () => {
  test(`every formula gives what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectEqual(cases, savedByLibreOffice(filled(cases)));
  });
});

withGnumeric('worked out afresh by Gnumeric', () => {
  test(`every formula gives what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    const some = cases.slice(0, 14);
    await expectEqual(some, savedByGnumeric(filled(some)));
  });
});
