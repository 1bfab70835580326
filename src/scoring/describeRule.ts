import type {
  FigureRule,
  Instrument,
  PositionRule,
  Scale,
  ScaleOption,
  ShareRule,
} from '../instrument/model/schema.ts';
import { isChosenByLabel, scoredScaleOf } from '../instrument/model/traverse.ts';
import { type Band, bandName, hasFigure, notScored } from './bands.ts';
import { fallsWhenBetter } from './position.ts';

export interface BandMeaning {
  readonly band: Band;
  readonly word: string;
  /** When a part has this position, as a sentence. */
  readonly meaning: string;
}

/** Describes the rule for positions, in the order in which it is applied (practice R2, R3: always name the rule). */
export function describeRule(rule: PositionRule, scale: Scale): readonly BandMeaning[] {
  const none = {
    ...{ band: notScored, word: bandName(notScored) },
    meaning: `Fewer than ${percent(rule.minimumCoverage)} of the questions that apply have been answered, or none applies: too few answers for a position.`,
  };
  return [none, ...(hasFigure(rule) ? describeFigures(rule, scale) : describeShares(rule, scale))];
}

function describeShares(rule: ShareRule, scale: Scale): readonly BandMeaning[] {
  const lowest = named(scale, scale.options.at(0));
  const highest = named(scale, scale.options.at(-1));
  const lowestLimit = rule.greenLowestCount === undefined ? '' : `, and ${upTo(rule.greenLowestCount)} at ${lowest}`;
  const meanings = {
    red: `${percent(rule.redFromLowestShare)} or more of the answered questions are at ${lowest}.`,
    green: `More than ${percent(rule.greenAboveHighestShare)} of the answered questions are at ${highest}${lowestLimit}.`,
    amber: `Fewer than ${percent(rule.redFromLowestShare)} of the answered questions are at ${lowest}, but the part is not Green: some of it is sound, some still needs work.`,
  };
  return Object.entries(meanings).map(([band, meaning]) => ({ band, word: bandName(band), meaning }));
}

/** What the figure is called in headings. */
export const figureNames: Readonly<Record<FigureRule['by'], string>> = {
  mean: 'Mean level',
  'weighted-mean': 'Weighted mean',
  percentage: 'Percentage',
  lowest: 'Lowest level',
  'all-below-met': 'Level reached',
};

/** What it is, as the subject of a sentence. */
const figureSubjects: Readonly<Record<FigureRule['by'], string>> = {
  mean: 'The mean level of the answered questions',
  'weighted-mean': 'The mean level of the answered questions, in which each counts by its weight,',
  percentage: 'The mean level, on a scale from 0% (all at the lowest level) to 100% (all at the highest),',
  lowest: 'The lowest level of any answered question',
  'all-below-met':
    'The level up to which all statements are met, and as a fraction the share of those met under the next level,',
};

function describeFigures(rule: FigureRule, scale: Scale): readonly BandMeaning[] {
  const { by, bands } = rule;
  const isFalling = fallsWhenBetter(
    rule,
    scale.options.map(({ level }) => level),
  );
  const [reached, short] = isFalling ? ['or less', 'more than'] : ['or more', 'less than'];
  return bands.map(({ title, from }, index) => {
    const next = bands[index + 1];
    const limits = [
      ...(index === 0 ? [] : [`${describeFigure(rule, from)} ${reached}`]),
      ...(next === undefined ? [] : [`${short} ${describeFigure(rule, next.from)}`]),
    ];
    return { band: title, word: title, meaning: `${figureSubjects[by]} is ${limits.join(', but ')}.` };
  });
}

/** A figure as sentences name it: `2.5`, or `50%`. */
export const describeFigure = ({ by }: FigureRule, figure: number): string =>
  by === 'percentage' ? percent(figure) : String(Math.round(figure * 100) / 100);

/** The same for an instrument; empty if nothing is scored. */
export const describeBands = (instrument: Instrument): readonly BandMeaning[] =>
  instrument.scorecard === undefined ? [] : describeRule(instrument.scorecard.rule, scoredScaleOf(instrument));

/** How the whole gets its position, as a sentence; empty if it follows the rule over all questions. */
export function describeOverall({ scorecard }: Instrument): string {
  const { overall, views = [] } = scorecard ?? {};
  if (overall === undefined) return '';
  const parts = `under "${views[0]?.title}"`;
  if (overall === 'none') return `The whole has no position: see those ${parts}.`;
  return overall === 'lowest'
    ? `The position of the whole is the worst of those ${parts}.`
    : `The position of the whole follows from the mean of the figures ${parts}.`;
}

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
