import { answered, type Response } from '../../../../src/response/response.ts';
import type { PartnerResult, RollUp } from '../../../../src/rollup/load/rollUp.ts';
import { withComputed } from '../../../../src/scoring/figures/withComputed.ts';
import { scorecardOf } from '../../../../src/scoring/scorecard.ts';
import { kindsInstrument } from '../../../kindsInstrument.ts';
import { responseWith } from '../../../tools/responseWith.ts';

export const due = new Date('2026-12-18T12:00:00Z');

/** Two regions: four partners of which three answered, and one partner without a return. */
export const rollUp: RollUp = {
  instrument: kindsInstrument,
  round: { round: '2026', instrument: 'kinds', edition: '1', due, marking: undefined },
  partners: [
    partner('A', 'North', { people: 10_000, budget: 100, share: 10 }),
    partner('B', 'North', { people: 30_000, budget: 200, share: 30 }),
    partner('C', 'North', { budget: 600, share: 90 }),
    partner('D', 'North', {}),
    partner('E', 'South', undefined),
  ],
};

function partner(
  code: string,
  regionName: string,
  numbers: Readonly<Record<string, number>> | undefined,
): PartnerResult {
  const known = { partner: { code, name: `Partner ${code}`, regionName }, issued: due, returns: [], refused: 0 };
  if (numbers === undefined) return { ...known, counting: undefined, result: undefined };
  const answers = Object.entries(numbers).map(([field, value]) => [`1.1.1 ${field}`, answered(value)]);
  const given = responseWith(kindsInstrument, {
    ...Object.fromEntries(answers),
    ...(code === 'A' ? { '1.1.1 plan': answered('Yes'), '1.1.1 places': answered('Home; Clinic') } : {}),
    ...(code === 'B' ? { '1.1.1 plan': answered('No'), '1.1.1 places': answered('Home') } : {}),
    ...(code === 'A' ? { '2.1.1 health': answered(60), '2.1.1 council': answered(40) } : {}),
    ...(code === 'B' ? { '2.1.1 health': answered(100), '2.1.1 council': answered(300) } : {}),
    ...(code === 'C' ? { '2.1.1 health': answered(700) } : {}),
    ...(code === 'A' ? { 'projects 1 budget': answered(50), 'projects 2 budget': answered(70) } : {}),
  });
  const response: Response = withComputed(kindsInstrument, given);
  return { ...known, counting: undefined, result: { response, scorecard: scorecardOf(kindsInstrument, response) } };
}
