import type { Field, FieldOnlyIf, Instrument, OnlyIf } from '../../instrument/model/schema.ts';
import {
  conditionAt,
  conditionsOn,
  fieldsOfItem,
  type ItemInContext,
  isAboutRow,
  itemsOf,
} from '../../instrument/model/traverse.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
import {
  type Answer,
  type Answers,
  answered,
  blank,
  isOptionalBlank,
  type LastFigures,
  type Response,
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

export const isAboutPartner = (condition: FieldOnlyIf): condition is PartnerCondition => 'partner' in condition;

export const isAboutAnswer = (condition: FieldOnlyIf): condition is AnswerCondition => 'item' in condition;

/** Returns a function that says whether a condition is met, by a partner and its answers to what is asked itself. */
export function askedBy(
  instrument: Instrument,
  { items }: Response,
  partner: PartnerFacts,
): (condition: OnlyIf) => boolean {
  const contexts = new Map(itemsOf(instrument).map((context) => [context.item.key, context]));
  const known = new Map<string, boolean>();
  const isAsked = (context: ItemInContext, field: Field): boolean => {
    const id = JSON.stringify([context.item.key, field.key]);
    const before = known.get(id);
    if (before !== undefined) return before;
    // A circle, which `check` reports, ends here.
    known.set(id, false);
    const asked = [...conditionsOn(context), ...fieldConditions(context, field)].every(isMet);
    known.set(id, asked);
    return asked;
  };
  const isMet = (condition: OnlyIf): boolean => {
    if (isAboutPartner(condition)) return meetsPartner(partner, condition);
    const context = contexts.get(condition.item);
    const field = context && fieldsOfItem(context).find(({ key }) => key === condition.field);
    if (context === undefined || field === undefined || !isAsked(context, field)) return false;
    const answer = asGiven(instrument, field, items.get(condition.item)?.get(field.key) ?? blank);
    return meetsCondition(new Map([[field.key, answer]]), condition);
  };
  return isMet;
}

const fieldConditions = ({ item }: ItemInContext, { onlyIf }: Field): readonly OnlyIf[] =>
  onlyIf === undefined ? [] : [conditionAt(onlyIf, item.key)];

/**
 * Returns a function that says whether a field of a row that a partner added is asked.
 *
 * @param fields Those of its section.
 * @param isMet Whether a condition is met that is on no answer of the row.
 */
export function fieldAskedIn(
  instrument: Instrument,
  fields: readonly Field[],
  answers: Answers,
  isMet: (condition: OnlyIf) => boolean,
): (field: Field) => boolean {
  const isAsked = (field: Field, way: readonly Field[] = []): boolean => {
    const { onlyIf } = field;
    if (onlyIf === undefined) return true;
    if (!isAboutRow(onlyIf)) return isMet(onlyIf);
    const named = fields.find(({ key }) => key === onlyIf.field);
    // A circle, which `check` reports, ends here.
    if (named === undefined || way.includes(named) || !isAsked(named, [...way, field])) return false;
    const answer = asGiven(instrument, named, answers.get(named.key) ?? blank);
    return meetsCondition(new Map([[named.key, answer]]), onlyIf);
  };
  return (field) => isAsked(field);
}

export function meetsPartner(partner: PartnerFacts, condition: PartnerCondition): boolean {
  const facts = condition.partner === 'kind' ? [partner.kind] : [partner.regionCode, partner.regionName];
  return facts.some((fact) => fact !== undefined && condition.is.some((one) => folded(one) === folded(fact)));
}

const folded = (text: string): string => tidyText(text).toLowerCase();

/** The answer as the partner gave it, whether it counts or not. */
export function asGiven(instrument: Instrument, field: Field, answer: Answer): Answer {
  if (isOptionalBlank(answer)) return blank;
  if (answer.state !== 'does-not-apply') return answer;
  if (answer.given === undefined) return blank;
  return isAnswerTo(instrument, field, String(answer.given))
    ? answered(answer.given)
    : unreadable(String(answer.given));
}
