import type { Field, Instrument, OnlyIf } from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  conditionsOn,
  fieldsOfItem,
  hasConditions,
  type ItemInContext,
  itemsOf,
  mayLeaveBlank,
} from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
import {
  type Answer,
  type Answers,
  answered,
  asTyped,
  blank,
  doesNotApply,
  isOptionalBlank,
  type LastFigures,
  optionalBlank,
  type Response,
  typedValue,
  unreadable,
} from '../../response/response.ts';
import { tidyText } from '../../response/tidyText.ts';
import { meetsCondition } from '../rules.ts';

/** What decides which questions a partner is asked, besides its answers. */
export interface PartnerFacts {
  readonly kind?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly regionName?: string | undefined;
  /** In a review, the keys of the items to which the partner gave neither an answer nor evidence. */
  readonly nothingToJudge?: readonly string[] | undefined;
  /** What its workbook shows of the last round, to compare numbers with. */
  readonly lastFigures?: LastFigures | undefined;
}

export type PartnerCondition = Extract<OnlyIf, { readonly partner: string }>;
export type AnswerCondition = Exclude<OnlyIf, PartnerCondition>;

export const isAboutPartner = (condition: OnlyIf): condition is PartnerCondition => 'partner' in condition;

export const isAboutAnswer = (condition: OnlyIf): condition is AnswerCondition => 'item' in condition;

/** The values of partners, by which a definition decides what it asks: of each condition, whether it is met. */
export const decidedFor = (instrument: Instrument, partner: PartnerFacts): readonly boolean[] =>
  partnerConditions(instrument).map((condition) => meetsPartner(partner, condition));

export const partnerConditions = (instrument: Instrument): readonly PartnerCondition[] =>
  itemsOf(instrument).flatMap((context) => conditionsOn(context).filter(isAboutPartner));

/**
 * The response with every answer to a question that is not asked in the state `does-not-apply`; what was answered there
 * is beside it. A question that may be left blank, and is, is marked as such. It may be applied again after any answer has
 * changed. The workbook's formulas decide the same.
 */
export function withConditions(instrument: Instrument, response: Response, partner: PartnerFacts): Response {
  if (isReview(instrument)) return withoutNothingToJudge(instrument, response, new Set(partner.nothingToJudge));
  if (!hasConditions(instrument) && !mayLeaveBlank(instrument)) return response;
  const contexts = new Map(itemsOf(instrument).map((context) => [context.item.key, context]));
  const known = new Map<string, Answers>();
  const answersTo = (context: ItemInContext): Answers => {
    const { key } = context.item;
    const before = known.get(key);
    if (before !== undefined) return before;
    // A circle, which `check` reports, ends here.
    known.set(key, new Map());
    const given = new Map(
      fieldsOfItem(context).map((field) => {
        const answer = response.items.get(key)?.get(field.key) ?? blank;
        return [field.key, asGiven(instrument, field, answer)];
      }),
    );
    const asked = conditionsOn(context).every((condition) => isMet(condition));
    const answers = asked
      ? withOptional(context, given)
      : new Map([...given].map(([field, answer]) => [field, takenAway(answer)]));
    known.set(key, answers);
    return answers;
  };
  const isMet = (condition: OnlyIf): boolean => {
    if (isAboutPartner(condition)) return meetsPartner(partner, condition);
    const context = contexts.get(condition.item);
    return context !== undefined && meetsCondition(answersTo(context), condition);
  };
  return { ...response, items: new Map([...contexts].map(([key, context]) => [key, answersTo(context)])) };
}

/** An assessor may give a level all the same; what else it says of the question counts in any case. */
function withoutNothingToJudge(instrument: Instrument, response: Response, nothing: ReadonlySet<string>): Response {
  return {
    ...response,
    items: new Map(
      itemsOf(instrument).map(({ section, item: { key } }) => {
        const answers = response.items.get(key) ?? new Map<string, Answer>();
        const field = answerFieldOf(section).key;
        const level = asTyped(answers.get(field) ?? blank);
        return [key, new Map(answers).set(field, level.state === 'blank' && nothing.has(key) ? doesNotApply : level)];
      }),
    ),
  };
}

export function meetsPartner(partner: PartnerFacts, condition: PartnerCondition): boolean {
  const facts = condition.partner === 'kind' ? [partner.kind] : [partner.regionCode, partner.regionName];
  return facts.some((fact) => fact !== undefined && condition.is.some((one) => folded(one) === folded(fact)));
}

const folded = (text: string): string => tidyText(text).toLowerCase();

/** An optional question that is left blank, with whatever else is blank in its row. */
function withOptional({ section, item }: ItemInContext, answers: Answers): Answers {
  if (item.optional !== true || answers.get(answerFieldOf(section).key)?.state !== 'blank') return answers;
  return new Map([...answers].map(([field, answer]) => [field, answer.state === 'blank' ? optionalBlank : answer]));
}

function takenAway(answer: Answer): Answer {
  const given = typedValue(answer);
  return given === undefined ? doesNotApply : { state: 'does-not-apply', given };
}

/** The answer as the partner gave it, whether it counts or not. */
function asGiven(instrument: Instrument, field: Field, answer: Answer): Answer {
  if (isOptionalBlank(answer)) return blank;
  if (answer.state !== 'does-not-apply') return answer;
  if (answer.given === undefined) return blank;
  return isAnswerTo(instrument, field, String(answer.given))
    ? answered(answer.given)
    : unreadable(String(answer.given));
}
