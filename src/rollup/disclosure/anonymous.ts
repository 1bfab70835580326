import { FindingsError, finding } from '../../finding.ts';
import type { Partner } from '../../partners/partner.ts';
import { areaNames, regionNames } from '../load/areaNames.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { type PartnerResult, type RollUp, returned } from '../load/rollUp.ts';
import { disclosableGroups } from './disclosableGroups.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { suppressText } from './suppressText.ts';

/**
 * Fewer partners than this could be recognised by their answers. Those count that returned: of three, one who knows its
 * own answers still cannot tell the other two apart (practice G2).
 */
export const disclosureThreshold = 3;

const mergedRegions = 'Other regions';

/** No time is told: whoever knows when a partner wrote would know the partner. */
const noTime = new Date(0);

/**
 * The same figures without anything by which a partner could be recognised: codes and names are replaced, what was typed
 * is withheld, regions and areas of few returns are told together, and partners stand in the order of what replaces them.
 *
 * @param key The register's, from which the replacements come.
 * @throws FindingsError when so few returned that each could be recognised.
 */
export function anonymous(rollUp: RollUp, key: Uint8Array): RollUp {
  const count = returned(rollUp).length;
  if (count < disclosureThreshold) {
    throw new FindingsError([finding('anonymous.too-few', {}, { returned: count, fewest: disclosureThreshold })]);
  }
  const replace = pseudonymsOf(key, rollUp.round);
  const placeOf = placesToTell(rollUp);
  const partners = rollUp.partners.map(
    ({ partner, counting, refused: _refused, returns: _returns, result }): PartnerResult => {
      const code = replace(partner.code);
      const told = counting === undefined ? undefined : { ...counting, id: 0, received: noTime };
      return {
        partner: { code, name: `Partner ${code}`, ...placeOf(partner) },
        issued: noTime,
        returns: told === undefined ? [] : [told],
        refused: 0,
        counting: told,
        result: result && {
          ...result,
          response: suppressText(rollUp.instrument, result.response, replace),
        },
      };
    },
  );
  const order = ({ partner: { regionName = '', code } }: PartnerResult): string => `${regionName}\n${code}`;
  const { agreed: _agreed, ...rest } = rollUp;
  return { ...rest, anonymous: true, partners: partners.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** Whether the region of that name stands by itself in an anonymous roll-up of all partners, and not with others. */
export function isDisclosed(rollUp: RollUp, region: string): boolean {
  const placeOf = placesToTell(rollUp);
  return rollUp.partners.some(({ partner }) => placeOf(partner).regionName === region);
}

type Place = Pick<Partner, 'regionCode' | 'regionName' | 'areaCode' | 'areaName'>;

/** Region and area of a partner, as far as they may be told. */
function placesToTell(rollUp: RollUp): (partner: Partner) => Place {
  const back = returned(rollUp).map(({ partner }) => partner);
  const everybody = rollUp.partners.map(({ partner }) => partner);
  const nameOf = regionNames(everybody);
  const labelOf = (partner: Partner): string => nameOf(partner) ?? '';
  const told = disclosableGroups(sizesOf(everybody, back, labelOf), disclosureThreshold);
  const rest = told.size === 0 ? missingValueMarks.withheld : mergedRegions;
  const codes = new Map(
    everybody.flatMap((one) => (one.regionCode === undefined ? [] : [[labelOf(one), one.regionCode]])),
  );
  const regionOf = (partner: Partner): Place => {
    const regionName = labelOf(partner);
    if (!told.has(regionName)) return { regionName: rest };
    const regionCode = codes.get(regionName);
    return { ...(regionCode && { regionCode }), ...(regionName && { regionName }) };
  };
  const areaOf = areasToTell(everybody, back, (partner) => JSON.stringify(regionOf(partner)));
  return (partner) => {
    const areaName = areaOf(partner);
    return { ...regionOf(partner), ...(areaName && { areaName }) };
  };
}

/** Areas are told apart within what is told of their region. */
function areasToTell(
  everybody: readonly Partner[],
  back: readonly Partner[],
  regionOf: (partner: Partner) => string,
): (partner: Partner) => string | undefined {
  const nameOf = areaNames(everybody);
  const told = new Map(
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
    return name !== undefined && told.get(regionOf(partner))?.has(name) ? name : undefined;
  };
}

/** How many of those that returned each group has; none is a number, too. */
function sizesOf(
  everybody: readonly Partner[],
  back: readonly Partner[],
  keyOf: (partner: Partner) => string,
): ReadonlyMap<string, number> {
  const sizes = new Map(everybody.map((partner) => [keyOf(partner), 0]));
  for (const partner of back) sizes.set(keyOf(partner), (sizes.get(keyOf(partner)) ?? 0) + 1);
  return sizes;
}
