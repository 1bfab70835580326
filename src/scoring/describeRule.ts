import type {
  FigureRule,
  Instrument,
  PositionRule,
  Scale,
  ScaleOption,
  ShareRule,
} from '../instrument/model/schema.ts';
import { isChosenByLabel, scoredScaleOf } from '../instrument/model/traverse.ts';
import { english } from '../words/english/english.ts';
import type { Words } from '../words/words.ts';
import { type Band, bandName, hasFigure, notScored } from './bands.ts';
import { fallsWhenBetter } from './position.ts';

export interface BandMeaning {
  readonly band: Band;
  readonly word: string;
  /** When a part has this position, as a sentence. */
  readonly meaning: string;
}

/** Describes the rule for positions, in the order in which it is applied (practice R2, R3: always name the rule). */
export function describeRule(rule: PositionRule, scale: Scale, words: Words = english): readonly BandMeaning[] {
  const none = {
    ...{ band: notScored, word: bandName(notScored, words.bands) },
    meaning: words.rules.notScored(percent(rule.minimumCoverage)),
  };
  return [none, ...(hasFigure(rule) ? describeFigures(rule, scale, words) : describeShares(rule, scale, words))];
}

function describeShares(rule: ShareRule, scale: Scale, words: Words): readonly BandMeaning[] {
  const { rules } = words;
  const lowest = named(scale, scale.options.at(0), rules);
  const highest = named(scale, scale.options.at(-1), rules);
  const [red, green] = [percent(rule.redFromLowestShare), percent(rule.greenAboveHighestShare)];
  const meanings = {
    red: rules.red(red, lowest),
    green: greenMeaning(rules, rule.greenLowestCount, green, highest, lowest),
    amber: rules.amber(red, lowest),
  };
  return Object.entries(meanings).map(([band, meaning]) => ({ band, word: bandName(band, words.bands), meaning }));
}

function greenMeaning(
  rules: Words['rules'],
  count: number | undefined,
  share: string,
  highest: string,
  lowest: string,
): string {
  if (count === undefined) return rules.green(share, highest);
  return count === 0 ? rules.greenWithNone(share, highest, lowest) : rules.greenWithFew(share, highest, count, lowest);
}

function describeFigures(rule: FigureRule, scale: Scale, { rules }: Words): readonly BandMeaning[] {
  const { by, bands } = rule;
  const isFalling = fallsWhenBetter(
    rule,
    scale.options.map(({ level }) => level),
  );
  const [reached, short] = isFalling ? [rules.orLess, rules.moreThan] : [rules.orMore, rules.lessThan];
  return bands.map(({ title, from }, index) => {
    const next = bands[index + 1];
    const limits = [
      ...(index === 0 ? [] : [reached(describeFigure(rule, from))]),
      ...(next === undefined ? [] : [short(describeFigure(rule, next.from))]),
    ];
    return { band: title, word: title, meaning: rules.figureIs[by](rules.limits(limits)) };
  });
}

/** A figure as sentences name it: `2.5`, or `50%`. */
export const describeFigure = ({ by }: FigureRule, figure: number): string =>
  by === 'percentage' ? percent(figure) : String(Math.round(figure * 100) / 100);

/** The same for an instrument; empty if nothing is scored. */
export const describeBands = (instrument: Instrument, words: Words = english): readonly BandMeaning[] =>
  instrument.scorecard === undefined ? [] : describeRule(instrument.scorecard.rule, scoredScaleOf(instrument), words);

/** How the whole gets its position, as a sentence; empty if it follows the rule over all questions. */
export function describeOverall({ scorecard }: Instrument, { rules }: Words = english): string {
  const { overall, views = [] } = scorecard ?? {};
  if (overall === undefined) return '';
  const view = `${views[0]?.title}`;
  if (overall === 'none') return rules.noOverall(view);
  return overall === 'lowest' ? rules.worstOf(view) : rules.meanOf(view);
}

/** The meaning of each level of each scale; with the name of the scale if there are several. */
export function describeLevels(
  { scales }: Instrument,
  { rules }: Words = english,
): readonly (readonly [level: string, meaning: string])[] {
  return scales.flatMap((scale) =>
    scale.options.map(({ level, label, meaning }) => {
      const name = isChosenByLabel(scale) ? label : rules.levelLabel(level, label);
      return [scales.length > 1 ? rules.ofScale(scale.title, name) : name, meaning] as const;
    }),
  );
}

const named = (scale: Scale, option: ScaleOption | undefined, rules: Words['rules']): string => {
  if (option === undefined) return '';
  return isChosenByLabel(scale) ? option.label : rules.level(option.level, option.label);
};

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
