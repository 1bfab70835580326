import type { Partner } from '../register/partner.ts';
import { comparable } from './comparable.ts';

/**
 * What partners' areas are called: equal for partners of one area, also in lists that write its name or code otherwise.
 * Two areas of one name are told apart by their codes. Undefined where the list gives a partner no area.
 */
export const areaNames = (partners: readonly Partner[]): ((partner: Partner) => string | undefined) =>
  placeNames(partners, ({ areaName, areaCode }) => ({ name: areaName, code: areaCode }));

/** The same for regions. */
export const regionNames = (partners: readonly Partner[]): ((partner: Partner) => string | undefined) =>
  placeNames(partners, ({ regionName, regionCode }) => ({ name: regionName, code: regionCode }));

interface Place {
  readonly name: string | undefined;
  readonly code: string | undefined;
}

function placeNames(
  partners: readonly Partner[],
  placeOf: (partner: Partner) => Place,
): (partner: Partner) => string | undefined {
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
    const several = (codes.get(comparable(name))?.size ?? 0) > 1 && code !== undefined;
    const label = several ? `${name} (${code})` : name;
    const first = spelled.get(comparable(label)) ?? label;
    spelled.set(comparable(label), first);
    return first;
  };
}
