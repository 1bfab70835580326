import type { Instrument, Scale, View } from '../instrument/schema.ts';
import { type ItemInContext, isItems, itemsOf, scoredScaleOf, scoreFieldOf } from '../instrument/traverse.ts';
import { type Answer, answerOf, type Response } from '../response/response.ts';
import { type Band, bandOf, coverageOf, type Tally } from './position.ts';

/** A part of the instrument with its score. */
export interface PartScore {
  readonly key: string;
  readonly title: string;
  readonly tally: Tally;
  /** Share of applicable items that are answered, 0 to 1; undefined when none is applicable. */
  readonly coverage: number | undefined;
  readonly band: Band;
}

export interface ViewScore {
  readonly view: View;
  readonly parts: readonly PartScore[];
}

/** One response scored. */
export interface Scorecard {
  readonly overall: PartScore;
  readonly views: readonly ViewScore[];
  /** Items below the highest level, lowest level first, then in the order of the instrument. */
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
      return view.groups.map(({ key, title }) => ({
        key,
        title,
        items: scored.filter(({ item }) => item.groups[view.key] === key),
      }));
  }
}

/** The items that the scorecard's scale applies to. */
export function scoredItems(instrument: Instrument): readonly ItemInContext[] {
  const { key } = scoredScaleOf(instrument);
  return itemsOf(instrument).filter(({ section }) => scoreFieldOf(section)?.scale === key);
}

export function scorecardOf(instrument: Instrument, response: Response): Scorecard {
  const scale = scoredScaleOf(instrument);
  const score = ({ key, title, items }: Part): PartScore => {
    const tally = tallyOf(
      scale,
      items.map((item) => scoreOf(response, item)),
    );
    return { key, title, tally, coverage: coverageOf(tally), band: bandOf(tally, instrument.scorecard.rule) };
  };
  return {
    overall: score({ key: 'overall', title: 'Overall', items: scoredItems(instrument) }),
    views: instrument.scorecard.views.map((view) => ({ view, parts: partsOf(instrument, view).map(score) })),
    development: developmentAreas(instrument, response),
  };
}

/** The answer by which an item is scored. */
export function scoreOf(response: Response, { section, item }: ItemInContext): Answer {
  return answerOf(response, item.key, scoreFieldOf(section)?.key ?? '');
}

export function tallyOf(scale: Scale, answers: readonly Answer[]): Tally {
  const levels = new Map(scale.options.map((option) => [option.level, 0]));
  let notApplicable = 0;
  let unanswered = 0;
  for (const answer of answers) {
    if (answer.state === 'answered') {
      const level = Number(answer.value);
      levels.set(level, (levels.get(level) ?? 0) + 1);
    } else if (answer.state === 'not-applicable') notApplicable += 1;
    else unanswered += 1;
  }
  return { levels, notApplicable, unanswered };
}

function developmentAreas(instrument: Instrument, response: Response): readonly DevelopmentArea[] {
  const highest = scoredScaleOf(instrument).options.at(-1)?.level ?? 0;
  return scoredItems(instrument)
    .flatMap((context) => {
      const score = scoreOf(response, context);
      return score.state === 'answered' && Number(score.value) < highest
        ? [{ ...context, level: Number(score.value) }]
        : [];
    })
    .sort((a, b) => a.level - b.level);
}
