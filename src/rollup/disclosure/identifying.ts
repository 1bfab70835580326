import { Refusal } from '../../refusal.ts';

/** Options of a roll-up that can identify partners. */
export interface IdentifyingOptions {
  /** A comparison of partners by region, area or kind, or of instruments by a vocabulary. */
  readonly by?: boolean;
  /** A comparison with an earlier round. */
  readonly previous?: boolean;
  /** A roll-up of each region, besides that of all partners. */
  readonly all?: boolean;
}

const reasons: Readonly<Record<keyof IdentifyingOptions, string>> = {
  by: 'a comparison by area or kind of partner can identify a partner',
  previous: 'changes since an earlier round, and partners missing from it, can identify a partner',
  all: 'regions in which few returned are merged, and separate roll-ups would reveal them by subtraction',
};

/**
 * Refuses options that would identify partners in an anonymous roll-up.
 *
 * @throws Refusal with every reason.
 */
export function refuseIdentifying(asked: IdentifyingOptions): void {
  const against = (['by', 'previous', 'all'] as const).filter((key) => asked[key] === true);
  if (against.length === 0) return;
  throw new Refusal('anonymous.identifies', (input) => {
    const each = against.map((key) => `${input(key)}: ${reasons[key]}`);
    return `${input('anonymous')} cannot be combined with ${each.join('; nor with ')}.`;
  });
}
