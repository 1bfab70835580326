import fc from 'fast-check';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from '../../definitions/staffordshire-commissioning-practice.ts';
import { worldClassCommissioning } from '../../definitions/world-class-commissioning.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { anonymise } from '../../src/rollup/disclosure/anonymous.ts';
import type { RollUp } from '../../src/rollup/load/rollUp.ts';
import type { RollUpOptions } from '../../src/rollup/writeRollUp.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from '../ruledInstruments.ts';
import { comparedWith, inAreas } from './comparedRegion.ts';
import { largeRegion } from './largeRegion.ts';

/** Roll-ups, and the minimum number of formulas of each, by the questions that its partners are asked. */
export const rollUpCases: Readonly<Record<string, readonly [rollUp: RollUp, min: number, options?: RollUpOptions]>> = {
  '12 partners': [largeRegion(pctSelfAssessment, 12), 400],
  'answers that are words': [largeRegion(staffordshireCommissioningPractice, 12), 300],
  'levels from 1, the best': [largeRegion(ccgFramework, 12), 100],
  'three phases': [largeRegion(worldClassCommissioning, 12), 50],
  ...Object.fromEntries(figureRules.map((by) => [`the rule ${by}`, [largeRegion(ruled(by), 6), 60] as const])),
  ...Object.fromEntries(
    choicesOfOverall.map((one, index) => [`two scales, ${index + 1}`, [largeRegion(one, 6), 60] as const]),
  ),
  targets: [largeRegion(withTargets(), 6), 60],
  'one partner': [largeRegion(pctSelfAssessment, 1), 300],
  'no partner': [largeRegion(pctSelfAssessment, 0), 0],
  'kinds of partner, areas and an earlier round': [compared(), 400, { by: 'kind' }],
  anonymous: [anonymise(largeRegion(pctSelfAssessment, 12), new Uint8Array(32)), 400],
};

/** The sample under a random rule of its own. */
function ruled(by: (typeof figureRules)[number]): Instrument {
  const [instrument] = fc.sample(ruledArbitrary(by), { seed: 20_261_130, numRuns: 1 });
  if (instrument === undefined) throw new Error('one instrument is made');
  return instrument;
}

/** Every second partner in one area, and all of them compared with what they answered a year before. */
function compared(): RollUp {
  const now = largeRegion(pctSelfAssessment, 12);
  const areas = now.partners.map(({ partner }, index) => [partner.code, { code: `A${index % 2}`, name: "Dale's" }]);
  return comparedWith(inAreas(now, Object.fromEntries(areas)), largeRegion(pctSelfAssessment, 12, 7));
}
