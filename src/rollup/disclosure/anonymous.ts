import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import { Refusal } from '../../refusal.ts';
import { responseCompactor } from '../../response/compactResponse.ts';
import type { ReturnSummary } from '../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../time.ts';
import { areaNames, regionNames } from '../load/areaNames.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { type Region, requireRegion } from '../load/regions.ts';
import { type PartnerResult, type RollUp, returned } from '../load/rollUp.ts';
import { disclosableGroups } from './disclosableGroups.ts';
import { refuseIdentifying } from './identifying.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { suppressText } from './suppressText.ts';
import { disclosureThreshold } from './thresholds.ts';

const mergedRegions = 'Other regions';

/** Times are suppressed: they could identify a partner. */
const noTime = new Date(0);

/** Of few returns, even the number of those that were late, or assigned by hand, could identify a partner. */
const noIdentification = { late: false, isByHand: false } as const;

/** A roll-up in which no partner can be recognised. Only `anonymise` makes one. */
export interface AnonymousRollUp extends RollUp {
  readonly anonymous: true;
  readonly [madeByDisclosure]: true;
}

declare const madeByDisclosure: unique symbol;

/** Every roll-up that was made anonymous here. A copy is not among them, since anything may have been changed in it. */
const made = new WeakSet<RollUp>();

export const isAnonymous = (rollUp: RollUp): rollUp is AnonymousRollUp => made.has(rollUp);

/**
 * Checks a roll-up before anything of it is written.
 *
 * @throws Refusal for a roll-up that is called anonymous and was not made by `anonymise`.
 */
export function checkAnonymity(rollUp: RollUp): void {
  if (rollUp.anonymous !== true || isAnonymous(rollUp)) return;
  throw new Refusal(
    'anonymous.not-made-by-disclosure',
    () => 'This roll-up is called anonymous and may name partners. Give what anonymise returned, unchanged.',
  );
}

/**
 * Removes everything by which a partner could be recognised and leaves the figures. Codes and names are replaced by pseudonyms,
 * typed text and times are suppressed, regions and areas below the threshold are merged, and partners are sorted by pseudonym.
 *
 * @param rollUp All partners of the round, even if one region is requested: secondary suppression needs the remainder of the total.
 * @param key The register's key, from which the pseudonyms are derived.
 * @param region Code or name of the region; all partners if absent.
 * @throws FindingsError if the number of returns is below the threshold.
 * @throws Refusal for a comparison with an earlier round, and for a region that has to be merged with others.
 */
export function anonymise(rollUp: RollUp, key: Uint8Array, region?: string): AnonymousRollUp {
  refuseIdentifying({ previous: rollUp.previous !== undefined });
  if (rollUp.region !== undefined) throw notByItself(rollUp.region);
  const own = region === undefined ? rollUp : disclosableRegion(rollUp, region).rollUp;
  const count = returned(own).length;
  if (count < disclosureThreshold) {
    throw new FindingsError([finding('anonymous.too-few', {}, { returned: count, fewest: disclosureThreshold })]);
  }
  const replace = pseudonymsOf(key, own.round);
  const placeOf = disclosablePlaces(own);
  const compact = responseCompactor(own.instrument);
  const partners = own.partners.map(
    ({ partner, counting, refused: _refused, returns: _returns, result }): PartnerResult => {
      const code = replace(partner.code);
      const shown = counting && withoutDecisions({ ...counting, ...noIdentification, id: 0, received: noTime });
      return {
        partner: { code, name: `Partner ${code}`, ...placeOf(partner) },
        issued: noTime,
        returns: shown === undefined ? [] : [shown],
        refused: 0,
        counting: shown,
        result: result && {
          scorecard: result.scorecard,
          response: compact(suppressText(own.instrument, result.response, replace)),
        },
      };
    },
  );
  const order = ({ partner: { regionName = '', code } }: PartnerResult): string => `${regionName}\n${code}`;
  const { agreed: _agreed, reviews: _reviews, region: _region, departed: _departed, ...rest } = own;
  const anonymous: RollUp = {
    ...rest,
    anonymous: true,
    partners: partners.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
  markAnonymous(anonymous);
  return anonymous;
}

/** Who knows what was decided about a return would recognise its partner. */
const withoutDecisions = ({
  setAside: _setAside,
  preferred: _preferred,
  isPart: _isPart,
  isPaper: _isPaper,
  of: _of,
  corrected: _corrected,
  ...rest
}: ReturnSummary): ReturnSummary => rest;

function markAnonymous(rollUp: RollUp): asserts rollUp is AnonymousRollUp {
  made.add(rollUp);
}

/** Warns while returns can still arrive: the difference of two anonymous files, before and after a return, discloses it. */
export const checkDeadlinePassed = (due: Date, now: Date): readonly Finding[] =>
  now < due ? [finding('output.before-deadline', {}, { due: describeUkTime(due) })] : [];

/** Returns a region, unless a roll-up of all merges it with others: its own roll-up would disclose theirs by subtraction. */
function disclosableRegion(all: RollUp, code: string): Region {
  const region = requireRegion(all, code);
  // A region below the threshold is refused for that reason.
  if (returned(region.rollUp).length < disclosureThreshold || isDisclosed(all, region.name)) return region;
  throw notByItself(code);
}

const notByItself = (code: string): Refusal =>
  new Refusal(
    'anonymous.region',
    (input) =>
      `${input('anonymous')} ${input('region')} ${code}: an anonymous roll-up of all partners merges this region with others in which few returned, and a separate one would reveal them by subtraction. Leave ${input('region')} out.`,
  );

/** Whether an anonymous roll-up of all partners shows a region, by name, without merging it with others. */
export function isDisclosed(rollUp: RollUp, region: string): boolean {
  const placeOf = disclosablePlaces(rollUp);
  return rollUp.partners.some(({ partner }) => placeOf(partner).regionName === region);
}

type Place = Pick<Partner, 'regionCode' | 'regionName' | 'areaCode' | 'areaName'>;

/** Returns a function that gives the region and area of a partner, as far as they may be shown. */
function disclosablePlaces(rollUp: RollUp): (partner: Partner) => Place {
  const back = returned(rollUp).map(({ partner }) => partner);
  const everybody = rollUp.partners.map(({ partner }) => partner);
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
