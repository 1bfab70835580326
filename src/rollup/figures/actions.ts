import type { Instrument, Scale, Section } from '../../instrument/model/schema.ts';
import {
  fieldFor,
  type ItemInContext,
  isEntries,
  itemsOf,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { readDate } from '../../response/readDate.ts';
import { type Answer, type Answers, blank, typedValue } from '../../response/response.ts';
import { targetOf } from '../../scoring/plans/actionPlan.ts';
import { type ActionPurpose, actionPurposes } from '../../scoring/plans/plannedRows.ts';
import { type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

/** An action that a partner plans, about a question or a larger part, or in a row that names neither. */
export interface PlannedAction {
  readonly partner: Partner;
  /** Key of the question or part, or the name and number of the row. */
  readonly reference: string;
  /** The question, the title of the part, or the purpose of the rows. */
  readonly about: string;
  /** The name and number of its row, if it is in a list of actions. */
  readonly row: string | undefined;
  readonly score: Answer;
  readonly scale: Scale | undefined;
  /** Typed text, a date as `YYYY-MM-DD`. Undefined if unanswered; fields that were not asked are absent. */
  readonly given: ReadonlyMap<ActionPurpose, string | undefined>;
}

/** Every planned action, in the order of partners and of the questions; made as it is read. */
export const plannedActions = (rollUp: RollUp): Iterable<PlannedAction> => ({
  *[Symbol.iterator]() {
    const { instrument } = rollUp;
    const fields = actionFields(instrument);
    const items = itemsOf(instrument);
    const order = new Map(items.map(({ item }, index) => [item.key, index]));
    const placeOf = ({ item }: Planned): number => order.get(item ?? '') ?? order.size;
    for (const result of returned(rollUp)) {
      const planned = [...ofQuestions(instrument, items, fields, result), ...ofLists(instrument, fields, result)];
      for (const { action } of planned.toSorted((a, b) => placeOf(a) - placeOf(b))) yield action;
    }
  },
});

/** Whether any section has a field for actions. */
export const asksForActions = ({ sections }: Instrument): boolean =>
  sections.some((section) => fieldFor(section, 'action') !== undefined);

interface Planned {
  readonly action: PlannedAction;
  /** Key of the question, or of the first of several; undefined if it names none. */
  readonly item: string | undefined;
}

/** The fields of sections that have one for an action, by their purpose. */
type ActionFields = ReadonlyMap<Section, readonly (readonly [purpose: ActionPurpose, field: string])[]>;

/** Leads and dates without a field for an action belong to something else, such as a signature. */
const actionFields = ({ sections }: Instrument): ActionFields =>
  new Map(
    sections
      .filter((section) => fieldFor(section, 'action') !== undefined)
      .map((section) => [
        section,
        actionPurposes.flatMap((purpose) => {
          const field = fieldFor(section, purpose);
          return field === undefined ? [] : [[purpose, field.key] as const];
        }),
      ]),
  );

const ofQuestions = (
  instrument: Instrument,
  items: readonly ItemInContext[],
  fields: ActionFields,
  { partner, result: { response } }: ReturnedResult,
): readonly Planned[] =>
  items.flatMap(({ section, item: { key, question } }): readonly Planned[] => {
    const answers = response.items.get(key);
    const given = givenTo(fields.get(section), answers);
    if (given === undefined) return [];
    const { score, scale } = scoreIn(instrument, section, answers);
    return [{ item: key, action: { partner, reference: key, about: question, row: undefined, score, scale, given } }];
  });

const ofLists = (
  instrument: Instrument,
  fields: ActionFields,
  { partner, result: { response } }: ReturnedResult,
): readonly Planned[] =>
  instrument.sections.filter(isEntries).flatMap((section) =>
    (response.entries.get(section.key) ?? []).flatMap(({ entry, answers }): readonly Planned[] => {
      const given = givenTo(fields.get(section), answers);
      if (given === undefined) return [];
      const row = `${section.shortTitle} ${entry}`;
      const { item, part } = targetOf(instrument, section, answers);
      if (item !== undefined) {
        const { key, question } = item.item;
        const { score, scale } = scoreIn(instrument, item.section, response.items.get(key));
        return [{ item: key, action: { partner, reference: key, about: question, row, score, scale, given } }];
      }
      const { score, scale } = scoreIn(instrument, section, answers);
      const [reference, about] = part === undefined ? [row, section.title] : [part.key, part.title];
      const action = { partner, reference, about, row, score, scale, given };
      return [{ item: part?.items[0]?.item.key, action }];
    }),
  );

function scoreIn(
  instrument: Instrument,
  section: Section,
  answers: Answers | undefined,
): Pick<PlannedAction, 'score' | 'scale'> {
  const field = scoreFieldOf(section);
  return field === undefined
    ? { score: blank, scale: undefined }
    : { score: answers?.get(field.key) ?? blank, scale: scaleOf(instrument, field) };
}

/** Undefined if nothing is given. */
function givenTo(
  fields: readonly (readonly [purpose: ActionPurpose, field: string])[] = [],
  answers: Answers | undefined,
): PlannedAction['given'] | undefined {
  const given = fields.map(([purpose, field]) => [purpose, answers?.get(field) ?? blank] as const);
  if (given.every(([, answer]) => answer.state === 'blank' || answer.state === 'does-not-apply')) return undefined;
  const asked = given.filter(([, answer]) => answer.state !== 'does-not-apply');
  return new Map(asked.map(([purpose, answer]) => [purpose, textOf(purpose, answer)]));
}

function textOf(purpose: ActionPurpose, answer: Answer): string | undefined {
  const typed = typedValue(answer);
  const words = typed === undefined ? undefined : String(typed);
  return purpose === 'due' ? dayIn(words) : words;
}

/** Reads a date that was typed as text, if possible. */
const dayIn = (due: string | undefined): string | undefined =>
  due === undefined || isDay(due) ? due : (readDate({ kind: 'text', value: due }, false) ?? due);

/** Whether a text is a date in the form in which answers store it. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The state of an action's date on a day, `YYYY-MM-DD`. Stored dates sort as text. */
export function dueState(
  { given }: PlannedAction,
  day: string,
): 'overdue' | 'not yet' | 'no date' | 'unanswered' | 'not asked' {
  if (!given.has('due')) return 'not asked';
  const due = given.get('due');
  if (due === undefined) return 'unanswered';
  if (!isDay(due)) return 'no date';
  return due < day ? 'overdue' : 'not yet';
}

/** How many actions are planned, and how many of them were due before a day. */
export function countOverdue(rollUp: RollUp, day: string): { readonly planned: number; readonly overdue: number } {
  let [planned, overdue] = [0, 0];
  for (const action of plannedActions(rollUp)) {
    planned += 1;
    if (dueState(action, day) === 'overdue') overdue += 1;
  }
  return { planned, overdue };
}
