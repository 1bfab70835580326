import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ccgFramework } from '../../../../definitions/ccg-framework.ts';
import { readDefinition } from '../../../../src/instrument/readDefinition.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { headerRow } from '../../../../src/spreadsheet/plan/planTableSheet.ts';
import { plannedSheet } from '../../../planned.ts';
import { edgeOf, laptop, printedSize } from '../../../tools/measures.ts';
import { largeRegion } from '../../largeRegion.ts';

const name = 'better-care-fund.yaml';
const betterCareFund = readDefinition(
  readFileSync(new URL(`../../../instruments/${name}`, import.meta.url), 'utf8'),
  name,
);

describe.each([betterCareFund, ccgFramework].map((instrument) => [instrument.key, instrument] as const))(
  'the tables by field of %s',
  (_key, instrument) => {
    const plan = rollUpPlan(largeRegion(instrument, 12), new Date('2027-01-04T09:00:00Z'));

    test('are printed at 9 points or more', () => {
      const sheets = plan.sheets.filter(({ name }) => ['Numbers', 'Choices'].includes(name));
      for (const sheet of sheets) expect(printedSize(sheet), sheet.name).toBeGreaterThanOrEqual(9);
    });

    test('show on each page, and in half of a laptop’s screen, what the figures of a row are of', () => {
      const numbers = plannedSheet(plan, 'Numbers');
      const { frozen, print } = numbers;
      const named = numbers.cells.find(({ row, column }) => row === headerRow && column === 5)?.content;
      expect([named, frozen?.columns, print?.titleColumns]).toEqual(['Region', 5, 5]);
      expect(print?.columnBreaks).toEqual([10]);
      expect(edgeOf(numbers, headerRow, 5).right).toBeLessThanOrEqual(laptop.width / 2);
    });
  },
);
