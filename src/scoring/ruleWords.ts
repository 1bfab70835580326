import type { PositionRule, Scale } from '../instrument/schema.ts';
import { type Band, bandWords } from './position.ts';

export interface BandMeaning {
  readonly band: Band;
  readonly word: string;
  /** When a part has this position, as a sentence. */
  readonly meaning: string;
}

/** The rule of positions in words, in the order in which it is applied (practice R2, R3: always name the rule). */
export function ruleInWords(rule: PositionRule, scale: Scale): readonly BandMeaning[] {
  const lowest = named(scale.options.at(0));
  const highest = named(scale.options.at(-1));
  const meanings: Readonly<Record<Band, string>> = {
    'not-scored': `Fewer than ${percent(rule.minimumCoverage)} of the questions that apply have been answered, or none applies. It says nothing about how good the part is.`,
    red: `${percent(rule.redFromLowestShare)} or more of the answered questions are at ${lowest}.`,
    green: `More than ${percent(rule.greenAboveHighestShare)} of the answered questions are at ${highest}, and ${upTo(rule.greenLowestCount)} at ${lowest}.`,
    amber: 'Enough questions are answered, and the part is neither Red nor Green.',
  };
  const order: readonly Band[] = ['not-scored', 'red', 'green', 'amber'];
  return order.map((band) => ({ band, word: bandWords[band], meaning: meanings[band] }));
}

const named = (option: Scale['options'][number] | undefined): string => `level ${option?.level} (${option?.label})`;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const upTo = (count: number): string => (count === 0 ? 'none is' : `no more than ${count} are`);
