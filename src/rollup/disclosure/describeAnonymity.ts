import type { RollUp } from '../load/rollUp.ts';

import { disclosureThreshold } from './thresholds.ts';

/** Topics and texts on disclosure control, for the notes. Empty if partners are named. */
export function describeAnonymity({ anonymous }: Pick<RollUp, 'anonymous'>): readonly (readonly [string, string])[] {
  if (anonymous !== true) return [];
  return [
    [
      'Anonymous',
      `Codes and names of partners are replaced, each by the same letters on every sheet and in every roll-up of this round; the letters are derived from a secret of the register. Partners are in the order of these letters. Levels, choices and dates are unchanged. Typed text, numbers, answers that could not be read, and when, how often and in which way a partner returned, are suppressed as [c].`,
    ],
    [
      'Regions and areas',
      `Those with returns from fewer than ${disclosureThreshold} partners are merged, and if these are still fewer than ${disclosureThreshold}, with the next smallest: the remainder of a total is never the answers of one or two. Other areas are left out. Somebody who knows a partner's answers well may still recognise it by them.`,
    ],
  ];
}
