import { ownProperty } from '../instrument/model/ownProperty.ts';
import type { Instrument, ScoreField, View } from '../instrument/model/schema.ts';
import {
  countedLevel,
  type ItemInContext,
  isItems,
  isScored,
  itemsOf,
  scoredScaleOf,
  scoreFieldOf,
  tagsOf,
  viewsOf,
} from '../instrument/model/traverse.ts';
import { type Answer, answerOf, type Response } from '../response/response.ts';
import { type Band, hasFigure, notScored, worstFirst } from './bands.ts';
import { bandAt, bandOf, coverageOf, figureOf, type Tally } from './position.ts';
import { tallyFor, tallyOf } from './tally.ts';

/** A part of the instrument with its score. */
export interface PartScore {
  readonly key: string;
  readonly title: string;
  readonly tally: Tally;
  /** Share of applicable items that are answered, 0 to 1; undefined if none is applicable. */
  readonly coverage: number | undefined;
  readonly band: Band;
  /** The figure behind the position; undefined if the rule has none, or nothing is answered. */
  readonly figure: number | undefined;
}

export interface ViewScore {
  readonly view: View;
  readonly parts: readonly PartScore[];
}

/** One response scored. */
export interface Scorecard {
  readonly overall: PartScore;
  readonly views: readonly ViewScore[];
  /** Items below the best level, worst level first, then in the order of the instrument. */
  readonly development: readonly DevelopmentArea[];
}

export interface DevelopmentArea extends ItemInContext {
  readonly level: number;
}

/** A part of a scorecard and the items that count towards it. */
export interface Part {
  readonly key: string;
  readonly title: string;
  readonly items: readonly ItemInContext[];
  /** The meaning of the part, if the view gives one. */
  readonly meaning?: string;
}

/** The parts of a view, in its order, each with its scored items. */
export function partsOf(instrument: Instrument, view: View): readonly Part[] {
  const scored = scoredItems(instrument);
  switch (view.by) {
    case 'section':
      return instrument.sections
        .filter(isItems)
        .map(({ key, title }) => ({ key, title, items: scored.filter(({ section }) => section.key === key) }))
        .filter((part) => part.items.length > 0);
    case 'group':
      return view.groups.map(({ key, title, meaning }) => ({
        key,
        title,
        meaning,
        items: scored.filter(({ item }) => ownProperty(item.groups, view.key) === key),
      }));
    case 'tag':
      return (instrument.vocabularies?.find(({ key }) => key === view.vocabulary)?.terms ?? [])
        .map(({ key, title }) => ({
          key,
          title,
          items: scored.filter((context) => tagsOf(context, view.vocabulary).includes(key)),
        }))
        .filter((part) => part.items.length > 0);
  }
}

/** The items that count in the scorecard; none if nothing is scored item by item. */
export const scoredItems = (instrument: Instrument): readonly ItemInContext[] =>
  itemsOf(instrument).filter(({ section }) => isScored(instrument, section));

/** A scorecard without what is to be developed. */
export type PartScores = Pick<Scorecard, 'overall' | 'views'>;

/** Scores a response part by part. */
export type PartScorer = (response: Response) => PartScores;

const scorers = new WeakMap<Instrument, PartScorer>();

/** Returns a function that scores responses part by part. The parts are looked up once for all responses. */
export function partScorer(instrument: Instrument): PartScorer {
  const scorer = scorers.get(instrument) ?? newScorer(instrument);
  scorers.set(instrument, scorer);
  return scorer;
}

function newScorer(instrument: Instrument): PartScorer {
  const whole: Part = { key: 'overall', title: 'Overall', items: scoredItems(instrument) };
  const views = viewsOf(instrument).map((view) => ({ view, parts: partsOf(instrument, view) }));
  return (response) => {
    const scored = views.map(({ view, parts }) => ({
      view,
      parts: parts.map((part) => scorePart(instrument, response, part)),
    }));
    return {
      overall: overallOf(instrument, scorePart(instrument, response, whole), scored[0]?.parts ?? []),
      views: scored,
    };
  };
}

export const scorecardOf = (instrument: Instrument, response: Response): Scorecard => ({
  ...partScorer(instrument)(response),
  development: developmentAreas(instrument, response),
});

/**
 * The weakest question of a part: of those below the best level the one at the lowest, and of several at that level the
 * first in the order of the instrument. Undefined if there is none.
 */
export const weakestOf = (
  { development }: Pick<Scorecard, 'development'>,
  { items }: Pick<Part, 'items'>,
): DevelopmentArea | undefined => development.find((area) => items.some(({ item }) => item.key === area.item.key));

/** Scores a part by the instrument's own scale and rule. */
export function scorePart(instrument: Instrument, response: Response, { key, title, items }: Part): PartScore {
  const { rule } = instrument.scorecard ?? {};
  const answers = items.map((context) => ({ ...context, answer: scoreOf(response, context) }));
  if (rule === undefined) {
    const tally = tallyOf(
      [],
      answers.map(({ answer }) => answer),
    );
    return { key, title, tally, coverage: coverageOf(tally), band: notScored, figure: undefined };
  }
  const tally = tallyFor(rule, scoredScaleOf(instrument), answers);
  return { key, title, tally, coverage: coverageOf(tally), band: bandOf(tally, rule), figure: figureOf(tally, rule) };
}

/**
 * The whole with the position that the instrument chooses for it.
 *
 * @param whole The whole, by the rule over all its items.
 * @param parts The parts of the first view.
 */
export function overallOf<Score extends Pick<PartScore, 'band' | 'figure' | 'coverage'>>(
  instrument: Instrument,
  whole: Score,
  parts: readonly Pick<PartScore, 'band' | 'figure'>[],
): Score {
  const { overall, rule } = instrument.scorecard ?? {};
  if (overall === undefined || rule === undefined) return whole;
  const scored = parts.filter(({ band }) => band !== notScored);
  const none = { ...whole, band: notScored, figure: undefined };
  if (overall === 'none' || scored.length === 0 || (whole.coverage ?? 0) < rule.minimumCoverage) return none;
  if (overall === 'mean' && hasFigure(rule)) {
    const figure = meanOf(scored.map((part) => part.figure ?? 0));
    return { ...whole, figure, band: bandAt(rule, figure, levelsOf(instrument)) };
  }
  const order = worstFirst(instrument);
  const [worst] = scored.toSorted((a, b) => order(a.band, b.band));
  return { ...whole, band: worst?.band ?? notScored, figure: worst?.figure };
}

/** Rounded, as programs add up fractions with different last digits. */
const meanOf = (figures: readonly number[]): number =>
  Math.round((figures.reduce((sum, figure) => sum + figure, 0) / figures.length) * 1e9) / 1e9;

const levelsOf = (instrument: Instrument): readonly number[] =>
  scoredScaleOf(instrument).options.map(({ level }) => level);

/** The answer by which an item is scored, as a level of the scorecard's scale. */
export function scoreOf(response: Response, context: ItemInContext): Answer {
  const answer = ownScoreOf(response, context);
  const field = scoreFieldOf(context.section);
  return field === undefined ? answer : countedAnswer(field, answer);
}

/** An answer to a score field, as a level of the scorecard's scale. */
export const countedAnswer = (field: ScoreField, answer: Answer): Answer =>
  field.countsAs === undefined || answer.state !== 'answered'
    ? answer
    : { ...answer, value: countedLevel(field, Number(answer.value)) };

/** The same as it was given, by the scale of its section. */
export const ownScoreOf = (response: Response, { section, item }: ItemInContext): Answer =>
  answerOf(response, item.key, scoreFieldOf(section)?.key ?? '');

/**
 * By item key, the position of its level on the scale, counted from 1 for the lowest; only items below the best level.
 */
export function developmentPlaces(instrument: Instrument, response: Response): ReadonlyMap<string, number> {
  const items = scoredItems(instrument);
  const levels = items.length === 0 ? [] : scoredScaleOf(instrument).options.map(({ level }) => level);
  return new Map(
    developmentAreas(instrument, response).map(({ item, level }) => [item.key, levels.indexOf(level) + 1]),
  );
}

function developmentAreas(instrument: Instrument, response: Response): readonly DevelopmentArea[] {
  const items = scoredItems(instrument);
  const levels = items.length === 0 ? [] : scoredScaleOf(instrument).options.map(({ level }) => level);
  return items
    .flatMap((context) => {
      const score = scoreOf(response, context);
      const level = score.state === 'answered' ? Number(score.value) : undefined;
      return level === undefined || level === levels.at(-1) ? [] : [{ ...context, level }];
    })
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
