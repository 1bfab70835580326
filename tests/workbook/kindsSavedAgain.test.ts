import { expect, test } from 'vitest';

import type { Field } from '../../src/instrument/model/schema.ts';

import { answered, type Response } from '../../src/response/response.ts';
import { withComputed } from '../../src/scoring/figures/withComputed.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';

import { ownFields, withFields } from '../ownFields.ts';

import { withOpenpyxl } from '../programs.ts';

import { typedCells } from '../responses.ts';
import { savedByOpenpyxl } from '../savedBy.ts';
import { responseWith } from '../tools/responseWith.ts';
import { type Case, casesFor, filledWith } from './recalculation.ts';
import { describeSavedAgain } from './savedAgain.ts';

/**
 * Random answers to every kind of field, of a section and of one question alone, go through the programs that calculate, and
 * come back the same.
 */

const seed = 20_261_130;
const both: Field = {
  ...{ kind: 'computed', key: 'both', heading: 'Both budgets', prompt: 'Its own and the other.' },
  ...{ as: 'money', decimals: 0, by: 'sum', of: ['own-budget', 'budget'] },
};
const instrument = withFields(kindsInstrument, { '1.1.2': [...Object.values(ownFields), both] });

const layout = layoutOf(instrument, { lastRound: true });

const amounts = (health: number, council: number, rooms: number): Response =>
  withComputed(
    instrument,
    responseWith(instrument, {
      '2.1.1 health': answered(health),
      '2.1.1 council': answered(council),
      '2.1.1 places': answered(9),
      'costs 1 name': answered('Clinic'),
      'costs 1 wages': answered(0.7),
      'costs 1 rooms': answered(rooms),
      'costs 1 people': answered(2),
      'costs 1 whole': answered(0.8),
      'costs 1 known': answered('Yes'),
    }),
  );

const caseOf = (response: Response): Case => ({
  typed: typedCells(instrument, response, layout),
  response,
  mistyped: false,
});

/** The last round is beside its numbers, which are then at the limits of every check, and just beyond. */
const response = amounts(1.1, 1.1, 0.1);
const lastRound = lastRoundOf(instrument, { round: '2025', instrument: instrument, response });

const details = issuedFor(instrument, { lastRound });
const cases = [
  ...[response, amounts(1.32, 1.32, 0.1), amounts(1.33, 1.34, 0.2), amounts(1.2, 1, 0.7)].map(caseOf),
  ...casesFor(instrument, seed, 5, layout),
];

describeSavedAgain([{ what: `kinds of field (seed ${seed})`, instrument, details, cases }], 10);

withOpenpyxl('kinds of field, saved by openpyxl', () => {
  test('the answers come back, though it calculates nothing', async () => {
    // It takes a second for each.
    const some = cases.slice(0, 5);
    const files = savedByOpenpyxl(filledWith(await writeWorkbook(instrument, details), some));
    expect(files).toHaveLength(some.length);
    for (const [index, file] of files.entries()) {
      const one = some[index];
      const { response: read, findings } = readResponse(readPackage(file), instrument);
      if (one?.mistyped === false) expect(read, `case ${index}`).toEqual(one.response);
      expect(findings.filter(({ code }) => code === 'answer.figure-differs')).toEqual([]);
    }
  });
});
