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
import { type Answer, type Answers, blank, type Response, typedValue } from '../../response/response.ts';
import { detailsOf, hasDetails, targetOf } from '../../scoring/plans/actionPlan.ts';
import { type ActionPurpose, actionPurposes } from '../../scoring/plans/plannedRows.ts';
import { type RollUp, returned } from '../load/rollUp.ts';

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
    const items = itemsOf(instrument);
    const order = new Map(items.map(({ item }, index) => [item.key, index]));
    const placeOf = ({ item }: Planned): number => order.get(item ?? '') ?? order.size;
    for (const { partner, result } of returned(rollUp)) {
      const actions = [...ofQuestions(instrument, items, result.response), ...ofLists(instrument, result.response)];
      for (const { item: _item, ...action } of actions.toSorted((a, b) => placeOf(a) - placeOf(b))) {
        yield { partner, ...action };
      }
    }
  },
});

/** Whether any section has a field for actions. */
export const asksForActions = ({ sections }: Instrument): boolean =>
  sections.some((section) => fieldFor(section, 'action') !== undefined);

type Planned = Omit<PlannedAction, 'partner'> & {
  /** Key of the question, or of the first of several; undefined if it names none. */
  readonly item: string | undefined;
};

const ofQuestions = (instrument: Instrument, items: readonly ItemInContext[], response: Response): readonly Planned[] =>
  items.flatMap(({ section, item }) => {
    const given = givenTo(section, response.items.get(item.key));
    const about = { item: item.key, reference: item.key, about: item.question, row: undefined };
    return given === undefined
      ? []
      : [{ ...about, ...scoreIn(instrument, section, response.items.get(item.key)), given }];
  });

const ofLists = (instrument: Instrument, response: Response): readonly Planned[] =>
  instrument.sections.filter(isEntries).flatMap((section) =>
    (response.entries.get(section.key) ?? []).flatMap(({ entry, answers }): Planned[] => {
      const given = givenTo(section, answers);
      if (given === undefined) return [];
      const row = `${section.shortTitle} ${entry}`;
      const { item, part } = targetOf(instrument, section, answers);
      if (item !== undefined) {
        const { key, question } = item.item;
        const score = scoreIn(instrument, item.section, response.items.get(key));
        return [{ item: key, reference: key, about: question, row, ...score, given }];
      }
      const own = { ...scoreIn(instrument, section, answers), row, given };
      return part === undefined
        ? [{ item: undefined, reference: row, about: section.title, ...own }]
        : [{ item: part.items[0]?.item.key, reference: part.key, about: part.title, ...own }];
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

/** Leads and dates without a field for an action belong to something else, such as a signature. */
function givenTo(section: Section, answers: Answers | undefined): PlannedAction['given'] | undefined {
  const given = detailsOf(section, answers);
  if (!hasDetails(given)) return undefined;
  return new Map(
    actionPurposes.flatMap((purpose) => {
      const typed = typedValue(given[purpose]);
      const words = typed === undefined ? undefined : String(typed);
      const text = purpose === 'due' ? dayIn(words) : words;
      return fieldFor(section, purpose) === undefined ? [] : [[purpose, text] as const];
    }),
  );
}

/** Reads a date that was typed as text, if possible. */
const dayIn = (due: string | undefined): string | undefined =>
  due === undefined || isDay(due) ? due : (readDate({ kind: 'text', value: due }, false) ?? due);

/** Whether a text is a date in the form in which answers store it. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
