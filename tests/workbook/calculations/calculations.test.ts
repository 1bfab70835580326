import { beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../definitions/pct-self-assessment.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { withGnumeric, withLibreOffice } from '../../programs.ts';
import { savedByGnumeric, savedByLibreOffice } from '../../savedBy.ts';
import { type Case, casesFor, compareFormulas, filledWith } from '../recalculation.ts';

/** A few sets of answers on every run; `npm run prove` takes hundreds. */

let blankWorkbook: Uint8Array;
let blankWithLast: Uint8Array;
beforeAll(async () => {
  blankWorkbook = await writeWorkbook(instrument, issuedFor(instrument));
  blankWithLast = await writeWorkbook(instrument, detailsWithLast);
});

const seed = 20_070_301;
const cases = casesFor(instrument, seed, 16);

test('the cases reach every position', () => {
  const scorecards = cases.map(({ response }) => scorecardOf(instrument, response));
  const parts = scorecards.flatMap(({ overall, views }) => [overall, ...views.flatMap((view) => view.parts)]);
  expect(new Set(parts.map(({ band }) => band))).toEqual(new Set(['red', 'amber', 'green', 'not-scored']));
});

/** With what the partner answered before, some questions of which have changed since. */
const before = {
  ...instrument,
  edition: '2006',
  sections: instrument.sections.map((section) =>
    section.shape === 'items' && section.key === '2'
      ? {
          ...section,
          activities: section.activities.map((activity) => ({
            ...activity,
            items: activity.items.map((item) => ({ ...item, question: `Formerly: ${item.question}` })),
          })),
        }
      : section,
  ),
};
const detailsWithLast = issuedFor(instrument, {
  lastRound: lastRoundOf(instrument, { round: '2025', instrument: before, response: cases[7]?.response }),
});
const casesWithLast = casesFor(instrument, seed, 8, layoutOf(instrument, { lastRound: true }));

async function expectEqual(
  all: readonly Case[],
  recalculated: readonly Uint8Array[],
  details = issuedFor(instrument),
): Promise<void> {
  expect(recalculated).toHaveLength(all.length);
  for (const [index, { response }] of all.entries()) {
    const compared = await compareFormulas(instrument, details, response, recalculated[index] ?? new Uint8Array());
    expect(compared.formulas).toBeGreaterThan(200);
    expect(compared.differences, `case ${index}`).toEqual([]);
  }
}

withLibreOffice('worked out afresh by LibreOffice', () => {
  test(`every formula gives what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectEqual(cases, savedByLibreOffice(filledWith(blankWorkbook, cases)));
  });

  test(`also beside the last round (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectEqual(casesWithLast, savedByLibreOffice(filledWith(blankWithLast, casesWithLast)), detailsWithLast);
  });
});

withGnumeric('worked out afresh by Gnumeric', () => {
  test(`every formula gives what scoring says (seed ${seed})`, { timeout: 300_000 }, async () => {
    const some = cases.slice(0, 14);
    await expectEqual(some, savedByGnumeric(filledWith(blankWorkbook, some)));
  });

  test(`also beside the last round (seed ${seed})`, { timeout: 300_000 }, async () => {
    await expectEqual(casesWithLast, savedByGnumeric(filledWith(blankWithLast, casesWithLast)), detailsWithLast);
  });
});
