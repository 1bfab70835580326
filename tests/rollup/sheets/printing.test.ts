import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { printedSize } from '../../tools/measures.ts';
import { largeRegion } from '../largeRegion.ts';

/** Sheets with as many columns as there are parts or levels are not among them. */
const named = [
  ...['Board summary', 'Summary', 'Response', 'Returns', 'Questions', 'Weakest areas', 'Strengths'],
  ...['Actions', 'Evidence', 'Data', 'Positions', 'Notes', 'Contents'],
];

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'the roll-up of %s',
  (_key, instrument) => {
    const { sheets } = rollUpPlan(largeRegion(instrument, 12), new Date('2027-01-04T09:00:00Z'));

    test.each(sheets.filter(({ name }) => named.includes(name)).map((sheet) => [sheet.name, sheet] as const))(
      'prints %s at 8 points or more',
      (_name, sheet) => {
        expect(printedSize(sheet)).toBeGreaterThanOrEqual(8);
      },
    );
  },
);
