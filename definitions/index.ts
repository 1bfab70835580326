import type { Instrument } from '../src/instrument/model/schema.ts';
import { ccgFramework } from './ccg-framework.ts';
import { commissioningStrategyFramework } from './commissioning-strategy-framework.ts';
import { needsOutcomesOptions } from './needs-outcomes-options.ts';
import { pctSelfAssessment } from './pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from './staffordshire-commissioning-practice.ts';
import { worldClassCommissioning } from './world-class-commissioning.ts';

/** Every instrument that the command knows, one line for each edition. */
export const instruments: readonly Instrument[] = [
  pctSelfAssessment,
  worldClassCommissioning,
  staffordshireCommissioningPractice,
  ccgFramework,
  needsOutcomesOptions,
  commissioningStrategyFramework,
];
