import type { Partner } from '../register/partner.ts';
import { comparable } from './comparable.ts';

/**
 * What partners' areas are called: equal for partners of one area, also in lists that write its name or code otherwise.
 * Two areas of one name are told apart by their codes. Undefined where the list gives a partner no area.
 */
export function areaNames(partners: readonly Partner[]): (partner: Partner) => string | undefined {
  const codes = new Map<string, Set<string>>();
  for (const { areaName, areaCode } of partners) {
    if (areaName === undefined || areaCode === undefined) continue;
    const key = comparable(areaName);
    codes.set(key, (codes.get(key) ?? new Set()).add(comparable(areaCode)));
  }
  const spelled = new Map<string, string>();
  return ({ areaName, areaCode }) => {
    const name = areaName ?? areaCode;
    if (name === undefined) return undefined;
    const several = (codes.get(comparable(name))?.size ?? 0) > 1 && areaCode !== undefined;
    const label = several ? `${name} (${areaCode})` : name;
    const first = spelled.get(comparable(label)) ?? label;
    spelled.set(comparable(label), first);
    return first;
  };
}
