import type { Field, Instrument, OnlyIf } from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  conditionAt,
  conditionsIn,
  conditionsOn,
  fieldsOfItem,
  hasConditions,
  type ItemInContext,
  isEntries,
  itemsOf,
  mayLeaveBlank,
} from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import {
  type Answer,
  type Answers,
  asTyped,
  blank,
  doesNotApply,
  optionalBlank,
  type Response,
  typedValue,
} from '../../response/response.ts';
import {
  asGiven,
  askedBy,
  fieldAskedIn,
  isAboutPartner,
  meetsPartner,
  type PartnerCondition,
  type PartnerFacts,
} from './askedBy.ts';

/** The values of partners, by which a definition decides what it asks: of each condition, whether it is met. */
export const decidedFor = (instrument: Instrument, partner: PartnerFacts): readonly boolean[] =>
  partnerConditions(instrument).map((condition) => meetsPartner(partner, condition));

export const partnerConditions = (instrument: Instrument): readonly PartnerCondition[] =>
  conditionsIn(instrument).filter(isAboutPartner);

/**
 * The response with every answer to what is not asked in the state `does-not-apply`; what was answered there is beside it.
 * A question that may be left blank, and is, is marked as such. It may be applied again after any answer has changed. The
 * workbook's formulas decide the same.
 */
export function withConditions(instrument: Instrument, response: Response, partner: PartnerFacts): Response {
  if (isReview(instrument)) return withoutNothingToJudge(instrument, response, new Set(partner.nothingToJudge));
  if (!hasConditions(instrument) && !mayLeaveBlank(instrument)) return response;
  const { notAsked: _before, ...rest } = response;
  const isMet = askedBy(instrument, response, partner);
  const decided = (
    fields: readonly Field[],
    answers: Answers | undefined,
    isAsked: boolean,
    isFieldAsked: (field: Field) => boolean,
  ): Answers =>
    new Map(
      fields.map((field) => {
        const given = asGiven(instrument, field, answers?.get(field.key) ?? blank);
        if (!isAsked) return [field.key, takenAway(given)];
        return [field.key, isFieldAsked(field) ? given : { ...takenAway(given), alone: true }];
      }),
    );
  const sections = instrument.sections.filter(isEntries);
  const notAsked = new Set(sections.flatMap((section) => (allMet(isMet, section) ? [] : [section.key])));
  return {
    ...rest,
    items: new Map(
      itemsOf(instrument).map((context) => {
        const { key } = context.item;
        const isAsked = conditionsOn(context).every(isMet);
        const isFieldAsked = ({ onlyIf }: Field): boolean => onlyIf === undefined || isMet(conditionAt(onlyIf, key));
        const answers = decided(fieldsOfItem(context), response.items.get(key), isAsked, isFieldAsked);
        return [key, withOptional(context, answers)];
      }),
    ),
    entries: new Map(
      [...response.entries].map(([key, rows]) => {
        const section = sections.find((one) => one.key === key);
        if (section === undefined) return [key, rows];
        return [
          key,
          rows.map((row) => {
            const { fields } = section;
            const isFieldAsked = fieldAskedIn(instrument, fields, row.answers, isMet);
            return { ...row, answers: decided(fields, row.answers, !notAsked.has(key), isFieldAsked) };
          }),
        ];
      }),
    ),
    ...(notAsked.size === 0 ? {} : { notAsked }),
  };
}

const allMet = (isMet: (condition: OnlyIf) => boolean, { onlyIf }: { readonly onlyIf?: OnlyIf | undefined }): boolean =>
  onlyIf === undefined || isMet(onlyIf);

/** An assessor may give a level all the same; what else it says of the question counts in any case. */
function withoutNothingToJudge(instrument: Instrument, response: Response, nothing: ReadonlySet<string>): Response {
  return {
    ...response,
    items: new Map(
      itemsOf(instrument).map((context) => {
        const { key } = context.item;
        const answers = response.items.get(key) ?? new Map<string, Answer>();
        const field = answerFieldOf(context).key;
        const level = asTyped(answers.get(field) ?? blank);
        return [key, new Map(answers).set(field, level.state === 'blank' && nothing.has(key) ? doesNotApply : level)];
      }),
    ),
  };
}

/** An optional question that is left blank, with whatever else is blank in its row. */
function withOptional(context: ItemInContext, answers: Answers): Answers {
  if (context.item.optional !== true || answers.get(answerFieldOf(context).key)?.state !== 'blank') return answers;
  return new Map([...answers].map(([field, answer]) => [field, answer.state === 'blank' ? optionalBlank : answer]));
}

function takenAway(answer: Answer): Extract<Answer, { readonly state: 'does-not-apply' }> {
  const given = typedValue(answer);
  return given === undefined ? doesNotApply : { state: 'does-not-apply', given };
}
