import type { Register } from '../../register/tables/register.ts';
import type { ExplainedWarning } from '../../workbook/read/readExplanations.ts';
import { makeChange } from '../changes/makeChange.ts';
import { presentValue, type RoundKey } from '../changes/storedValue.ts';
import { placeKey } from '../round/decisions.ts';

/** What a partner explained in a return. */
export interface ExplainedReturn {
  readonly round: RoundKey;
  readonly partner: { readonly code: string; readonly name: string };
  readonly warnings: readonly ExplainedWarning[];
}

/** Settles the warnings that a partner explained, inside a transaction: the partner decides it, and its words are the reason. */
export async function settleExplained(
  register: Register,
  id: number,
  { round, partner: { code: partner, name }, warnings }: ExplainedReturn,
  now: Date,
): Promise<void> {
  for (const { finding, words } of warnings) {
    const { key, field } = finding.place;
    const about = [key, field].filter((part) => part !== undefined).join(' ');
    const one = { return: id, code: finding.code, at: placeKey(finding.place), ...(about === '' ? {} : { about }) };
    const before = await presentValue(register, round, { partner, what: 'settled' });
    const change = { partner, what: 'settled', after: [...before, one] } as const;
    await makeChange(register, round, change, { now, by: name, reason: words });
  }
}
