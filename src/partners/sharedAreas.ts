import { tidyText } from '../response/tidyText.ts';
import type { Partner } from './partner.ts';

/** An area for which several partner organisations answer. */
export interface SharedArea<Member> {
  /** In the spelling of the list of partners. */
  readonly code: string;
  readonly members: readonly Member[];
}

/** Returns the areas with two or more members, by `areaKey` of their code, in the order of their first members. */
export function sharedAreas<Member extends { readonly partner: Partner }>(
  members: readonly Member[],
): ReadonlyMap<string, SharedArea<Member>> {
  const areas = new Map<string, SharedArea<Member>>();
  for (const member of members) {
    const code = member.partner.areaCode;
    if (code === undefined) continue;
    const known = areas.get(areaKey(code));
    areas.set(areaKey(code), { code: known?.code ?? code, members: [...(known?.members ?? []), member] });
  }
  return new Map([...areas].filter(([, area]) => area.members.length > 1));
}

/** The key by which areas are distinguished: case and spacing of their codes make no difference. */
export const areaKey = (code: string): string => tidyText(code).toLowerCase();
