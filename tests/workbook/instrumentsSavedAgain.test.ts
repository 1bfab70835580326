import { instruments } from '../../definitions/index.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { issuedFor } from '../issued.ts';
import { casesFor } from './recalculation.ts';
import { describeSavedAgain } from './savedAgain.ts';

/** A set of answers with slips to every instrument; `calculations.test.ts` takes more, to the PCT self-assessment. */

const seed = 20_050_501;

describeSavedAgain(
  instruments
    .filter(({ key }) => key !== pctSelfAssessment.key)
    .map((instrument) => ({
      ...{ what: `${instrument.key} (seed ${seed})`, instrument, details: issuedFor(instrument) },
      cases: casesFor(instrument, seed, 5).slice(4),
    })),
  10,
);
