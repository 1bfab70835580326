import { expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../definitions/pct-self-assessment.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { issuedFor } from '../../issued.ts';
import { casesFor } from '../recalculation.ts';
import { describeSavedAgain } from '../savedAgain.ts';

/** A few sets of answers on every run; `npm run prove` takes hundreds. */

const seed = 20_070_301;
const cases = casesFor(instrument, seed, 5);

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
  lastRound: lastRoundOf(instrument, { round: '2025', instrument: before, response: cases[1]?.response }),
});
const casesWithLast = casesFor(instrument, seed, 1, layoutOf(instrument, { lastRound: true }));

describeSavedAgain(
  [
    { what: `workbooks (seed ${seed})`, instrument, details: issuedFor(instrument), cases },
    {
      ...{ what: `workbooks beside the last round (seed ${seed})`, instrument, details: detailsWithLast },
      cases: casesWithLast,
    },
  ],
  200,
);
