import type { Instrument, PositionRule, Scale, ScaleOption } from '../instrument/model/schema.ts';
import { isChosenByLabel, scoredScaleOf } from '../instrument/model/traverse.ts';
import { type Band, bandNames } from './position.ts';

export interface BandMeaning {
  readonly band: Band;
  readonly word: string;
  /** When a part has this position, as a sentence. */
  readonly meaning: string;
}

/** Describes the rule for positions, in the order in which it is applied (practice R2, R3: always name the rule). */
export function describeRule(rule: PositionRule, scale: Scale): readonly BandMeaning[] {
  const lowest = named(scale, scale.options.at(0));
  const highest = named(scale, scale.options.at(-1));
  const lowestLimit = rule.greenLowestCount === undefined ? '' : `, and ${upTo(rule.greenLowestCount)} at ${lowest}`;
  const meanings: Readonly<Record<Band, string>> = {
    'not-scored': `Fewer than ${percent(rule.minimumCoverage)} of the questions that apply have been answered, or none applies: too few answers for a position.`,
    red: `${percent(rule.redFromLowestShare)} or more of the answered questions are at ${lowest}.`,
    green: `More than ${percent(rule.greenAboveHighestShare)} of the answered questions are at ${highest}${lowestLimit}.`,
    amber: `Fewer than ${percent(rule.redFromLowestShare)} of the answered questions are at ${lowest}, but the part is not Green: some of it is sound, some still needs work.`,
  };
  const order: readonly Band[] = ['not-scored', 'red', 'green', 'amber'];
  return order.map((band) => ({ band, word: bandNames[band], meaning: meanings[band] }));
}

/** The same for an instrument; empty if nothing is scored. */
export const describeBands = (instrument: Instrument): readonly BandMeaning[] =>
  instrument.scorecard === undefined ? [] : describeRule(instrument.scorecard.rule, scoredScaleOf(instrument));

/** The meaning of each level of each scale; with the name of the scale if there are several. */
export function describeLevels({ scales }: Instrument): readonly (readonly [level: string, meaning: string])[] {
  return scales.flatMap((scale) =>
    scale.options.map(({ level, label, meaning }) => {
      const words = isChosenByLabel(scale) ? label : `Level ${level}: ${label}`;
      return [scales.length > 1 ? `${scale.title}: ${words}` : words, meaning] as const;
    }),
  );
}

const named = (scale: Scale, option: ScaleOption | undefined): string =>
  isChosenByLabel(scale) ? `${option?.label}` : `level ${option?.level} (${option?.label})`;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const upTo = (count: number): string => (count === 0 ? 'none is' : `no more than ${count} are`);
