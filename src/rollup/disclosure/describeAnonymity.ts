import type { RollUp } from '../load/rollUp.ts';
import { disclosureThreshold } from './anonymous.ts';

/** What was done so that no partner is recognised, for the notes: topic and text. Nothing where partners are named. */
export function describeAnonymity({ anonymous }: RollUp): readonly (readonly [string, string])[] {
  if (anonymous !== true) return [];
  return [
    [
      'Anonymous',
      `Codes and names of partners are replaced, each by the same letters on every sheet and whenever this round is written; the letters follow from a secret of the register. Partners stand in the order of these letters. Levels, choices and dates are as they were answered. Withheld as [c] is all that was typed, whatever could not be read, and when and how often a partner returned.`,
    ],
    [
      'Regions and areas',
      `Those in which fewer than ${disclosureThreshold} partners have returned are put together, and if these are still fewer than ${disclosureThreshold}, with the next smallest: what is left of a total is never the answers of one or two. Other areas are left out. Somebody who knows a partner's answers well may still recognise it by them.`,
    ],
  ];
}
