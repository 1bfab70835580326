import { tidyText } from '../response/tidyText.ts';
import type { Partner } from './partner.ts';

/** An area for which several partner organisations answer. */
export interface SharedArea<Member> {
  /** As the list of partners writes it. */
  readonly code: string;
  readonly members: readonly Member[];
}

/** The areas to which two or more belong, by `areaKey` of their code, in the order in which they first stand there. */
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

/** What areas are told apart by: case and spacing of their codes make no difference. */
export const areaKey = (code: string): string => tidyText(code).toLowerCase();
