import { type Finding, finding } from '../finding/index.ts';
import type { Place as FindingPlace } from '../finding/place.ts';
import { tidyText } from '../response/tidyText.ts';
import type { Partner } from './partner.ts';

/** A partner with its place in a list. */
export interface ListedPartner {
  readonly partner: Partner;
  readonly placeOf: (column: 'region_code' | 'area_code') => FindingPlace;
}

/** A region or an area. */
export type PlaceKind = 'region' | 'area';

/** The region or area of a partner as the list gives it: a code, a name, both, or neither. */
export interface PlaceName {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * Returns a function that finds the region or area of a partner. The code is the identity. If the list gives a code several
 * names, the most frequent one is used, or the first of several equally frequent ones. A partner with a name alone belongs to
 * the code of that name, if there is just one.
 */
export function placesIn(partners: readonly Partner[], kind: PlaceKind): (partner: Partner) => PlaceName {
  const part = parts[kind];
  const known = placesOf(partners, part);
  const byName = new Map<string, readonly Place[]>();
  for (const place of known.values()) {
    for (const name of place.names) byName.set(folded(name), [...(byName.get(folded(name)) ?? []), place]);
  }
  return (partner) => {
    const { code, name } = part.of(partner);
    if (code !== undefined) return known.get(folded(code)) ?? { code, name };
    const [only, ...others] = byName.get(folded(name ?? '')) ?? [];
    return only !== undefined && others.length === 0 ? only : { name };
  };
}

/**
 * Gives the partners one name, in one spelling, for each region, area and kind.
 *
 * @param list The list of partners from which the names are taken.
 */
export function unifyPlaceNames(partners: readonly Partner[], list: readonly Partner[] = partners): readonly Partner[] {
  const kinds = new Map<string, string>();
  for (const { kind } of list) if (kind !== undefined && !kinds.has(folded(kind))) kinds.set(folded(kind), kind);
  const [regionOf, areaOf] = [placesIn(list, 'region'), placesIn(list, 'area')];
  return partners.map((partner) => {
    const { kind } = partner;
    return {
      ...partner,
      ...parts.region.named(regionOf(partner)),
      ...parts.area.named(areaOf(partner)),
      ...(kind === undefined ? {} : { kind: kinds.get(folded(kind)) ?? kind }),
    };
  });
}

/** Reports codes of regions and areas with two names, and names with two codes. */
export function checkPlaces(listed: readonly ListedPartner[]): readonly Finding[] {
  const partners = listed.map(({ partner }) => partner);
  return Object.values(parts).flatMap((part) => {
    const places = [...placesOf(partners, part).values()];
    /** The first line with a code and, if given, a name. */
    const lineOf = (code: string, name?: string): FindingPlace | undefined =>
      listed
        .find(({ partner }) => {
          const given = part.of(partner);
          return isSame(given.code, code) && (name === undefined || isSame(given.name, name));
        })
        ?.placeOf(part.codeColumn);
    const twoNames = places.flatMap(({ code, names, name = '' }) => {
      const [, second] = names;
      const facts = { what: part.what, code, names, shown: name };
      return second === undefined ? [] : [finding('partners.two-names', lineOf(code, second) ?? {}, facts)];
    });
    const names = new Set(places.flatMap(({ name }) => (name === undefined ? [] : [folded(name)])));
    const twoCodes = [...names].flatMap((name) => {
      const alike = places.filter((place) => isSame(place.name, name));
      const [first, second] = alike;
      if (first?.name === undefined || second === undefined) return [];
      const facts = { what: part.what, name: first.name, codes: alike.map(({ code }) => code) };
      return [finding('partners.two-codes', lineOf(second.code) ?? {}, facts)];
    });
    return [...twoNames, ...twoCodes];
  });
}

/** A region or area of a list. */
interface Place {
  /** In its first spelling. */
  readonly code: string;
  /** Each name once, in the order of the list. */
  readonly names: readonly string[];
  /** The name that is shown. */
  readonly name: string | undefined;
}

interface Part {
  readonly what: PlaceKind;
  readonly codeColumn: 'region_code' | 'area_code';
  readonly of: (partner: Partner) => PlaceName;
  readonly named: (place: PlaceName) => Partial<Partner>;
}

const parts: Readonly<Record<PlaceKind, Part>> = {
  region: {
    what: 'region',
    codeColumn: 'region_code',
    of: ({ regionCode, regionName }) => ({ code: regionCode, name: regionName }),
    named: ({ code, name }) => ({
      ...(code === undefined ? {} : { regionCode: code }),
      ...(name === undefined ? {} : { regionName: name }),
    }),
  },
  area: {
    what: 'area',
    codeColumn: 'area_code',
    of: ({ areaCode, areaName }) => ({ code: areaCode, name: areaName }),
    named: ({ code, name }) => ({
      ...(code === undefined ? {} : { areaCode: code }),
      ...(name === undefined ? {} : { areaName: name }),
    }),
  },
};

/** The regions or areas of a list, by folded code. */
function placesOf(partners: readonly Partner[], part: Part): ReadonlyMap<string, Place> {
  const members = new Map<string, PlaceName[]>();
  for (const place of partners.map(part.of)) {
    if (place.code === undefined) continue;
    const own = members.get(folded(place.code));
    if (own === undefined) members.set(folded(place.code), [place]);
    else own.push(place);
  }
  return new Map(
    [...members].map(([key, own]) => {
      const counts = new Map<string, { readonly name: string; readonly times: number }>();
      for (const { name } of own) {
        if (name === undefined) continue;
        const known = counts.get(folded(name));
        counts.set(folded(name), { name: known?.name ?? name, times: (known?.times ?? 0) + 1 });
      }
      const names = [...counts.values()];
      const shown = names.toSorted((a, b) => b.times - a.times)[0];
      return [key, { code: own[0]?.code ?? key, names: names.map(({ name }) => name), name: shown?.name }];
    }),
  );
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && folded(one) === folded(other);

/** For comparison: case, spacing and variants of a character make no difference. */
const folded = (text: string): string => tidyText(text.normalize('NFKC')).toLowerCase();
