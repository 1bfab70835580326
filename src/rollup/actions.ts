import type { FieldPurpose } from '../instrument/schema.ts';
import { type ItemInContext, itemsOf } from '../instrument/traverse.ts';
import type { Partner } from '../register/partner.ts';
import { type Answer, answerOf, type Response, typedValue } from '../response/response.ts';
import { scoreOf } from '../scoring/scorecard.ts';
import { type RollUp, returned } from './rollUp.ts';

/** What a partner means to do about one question. Undefined is what they left blank. */
export interface PlannedAction extends ItemInContext {
  readonly partner: Partner;
  readonly score: Answer;
  readonly action: string | undefined;
  readonly lead: string | undefined;
  /** A day, `YYYY-MM-DD`, or whatever else was typed. */
  readonly due: string | undefined;
}

/** Every action, lead or date that a partner gave, in the order of partners and questions. */
export function plannedActions(rollUp: RollUp): readonly PlannedAction[] {
  const items = itemsOf(rollUp.instrument);
  return returned(rollUp).flatMap(({ partner, result: { response } }) =>
    items.flatMap((context) => {
      const action = answerFor(response, context, 'action');
      const lead = answerFor(response, context, 'lead');
      const due = answerFor(response, context, 'due');
      return action === undefined && lead === undefined && due === undefined
        ? []
        : [{ ...context, partner, score: scoreOf(response, context), action, lead, due }];
    }),
  );
}

function answerFor(response: Response, { section, item }: ItemInContext, purpose: FieldPurpose): string | undefined {
  const field = section.fields.find((candidate) => candidate.kind !== 'score' && candidate.purpose === purpose);
  const typed = field === undefined ? undefined : typedValue(answerOf(response, item.key, field.key));
  return typed === undefined ? undefined : String(typed);
}
