import { worstFirst } from '../../scoring/bands.ts';
import { compareTexts } from './compareTexts.ts';
import { type Grouping, groupsOf } from './groups.ts';
import type { PartnerResult, RollUp } from './rollUp.ts';

/** Sorts partners for heat maps: by group, the worst first. The order depends only on figures that are shown. */
export const heatMapOrder = (
  { instrument, partners }: RollUp,
  by: Grouping,
): readonly { readonly group: string; readonly partner: PartnerResult }[] => {
  const order = worstFirst(instrument);
  return groupsOf(partners, by).flatMap(({ label, partners: own }) =>
    own
      .toSorted(
        (a, b) =>
          order(a.result?.scorecard.overall.band, b.result?.scorecard.overall.band) ||
          lowestShare(b) - lowestShare(a) ||
          compareTexts(a.partner.name, b.partner.name) ||
          compareTexts(a.partner.code, b.partner.code),
      )
      .map((partner) => ({ group: label, partner })),
  );
};

/** The share of a partner's answers at the lowest level. */
function lowestShare({ result }: PartnerResult): number {
  const counts = [...(result?.scorecard.overall.tally.levels.values() ?? [])];
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return answered === 0 ? 0 : (counts[0] ?? 0) / answered;
}
