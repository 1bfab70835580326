import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from '../../definitions/staffordshire-commissioning-practice.ts';
import { worldClassCommissioning } from '../../definitions/world-class-commissioning.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { anonymise } from '../../src/rollup/disclosure/anonymous.ts';
import type { RollUp } from '../../src/rollup/load/rollUp.ts';
import { type RollUpOptions, writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { withLibreOffice } from '../programs.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from '../ruledInstruments.ts';
import { savedByLibreOffice } from '../savedBy.ts';
import { compareStored } from '../workbook/recalculation.ts';
import { comparedWith, inAreas } from './comparedRegion.ts';
import { largeRegion } from './largeRegion.ts';

/** Figures of a roll-up are worked out twice: in TypeScript, which stores them, and by formulas over the sheet Data. */

const made = new Date('2027-01-04T09:00:00Z');
/** Roll-ups, and the minimum number of formulas of each, by the questions that its partners are asked. */
const rollUps: Readonly<Record<string, readonly [rollUp: RollUp, min: number, options?: RollUpOptions]>> = {
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

let written: readonly Uint8Array[];
beforeAll(async () => {
  written = await Promise.all(Object.values(rollUps).map(([rollUp, , options]) => writeRollUp(rollUp, made, options)));
}, 60_000);

withLibreOffice('worked out afresh by LibreOffice', () => {
  test('every formula of a roll-up gives what is stored', { timeout: 300_000 }, () => {
    const saved = savedByLibreOffice(written);
    for (const [index, [name, [, min]]] of Object.entries(rollUps).entries()) {
      const bytes = written[index] ?? new Uint8Array();
      const { formulas, differences } = compareStored(bytes, saved[index] ?? new Uint8Array());
      expect(differences, name).toEqual([]);
      expect(formulas, name).toBeGreaterThan(min);
    }
  });

  test('an answer that is changed on the sheet Data changes the figures', { timeout: 300_000 }, () => {
    const [bytes = new Uint8Array()] = written;
    const { differences } = compareStored(bytes, savedByLibreOffice([withOneMoreAtLowest(bytes)])[0] ?? bytes);
    const sheets = new Set(differences.map(({ place }) => place.split('!')[0]));
    expect(sheets).toEqual(new Set(["'Board summary'", "'Questions'", "'Summary'"]));
  });
});

/** The first question of the first section counted once more at the lowest level, and once less at another. */
function withOneMoreAtLowest(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const counted = /1\.1\.1 is [23] [^<]+/;
  const lowest = /1\.1\.1 is 1 [^<]+/;
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!name.startsWith('xl/worksheets/') || !counted.test(xml)) continue;
    parts[name] = strToU8(xml.replace(counted, lowest.exec(xml)?.[0] ?? ''));
  }
  return zipSync(parts);
}
