import type { Partner } from '../../partners/partner.ts';
import { areaKey } from '../../partners/sharedAreas.ts';
import { Refusal } from '../../refusal.ts';
import { regionNames } from './areaNames.ts';
import { comparable } from './comparable.ts';
import { compareTexts } from './compareTexts.ts';
import type { RollUp } from './rollUp.ts';

export interface Region {
  /** Its code, or its name if the list of partners gives no code. */
  readonly code: string;
  readonly name: string;
  readonly rollUp: RollUp;
}

/** Splits a roll-up by region. Partners without a region in the list of partners are in none. */
export function regionsOf(rollUp: RollUp): readonly Region[] {
  const nameOf = regionNames(rollUp.partners.map(({ partner }) => partner));
  const names = new Set(rollUp.partners.flatMap(({ partner }) => nameOf(partner) ?? []));
  return [...names].toSorted(compareTexts).map((name) => {
    const partners = rollUp.partners.filter(({ partner }) => nameOf(partner) === name);
    const code = partners.find(({ partner }) => partner.regionCode !== undefined)?.partner.regionCode ?? name;
    const areas = new Set(partners.map(({ partner }) => areaKey(partner.areaCode ?? '')));
    const { agreed, previous, past, departed, reviews } = rollUp;
    const codes = new Set(partners.map(({ partner }) => partner.code));
    const own = (partner: Partner): boolean => nameOf(partner) === name;
    return {
      code,
      name,
      rollUp: {
        ...rollUp,
        region: name,
        partners,
        ...(departed && { departed: departed.filter(({ partner }) => own(partner)) }),
        ...(reviews && {
          reviews: {
            ...reviews,
            uncounted: reviews.uncounted.filter(({ partner }) => own(partner)),
            outdated: reviews.outdated.filter(({ partner }) => own(partner)),
          },
        }),
        ...(agreed && { agreed: agreed.filter(({ area }) => areas.has(areaKey(area))) }),
        ...(previous && {
          previous: {
            ...previous,
            leftOut: previous.leftOut.filter(own),
            predecessors: previous.predecessors.filter(({ successor }) => codes.has(successor)),
          },
        }),
        ...(past && {
          past: past.map((one) => ({ ...one, partners: one.partners.filter(({ partner }) => own(partner)) })),
        }),
      },
    };
  });
}

/** Finds a region by code, or else by name. */
export const regionNamed = (regions: readonly Region[], code: string): Region | undefined =>
  regions.find((region) => comparable(region.code) === comparable(code)) ??
  regions.find((region) => comparable(region.name) === comparable(code));

/** @throws Refusal if the round has no region with that code or name. */
export function requireRegion(rollUp: RollUp, code: string): Region {
  const regions = regionsOf(rollUp);
  const region = regionNamed(regions, code);
  if (region !== undefined) return region;
  const known = regions.map((one) => (one.code === one.name ? one.code : `${one.code} (${one.name})`));
  throw new Refusal(
    'region.unknown',
    (input) =>
      `Round "${rollUp.round.round}" has no region "${code}". ${known.length === 0 ? `Its list of partners gives no regions: leave ${input('region')} out.` : `There are: ${known.join(', ')}.`}`,
  );
}
