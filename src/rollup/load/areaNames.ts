import type { Partner } from '../../partners/partner.ts';
import { type PlaceKind, placesIn } from '../../partners/places.ts';
import { comparable } from './comparable.ts';

/**
 * Returns a function that names the area of a partner. Partners with one code, or, without codes, with one name in any spelling,
 * get the same name. Two areas of one name are distinguished by their codes. Undefined if the list gives a partner no area.
 */
export const areaNames = (partners: readonly Partner[]): ((partner: Partner) => string | undefined) =>
  placeNames(partners, 'area');

/** The same for regions. */
export const regionNames = (partners: readonly Partner[]): ((partner: Partner) => string | undefined) =>
  placeNames(partners, 'region');

function placeNames(partners: readonly Partner[], kind: PlaceKind): (partner: Partner) => string | undefined {
  const placeOf = placesIn(partners, kind);
  const codes = new Map<string, Set<string>>();
  for (const { name, code } of partners.map(placeOf)) {
    if (name === undefined || code === undefined) continue;
    const key = comparable(name);
    codes.set(key, (codes.get(key) ?? new Set()).add(comparable(code)));
  }
  const spelled = new Map<string, string>();
  return (partner) => {
    const { name: given, code } = placeOf(partner);
    const name = given ?? code;
    if (name === undefined) return undefined;
    const alike = code === undefined ? 0 : new Set([...(codes.get(comparable(name)) ?? []), comparable(code)]).size;
    const label = alike > 1 ? `${name} (${code})` : name;
    const first = spelled.get(comparable(label)) ?? label;
    spelled.set(comparable(label), first);
    return first;
  };
}
