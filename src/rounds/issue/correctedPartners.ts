import type { Partner } from '../../partners/partner.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import type { RoundChange } from '../changes/roundChange.ts';
import { lastChange } from '../changes/valueNow.ts';

/** The reason of a change that a list of partners made. */
export const listReason = 'as in the list of partners';

/** A correction that a list of partners does not have yet. */
export interface CorrectionNotInList {
  /** Code of the partner. */
  readonly partner: string;
  readonly what: 'name' | 'e-mail address';
  readonly listed: string;
  readonly corrected: string;
}

export interface CorrectedPartners {
  readonly partners: readonly Partner[];
  readonly notInList: readonly CorrectionNotInList[];
}

/** Partners of a list, with the names and e-mail addresses that were corrected since it was written. */
export async function correctedPartners(
  register: OpenDatabase,
  round: { readonly round: string; readonly instrument: string },
  partners: readonly Partner[],
): Promise<CorrectedPartners> {
  const changes = await loadChanges(register, round);
  const notInList: CorrectionNotInList[] = [];
  const corrected = partners.map((partner) => {
    const name = correctionOf(changes, 'partner name', partner.code, partner.name);
    const email = correctionOf(changes, 'e-mail', partner.code, partner.email ?? null);
    const own = { partner: partner.code };
    if (name !== undefined) {
      notInList.push({ ...own, what: 'name', listed: partner.name, corrected: name.after });
    }
    if (email !== undefined) {
      const words = { listed: email.before ?? 'none', corrected: email.after ?? 'none' };
      notInList.push({ ...own, what: 'e-mail address', ...words });
    }
    const { email: listed, ...rest } = partner;
    const address = email === undefined ? listed : (email.after ?? undefined);
    return {
      ...rest,
      ...(name === undefined ? {} : { name: name.after }),
      ...(address === undefined ? {} : { email: address }),
    };
  });
  return { partners: corrected, notInList };
}

/** The correction by hand that replaced what the list still has. */
function correctionOf<Kind extends 'partner name' | 'e-mail'>(
  changes: readonly RoundChange[],
  what: Kind,
  partner: string,
  listed: string | null,
): RoundChange<Kind> | undefined {
  const last = lastChange(changes, what, partner);
  return last === undefined || last.reason === listReason || last.before !== listed ? undefined : last;
}
