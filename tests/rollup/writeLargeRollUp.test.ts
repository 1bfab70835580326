import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import type { CountedGroup, CountedRollUp } from '../../src/rollup/figures/counts/countRollUp.ts';
import { countsOf, sumOfCounts } from '../../src/rollup/figures/counts/counts.ts';
import { groupsOf } from '../../src/rollup/load/groups.ts';
import { type PartnerResult, type RollUp, returned } from '../../src/rollup/load/rollUp.ts';
import { largeRollUpPlan } from '../../src/rollup/writeLargeRollUp.ts';
import { brokenLaws } from '../tools/planLaws.ts';
import { largeRegion } from './largeRegion.ts';

const made = new Date('2027-01-04T09:00:00Z');

function countedOf(rollUp: RollUp): CountedRollUp {
  const { instrument } = rollUp;
  const group = (label: string, partners: readonly PartnerResult[]): CountedGroup => {
    const back = returned({ ...rollUp, partners });
    return {
      ...{ label, partners: partners.length, returned: back.length },
      late: back.filter(({ counting }) => counting?.late).length,
      counts: sumOfCounts(
        instrument,
        back.map((one) => countsOf(instrument, one)),
      ),
    };
  };
  const by = (grouping: 'region' | 'kind') =>
    groupsOf(rollUp.partners, grouping).map(({ label, partners }) => group(label, partners));
  return {
    ...{ ...rollUp, departed: [], all: group('', rollUp.partners) },
    groups: new Map([
      ['region', by('region')],
      ['kind', by('kind')],
    ]),
  };
}

const scored = instruments.filter(({ scorecard }) => scorecard !== undefined);

describe.each(scored.map((instrument) => [instrument.key, instrument] as const))(
  'the laws of plans: %s',
  (_key, instrument) => {
    const region = largeRegion(instrument, 12);

    test('a roll-up of counts', () => {
      expect(brokenLaws(largeRollUpPlan(countedOf(region), made, { by: 'region' }))).toEqual([]);
    });

    test('a roll-up of counts without returns', () => {
      const none = region.partners.map((one) => ({ ...one, returns: [], counting: undefined, result: undefined }));
      expect(brokenLaws(largeRollUpPlan(countedOf({ ...region, partners: none }), made, { by: 'region' }))).toEqual([]);
    });
  },
);
