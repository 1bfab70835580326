import { Refusal } from '../../refusal.ts';

/** What may be asked of a roll-up besides its figures. */
export interface Asked {
  /** Partners beside each other by region, area or kind; instruments beside each other by a vocabulary. */
  readonly by?: boolean;
  /** A comparison with an earlier round. */
  readonly previous?: boolean;
  /** A roll-up of each region, besides that of all partners. */
  readonly all?: boolean;
}

const reasons: Readonly<Record<keyof Asked, string>> = {
  by: 'what stands side by side for an area or a kind of partner shows whose it is',
  previous: 'what moved since, and who was not there, tells partners apart',
  all: 'what few returned is put together over all, and regions of their own would take it apart',
};

/**
 * Refuses what would identify partners in an anonymous roll-up all the same.
 *
 * @throws Refusal with every reason.
 */
export function refuseIdentifying(asked: Asked): void {
  const against = (['by', 'previous', 'all'] as const).filter((key) => asked[key] === true);
  if (against.length === 0) return;
  throw new Refusal('anonymous.identifies', (input) => {
    const each = against.map((key) => `${input(key)}: ${reasons[key]}`);
    return `${input('anonymous')} does not go with ${each.join('; nor with ')}.`;
  });
}
