import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from '../../definitions/staffordshire-commissioning-practice.ts';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { savedByLibreOffice, withLibreOffice } from '../programs.ts';
import { compareStored } from '../workbook/recalculation.ts';
import { largeRegion } from './largeRegion.ts';

/** Figures of a roll-up are worked out twice: in TypeScript, which stores them, and by formulas over the sheet Data. */

const made = new Date('2027-01-04T09:00:00Z');
/** Partners of each region, which are asked so many questions that the formulas counted must be more than this. */
const regions = [
  [pctSelfAssessment, 12, 400],
  [staffordshireCommissioningPractice, 12, 300],
  [ccgFramework, 12, 100],
  [pctSelfAssessment, 1, 300],
  [pctSelfAssessment, 0, 0],
] as const;

let written: readonly Uint8Array[];
beforeAll(async () => {
  written = await Promise.all(
    regions.map(([instrument, partners]) => writeRollUp(largeRegion(instrument, partners), made)),
  );
});

withLibreOffice('worked out afresh by LibreOffice', () => {
  test('every formula of a roll-up gives what is stored', { timeout: 300_000 }, () => {
    const saved = savedByLibreOffice(written);
    for (const [index, [{ key }, partners, least]] of regions.entries()) {
      const bytes = written[index] ?? new Uint8Array();
      const { formulas, differences } = compareStored(bytes, saved[index] ?? new Uint8Array());
      expect(differences, `${key}, ${partners} partners`).toEqual([]);
      expect(formulas, `${key}, ${partners} partners`).toBeGreaterThan(least);
    }
  });

  test('an answer that is changed on the sheet Data changes the figures', { timeout: 300_000 }, () => {
    const [bytes = new Uint8Array()] = written;
    const { differences } = compareStored(bytes, savedByLibreOffice([withOneMoreAtLowest(bytes)])[0] ?? bytes);
    const sheets = new Set(differences.map(({ place }) => place.split('!')[0]));
    expect(sheets).toEqual(new Set(["'Questions'", "'Summary'"]));
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
