import { Refusal } from '../../refusal.ts';
import { type Grouping, groupings } from '../../rollup/load/groups.ts';
import { type Region, regionsOf, requireRegion } from '../../rollup/load/regions.ts';
import type { RollUp } from '../../rollup/load/rollUp.ts';

/** Of which partners roll-ups are wanted. */
export interface WantedScope {
  /** Code or name. */
  readonly region?: string;
  /** Of all partners, and of each region. */
  readonly all?: boolean;
  readonly by?: Grouping;
}

/** A roll-up to be written; without a region it is of all partners. */
export interface Scope {
  readonly region: Region | undefined;
  readonly rollUp: RollUp;
}

/**
 * The roll-ups that are wanted: of all partners, of one region, or of all and of each region.
 *
 * @throws Refusal when there is no such region, or nothing by which partners are to be set side by side.
 */
export function rollUpScopes(rollUp: RollUp, { region, all, by }: WantedScope): readonly Scope[] {
  if (region !== undefined && all === true) {
    throw new Refusal(
      'region.one-or-all',
      (input) => `${input('region')} is for one region and ${input('all')} for every one of them: give one of the two.`,
    );
  }
  if (by !== undefined && rollUp.partners.length > 0 && !partnersHave(rollUp, by)) {
    const known = groupings.filter((other) => partnersHave(rollUp, other));
    throw new Refusal(
      'group.unknown',
      (input) =>
        `The list of partners of round "${rollUp.round.round}" gives nobody's ${by}, so that ${input('by')} ${by} shows nothing. ${known.length === 0 ? `Leave ${input('by')} out.` : `It gives: ${known.join(', ')}.`}`,
    );
  }
  if (region !== undefined) {
    const found = requireRegion(rollUp, region);
    return [{ region: found, rollUp: found.rollUp }];
  }
  const each = all === true ? regionsOf(rollUp).map((one) => ({ region: one, rollUp: one.rollUp })) : [];
  return [{ region: undefined, rollUp }, ...each];
}

function partnersHave({ partners }: RollUp, by: Grouping): boolean {
  return partners.some(({ partner: { regionCode, regionName, areaCode, areaName, kind } }) => {
    const given: Readonly<Record<Grouping, string | undefined>> = {
      region: regionName ?? regionCode,
      area: areaName ?? areaCode,
      kind,
    };
    return given[by] !== undefined;
  });
}
