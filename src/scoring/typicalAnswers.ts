import type { Instrument } from '../instrument/model/schema.ts';
import { levelName, scoredScaleOf } from '../instrument/model/traverse.ts';
import { answered } from '../response/response.ts';
import { english } from '../words/english/english.ts';
import { type Band, bandName, hasFigure } from './bands.ts';
import { describeFigure } from './describeRule.ts';
import { bandOf, figureOf } from './position.ts';
import { scoredItems } from './scorecard.ts';
import { type ScoredAnswer, tallyFor } from './tally.ts';

/** What the rule for positions makes of answers that are easy to imagine. */
export interface TypicalPosition {
  /** `all at level 2` */
  readonly answers: string;
  /** The word for the position, with the figure behind it if the rule has one. */
  readonly position: string;
}

/** Typical answers to all questions, with their positions; none if nothing is scored. */
export const typicalPositions = (instrument: Instrument): readonly TypicalPosition[] => [
  ...uniform(instrument).map(({ answers, position }) => ({ answers, position })),
  ...mixed(instrument),
];

/** The levels of the scale with the same position, if a part has one of them throughout, where these are several. */
export interface AlikeLevels {
  readonly levels: readonly number[];
  readonly position: string;
}

/**
 * Levels that the rule cannot distinguish. Who sets cut-offs says by them which levels are alike: then only a rule that
 * distinguishes nothing is meant.
 */
export function alikeLevels(instrument: Instrument): readonly AlikeLevels[] {
  const all = uniform(instrument);
  const bands = [...new Set(all.map(({ band }) => band))];
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined || (hasFigure(rule) && bands.length > 1)) return [];
  return bands.flatMap((band) => {
    const levels = all.filter((one) => one.band === band).map(({ level }) => level);
    return levels.length < 2 ? [] : [{ levels, position: bandName(band) }];
  });
}

interface Uniform extends TypicalPosition {
  readonly level: number;
  readonly band: Band;
}

function uniform(instrument: Instrument): readonly Uniform[] {
  const items = scoredItems(instrument);
  if (items.length === 0) return [];
  const scale = scoredScaleOf(instrument);
  return scale.options.map((option) => {
    const all = items.map(({ item }) => ({ item, answer: answered(option.level) }));
    return { answers: `all at ${levelName(scale, option)}`, level: option.level, ...scored(instrument, all) };
  });
}

function mixed(instrument: Instrument): readonly TypicalPosition[] {
  const items = scoredItems(instrument);
  const { rule } = instrument.scorecard ?? {};
  if (items.length === 0 || rule === undefined) return [];
  const scale = scoredScaleOf(instrument);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const at = (level: number): readonly ScoredAnswer[] => items.map(({ item }) => ({ item, answer: answered(level) }));
  const [low, high] = [levelName(scale, lowest), levelName(scale, highest)];
  // Every question several times, so that shares are the same for weights and levels.
  const half = [...at(lowest.level), ...at(highest.level)];
  const most = [...at(lowest.level), ...at(highest.level), ...at(highest.level), ...at(highest.level)];
  return [
    { answers: `half at ${low}, half at ${high}`, position: scored(instrument, half).position },
    { answers: `a quarter at ${low}, the others at ${high}`, position: scored(instrument, most).position },
    ...(rule.by === 'all-below-met' ? stepwise(instrument, lowest.level, highest.level) : []),
  ];
}

/** The statements under each level met with all below, and none above. */
function stepwise(instrument: Instrument, lowest: number, highest: number): readonly TypicalPosition[] {
  const items = scoredItems(instrument);
  const steps = [...new Set(items.map(({ item }) => item.under ?? 1))].toSorted((a, b) => a - b);
  return steps.slice(0, -1).map((step) => {
    const answers = items.map(({ item }) => ({ item, answer: answered((item.under ?? 1) <= step ? highest : lowest) }));
    return { answers: `all up to level ${step} met`, position: scored(instrument, answers).position };
  });
}

function scored(instrument: Instrument, answers: readonly ScoredAnswer[]) {
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return { band: '', position: '' };
  const tally = tallyFor(rule, scoredScaleOf(instrument), answers);
  const [band, figure] = [bandOf(tally, rule), figureOf(tally, rule)];
  const behind =
    figure === undefined || !hasFigure(rule)
      ? ''
      : ` (${english.rules.figures[rule.by].toLowerCase()} ${describeFigure(rule, figure)})`;
  return { band, position: `${bandName(band)}${behind}` };
}
