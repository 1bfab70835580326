import type { Band } from '../../scoring/position.ts';
import { compareTexts } from './compareTexts.ts';
import { type Grouping, groupsOf } from './groups.ts';
import type { PartnerResult, RollUp } from './rollUp.ts';

const worstFirst: readonly (Band | undefined)[] = ['red', 'amber', 'green', 'not-scored', undefined];

/** Sorts partners for heat maps: by group, the worst first. The order depends only on figures that are shown. */
export const heatMapOrder = (
  { partners }: RollUp,
  by: Grouping,
): readonly { readonly group: string; readonly partner: PartnerResult }[] =>
  groupsOf(partners, by).flatMap(({ label, partners: own }) =>
    own
      .toSorted(
        (a, b) =>
          place(a) - place(b) ||
          lowestShare(b) - lowestShare(a) ||
          compareTexts(a.partner.name, b.partner.name) ||
          compareTexts(a.partner.code, b.partner.code),
      )
      .map((partner) => ({ group: label, partner })),
  );

const place = ({ result }: PartnerResult): number => worstFirst.indexOf(result?.scorecard.overall.band);

/** The share of a partner's answers at the lowest level. */
function lowestShare({ result }: PartnerResult): number {
  const counts = [...(result?.scorecard.overall.tally.levels.values() ?? [])];
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return answered === 0 ? 0 : (counts[0] ?? 0) / answered;
}
