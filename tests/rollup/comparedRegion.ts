import type { RollUp } from '../../src/rollup/load/rollUp.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';

/** The same roll-up with partners put into areas, by partner code. */
export const inAreas = (
  rollUp: RollUp,
  areas: Readonly<Record<string, { readonly code: string; readonly name?: string }>>,
): RollUp => ({
  ...rollUp,
  partners: rollUp.partners.map((result) => {
    const area = areas[result.partner.code];
    if (area === undefined) return result;
    const { code: areaCode, name } = area;
    const partner = { ...result.partner, areaCode, ...(name === undefined ? {} : { areaName: name }) };
    return { ...result, partner };
  }),
});

/** A roll-up compared with an earlier one, as its partners are matched when both are loaded from a register. */
export function comparedWith(now: RollUp, then: RollUp): RollUp {
  const answered = new Map(then.partners.map(({ partner, result }) => [partner.code, result?.response]));
  const { instrument, round } = then;
  return {
    ...now,
    previous: {
      round,
      predecessors: [],
      leftOut: then.partners.flatMap(({ partner, result }) =>
        result === undefined || now.partners.some((own) => own.partner.code === partner.code) ? [] : [partner],
      ),
    },
    partners: now.partners.map((own) => ({
      ...own,
      lastRound: lastRoundOf(now.instrument, {
        round: round.round,
        instrument,
        response: answered.get(own.partner.code),
      }),
    })),
  };
}

/** A roll-up compared with several earlier ones, from the earliest to the last. */
export function comparedWithAll(now: RollUp, thens: readonly RollUp[]): RollUp {
  const last = thens.at(-1);
  if (last === undefined) return now;
  return {
    ...comparedWith(now, last),
    past: thens.map(({ round, instrument, partners }) => ({
      round,
      partners: partners.map(({ partner, result }) => ({
        partner,
        lastRound: lastRoundOf(now.instrument, { round: round.round, instrument, response: result?.response }),
      })),
    })),
  };
}
