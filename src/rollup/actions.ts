import type { Field, FieldPurpose, Instrument, Scale, Section } from '../instrument/schema.ts';
import { isEntries, itemsOf, scaleOf, scoreFieldOf } from '../instrument/traverse.ts';
import type { Partner } from '../register/partner.ts';
import { type Answer, type Answers, blank, typedValue } from '../response/response.ts';
import { type RollUp, returned } from './rollUp.ts';

/** What a partner means to do, about a question or in a row of its own. Undefined is what they left blank. */
export interface PlannedAction {
  readonly partner: Partner;
  /** Key of the question, or the name and number of the row. */
  readonly reference: string;
  /** The question, or what the rows are for. */
  readonly about: string;
  readonly score: Answer;
  readonly scale: Scale | undefined;
  readonly action: string | undefined;
  readonly lead: string | undefined;
  /** A day, `YYYY-MM-DD`, or whatever else was typed. */
  readonly due: string | undefined;
}

/** Every action, lead or date that a partner gave, in the order of partners and questions. */
export function plannedActions(rollUp: RollUp): readonly PlannedAction[] {
  const { instrument } = rollUp;
  return returned(rollUp).flatMap(({ partner, result: { response } }) => [
    ...itemsOf(instrument).flatMap(({ section, item }) =>
      planned(instrument, section, response.items.get(item.key) ?? new Map(), {
        partner,
        reference: item.key,
        about: item.question,
      }),
    ),
    ...instrument.sections.filter(isEntries).flatMap((section) =>
      (response.entries.get(section.key) ?? []).flatMap(({ entry, answers }) =>
        planned(instrument, section, answers, {
          partner,
          reference: `${section.shortTitle} ${entry}`,
          about: section.title,
        }),
      ),
    ),
  ]);
}

/** Whether any section has a field for what is to be done. */
export const asksForActions = ({ sections }: Instrument): boolean =>
  sections.some((section) => fieldFor(section, 'action') !== undefined);

function planned(
  instrument: Instrument,
  section: Section,
  answers: Answers,
  place: Pick<PlannedAction, 'partner' | 'reference' | 'about'>,
): readonly PlannedAction[] {
  const given = (purpose: FieldPurpose): string | undefined => {
    const field = fieldFor(section, purpose);
    const typed = field === undefined ? undefined : typedValue(answers.get(field.key) ?? blank);
    return typed === undefined ? undefined : String(typed);
  };
  // Leads and dates without a field for what is to be done are of something else, such as a signature.
  if (fieldFor(section, 'action') === undefined) return [];
  const [action, lead, due] = [given('action'), given('lead'), given('due')];
  if (action === undefined && lead === undefined && due === undefined) return [];
  const score = scoreFieldOf(section);
  return [
    {
      ...place,
      score: answers.get(score?.key ?? '') ?? blank,
      scale: score === undefined ? undefined : scaleOf(instrument, score),
      action,
      lead,
      due,
    },
  ];
}

/** The field of a section that is for something. */
export const fieldFor = (section: Section, purpose: FieldPurpose): Field | undefined =>
  section.fields.find((field) => 'purpose' in field && field.purpose === purpose);
