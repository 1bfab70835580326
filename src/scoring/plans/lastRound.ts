import type { Instrument, Scale } from '../../instrument/model/schema.ts';
import {
  fieldsOfItem,
  type ItemInContext,
  isFigureField,
  itemsOf,
  jumpsOn,
  scoredScaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { answerOf, isNotAsked, type LastFigures, type Response, typedValue } from '../../response/response.ts';
import type { PartnerFacts } from '../conditions/askedBy.ts';
import { carryAnswer } from '../editions/carryAnswer.ts';
import { ownScoreOf, type PartScores, partScorer, scoredItems, scoreOf } from '../scorecard.ts';
import { fieldKeyFor } from './checklist.ts';
import { type GivenFacts, hasFacts, noFacts } from './givenFacts.ts';
import { lastRoundFacts } from './lastRoundFacts.ts';

/** A partner's answers in an earlier round that relate to the present questions. */
export interface LastRound {
  /** Name of that round. */
  readonly round: string;
  /** By item key, for every scored item of the present round. */
  readonly items: ReadonlyMap<string, LastAnswer>;
  /** What was entered in fields that take numbers, or computed from it: by item key, then field key; none if absent. */
  readonly numbers?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The answers that are facts now; none if absent. */
  readonly facts?: GivenFacts;
  /** Positions of that round by its own questions; undefined if the partner has no return that counts. */
  readonly scorecard: PartScores | undefined;
  /**
   * The partners whose answers these are, if they are not the partner's own, because it took their place. Answers of several are
   * not put together: then there are none. Absent if they are its own.
   */
  readonly predecessors?: readonly { readonly code: string; readonly name: string }[];
}

export interface LastAnswer {
  readonly state: 'level' | 'not-applicable' | 'unreadable' | 'unanswered' | 'not-asked' | 'no-return';
  /** Present if the state is `level`. */
  readonly level?: number;
  /** The same by the scale of its section, if that is another than the scorecard's. */
  readonly ownLevel?: number;
  readonly evidence?: string;
  /** Whether the question or its criteria have changed, so that levels cannot be compared. */
  readonly changed: boolean;
}

/** Matches the answers of an earlier round with the present questions, by key. */
export function lastRoundOf(
  instrument: Instrument,
  last: {
    readonly round: string;
    readonly instrument: Instrument;
    readonly response: Response | undefined;
    readonly predecessors?: LastRound['predecessors'];
  },
): LastRound {
  const { round, response, predecessors = [] } = last;
  const before = new Map(itemsOf(last.instrument).map((context) => [context.item.key, context]));
  const sameScale = isSameText(scaleIn(instrument), scaleIn(last.instrument));
  const numbers = itemsOf(instrument).flatMap((context) => {
    const given = numbersGiven(instrument, context, last.instrument, before.get(context.item.key), response);
    return given.size === 0 ? [] : [[context.item.key, given] as const];
  });
  const facts =
    response === undefined ? noFacts : lastRoundFacts(instrument, { instrument: last.instrument, response });
  return {
    round,
    items: new Map(
      scoredItems(instrument).map((context) => [
        context.item.key,
        lastAnswer(context, before.get(context.item.key), response, { sameScale, isReview: isReview(instrument) }),
      ]),
    ),
    ...(numbers.length === 0 ? {} : { numbers: new Map(numbers) }),
    ...(hasFacts(facts) ? { facts } : {}),
    scorecard: response === undefined ? undefined : partScorer(last.instrument)(response),
    ...(predecessors.length === 0 ? {} : { predecessors }),
  };
}

/** The numbers that the present fields of an item take, too. */
function numbersGiven(
  instrument: Instrument,
  { section, item }: ItemInContext,
  instrumentBefore: Instrument,
  before: ItemInContext | undefined,
  response: Response | undefined,
): ReadonlyMap<string, number> {
  if (before === undefined || response === undefined) return new Map();
  return new Map(
    fieldsOfItem({ section, item })
      .filter(isFigureField)
      .flatMap((field) => {
        const old = fieldsOfItem(before).find(({ key }) => key === field.key);
        if (old === undefined) return [];
        const answer = answerOf(response, item.key, field.key);
        const carried = carryAnswer({ instrument: instrumentBefore, field: old }, { instrument, field }, answer);
        return carried.state === 'answered' && typeof carried.value === 'number' ? [[field.key, carried.value]] : [];
      }),
  );
}

function lastAnswer(
  { section, item }: ItemInContext,
  before: ItemInContext | undefined,
  response: Response | undefined,
  { sameScale, isReview: reviewed }: { readonly sameScale: boolean; readonly isReview: boolean },
): LastAnswer {
  if (before === undefined) return { state: 'not-asked', changed: false };
  if (response === undefined) return { state: 'no-return', changed: false };
  const changed =
    !sameScale ||
    !isSameText(scoreFieldOf(section)?.countsAs, scoreFieldOf(before.section)?.countsAs) ||
    item.question !== before.item.question ||
    !isSameText(item.criteria, before.item.criteria);
  const score = scoreOf(response, before);
  if (isNotAsked(score)) return { state: 'not-asked', changed: false };
  const key = fieldKeyFor(before, 'evidence');
  const typed = key === undefined ? undefined : typedValue(answerOf(response, item.key, key));
  const evidence = typed === undefined ? {} : { evidence: String(typed) };
  if (score.state === 'answered') {
    const own = ownScoreOf(response, before);
    const given = own === score || own.state !== 'answered' ? {} : { ownLevel: Number(own.value) };
    return { state: 'level', level: Number(score.value), ...given, changed, ...evidence };
  }
  // An assessor has nothing to judge there.
  if (score.state === 'does-not-apply') return { state: reviewed ? 'not-asked' : 'not-applicable', changed };
  return { state: score.state === 'blank' ? 'unanswered' : score.state, changed, ...evidence };
}

const scaleIn = (instrument: Instrument): Scale | undefined =>
  instrument.scorecard === undefined ? undefined : scoredScaleOf(instrument);

const isSameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** For a review, the items to which the partner gave neither an answer nor evidence. */
export function judgedBy(
  instrument: Instrument,
  lastRound: LastRound | undefined,
): Pick<PartnerFacts, 'nothingToJudge'> {
  if (!isReview(instrument)) return {};
  const nothing = [...(lastRound?.items ?? [])].filter(
    ([, { state, evidence }]) => state !== 'level' && state !== 'not-applicable' && evidence === undefined,
  );
  return { nothingToJudge: nothing.map(([key]) => key) };
}

/** The numbers of the last round with which those of this one are compared; undefined if there are none. */
export function comparedWith(instrument: Instrument, lastRound: LastRound | undefined): LastFigures | undefined {
  const all = itemsOf(instrument).flatMap(({ section, item: { key } }) => {
    const numbers = lastRound?.numbers?.get(key);
    const own = jumpsOn(section).flatMap(({ figure }) => {
      const number = numbers?.get(figure);
      return number === undefined ? [] : [[figure, number] as const];
    });
    return own.length === 0 ? [] : [[key, Object.fromEntries(own)] as const];
  });
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** The level of an earlier round, if it can be compared with the present one. */
export const comparableLevel = (last: LastAnswer | undefined): number | undefined =>
  last?.state === 'level' && !last.changed ? last.level : undefined;

/** How an item moved since the earlier round, by the order of the scale. */
export type Movement = 'better' | 'worse' | 'same';

/** @returns undefined when one of the levels is missing, or they cannot be compared. */
export function movementOf(
  instrument: Instrument,
  last: LastAnswer | undefined,
  level: number | undefined,
): Movement | undefined {
  const levels = scoredScaleOf(instrument).options.map((option) => option.level);
  const before = comparableLevel(last);
  if (before === undefined || level === undefined) return undefined;
  const moved = levels.indexOf(level) - levels.indexOf(before);
  if (moved === 0) return 'same';
  return moved > 0 ? 'better' : 'worse';
}
