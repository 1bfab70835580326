import type { Grouping } from '../../rollup/load/groups.ts';
import { type Region, regionNamed, regionsOf } from '../../rollup/load/regions.ts';
import type { RollUp } from '../../rollup/load/rollUp.ts';
import { UsageError } from '../terminal/context.ts';

/** Of which partners roll-ups are wanted. */
export interface WantedScope {
  readonly region?: string;
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
 * @throws UsageError when there is no such region, or nothing by which partners are to be set side by side.
 */
export function scopesOf(rollUp: RollUp, { region, all, by }: WantedScope): readonly Scope[] {
  if (region !== undefined && all === true) {
    throw new UsageError('--region is for one region and --all for every one of them: give one of the two.');
  }
  if (by !== undefined && rollUp.partners.length > 0 && !partnersHave(rollUp, by)) {
    const known = (['region', 'area', 'kind'] as const).filter((other) => partnersHave(rollUp, other));
    throw new UsageError(
      `The list of partners of round "${rollUp.round.round}" gives nobody's ${by}, so that --by ${by} shows nothing. ${known.length === 0 ? 'Leave --by out.' : `It gives: ${known.join(', ')}.`}`,
    );
  }
  const regions = regionsOf(rollUp);
  if (region === undefined) {
    const each = all === true ? regions.map((one) => ({ region: one, rollUp: one.rollUp })) : [];
    return [{ region: undefined, rollUp }, ...each];
  }
  const found = regionNamed(regions, region);
  if (found === undefined) {
    const known = regions.map(({ code, name }) => (code === name ? code : `${code} (${name})`));
    throw new UsageError(
      `Round "${rollUp.round.round}" has no region "${region}". ${known.length === 0 ? 'Its list of partners gives no regions: leave --region out.' : `There are: ${known.join(', ')}.`}`,
    );
  }
  return [{ region: found, rollUp: found.rollUp }];
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
