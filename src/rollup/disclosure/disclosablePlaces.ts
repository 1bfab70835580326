import type { Partner } from '../../partners/partner.ts';
import type { PartnerStatus } from '../../rounds/round/roundStatus.ts';
import { areaNames, regionNames } from '../load/areaNames.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { disclosableGroups } from './disclosableGroups.ts';
import { disclosureThreshold } from './thresholds.ts';

const mergedRegions = 'Other regions';

/** Whether an anonymous roll-up of all partners shows a region, by name, without merging it with others. */
export function isDisclosed(partners: readonly PartnerStatus[], region: string): boolean {
  const placeOf = disclosablePlaces(partners);
  return partners.some(({ partner }) => placeOf(partner).regionName === region);
}

type Place = Pick<Partner, 'regionCode' | 'regionName' | 'areaCode' | 'areaName'>;

/** Returns a function that gives the region and area of a partner, as far as they may be shown. */
export function disclosablePlaces(partners: readonly PartnerStatus[]): (partner: Partner) => Place {
  const everybody = partners.map(({ partner }) => partner);
  const back = partners.filter(({ counting }) => counting !== undefined).map(({ partner }) => partner);
  const nameOf = regionNames(everybody);
  const labelOf = (partner: Partner): string => nameOf(partner) ?? '';
  const shown = disclosableGroups(sizesOf(everybody, back, labelOf), disclosureThreshold);
  const rest = shown.size === 0 ? missingValueMarks.suppressed : mergedRegions;
  const codes = new Map(
    everybody.flatMap((one) => (one.regionCode === undefined ? [] : [[labelOf(one), one.regionCode]])),
  );
  const regionOf = (partner: Partner): Place => {
    const regionName = labelOf(partner);
    if (!shown.has(regionName)) return { regionName: rest };
    const regionCode = codes.get(regionName);
    return { ...(regionCode && { regionCode }), ...(regionName && { regionName }) };
  };
  const areaOf = disclosableAreas(everybody, back, (partner) => JSON.stringify(regionOf(partner)));
  return (partner) => {
    const areaName = areaOf(partner);
    return { ...regionOf(partner), ...(areaName && { areaName }) };
  };
}

/** Returns a function that gives the area of a partner, if it may be shown. The rule applies within each region that is shown. */
function disclosableAreas(
  everybody: readonly Partner[],
  back: readonly Partner[],
  regionOf: (partner: Partner) => string,
): (partner: Partner) => string | undefined {
  const nameOf = areaNames(everybody);
  const shown = new Map(
    [...new Set(everybody.map(regionOf))].map((region) => {
      const own = (partner: Partner): boolean => regionOf(partner) === region;
      const [named, unnamed] = [true, false].map((is) =>
        back.filter((partner) => own(partner) && (nameOf(partner) !== undefined) === is),
      );
      const sizes = sizesOf(everybody.filter(own), named ?? [], (partner) => nameOf(partner) ?? '');
      return [region, disclosableGroups(sizes, disclosureThreshold, unnamed?.length)];
    }),
  );
  return (partner) => {
    const name = nameOf(partner);
    return name !== undefined && shown.get(regionOf(partner))?.has(name) ? name : undefined;
  };
}

/** The number of returns of each group, zero included. */
function sizesOf(
  everybody: readonly Partner[],
  back: readonly Partner[],
  keyOf: (partner: Partner) => string,
): ReadonlyMap<string, number> {
  const sizes = new Map(everybody.map((partner) => [keyOf(partner), 0]));
  for (const partner of back) sizes.set(keyOf(partner), (sizes.get(keyOf(partner)) ?? 0) + 1);
  return sizes;
}
