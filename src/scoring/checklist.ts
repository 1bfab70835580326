import type { EntriesSection, Field, FieldPurpose, Instrument } from '../instrument/schema.ts';
import { fieldOf, type ItemInContext, isEntries, itemsOf, scoreFieldOf } from '../instrument/traverse.ts';
import { type Answer, type Answers, answerOf, blank, type Response } from '../response/response.ts';
import { rulesFor } from './rules.ts';
import { scoreOf } from './scorecard.ts';

/** What an item still lacks; a field that another answer makes necessary is told by itself. */
export type Missing = 'score' | 'reason' | 'lead and date' | 'lead' | 'date' | { readonly needed: Field };

export interface ItemCheck extends ItemInContext {
  /** Undefined when the item is complete. */
  readonly missing: Missing | undefined;
}

/** Too few rows are complete; or some are begun and lack something, however many are complete. */
export type MissingRows = 'rows' | 'rest of rows';

export interface EntriesCheck {
  readonly section: EntriesSection;
  /** Undefined when the section is complete. */
  readonly missing: MissingRows | undefined;
}

/** Everything that has to be given before a workbook is ready to be returned. */
export interface Checklist {
  readonly items: readonly ItemCheck[];
  /** Sections of entries in which something is required. */
  readonly entries: readonly EntriesCheck[];
  /** How many of both are still open. */
  readonly open: number;
}

export function checklistOf(instrument: Instrument, response: Response): Checklist {
  const items = checkedItems(instrument).map((context) => ({ ...context, missing: missingOf(response, context) }));
  const entries = requiredEntries(instrument).map((section) => ({
    section,
    missing: missingRows(response, section),
  }));
  const open = [...items, ...entries].filter(({ missing }) => missing !== undefined).length;
  return { items, entries, open };
}

/** The items that have to be answered: those with a scale, whether the scorecard counts it or not. */
export const checkedItems = (instrument: Instrument): readonly ItemInContext[] =>
  itemsOf(instrument).filter(({ section }) => scoreFieldOf(section) !== undefined);

/** Sections of entries in which at least one row has to be filled in. */
export const requiredEntries = (instrument: Instrument): readonly EntriesSection[] =>
  instrument.sections.filter(isEntries).filter(({ required }) => required > 0);

/** The key of the field that a section has for a purpose. */
export function fieldKeyFor({ section }: ItemInContext, purpose: FieldPurpose): string | undefined {
  return section.fields.find((field) => 'purpose' in field && field.purpose === purpose)?.key;
}

function missingOf(response: Response, context: ItemInContext): Missing | undefined {
  const score = scoreOf(response, context);
  const given = (field: string | undefined): boolean =>
    field === undefined || answerOf(response, context.item.key, field).state !== 'blank';
  if (score.state === 'blank' || score.state === 'unreadable') return 'score';
  if (score.state === 'not-applicable' && !given(scoreFieldOf(context.section)?.notApplicable?.reasonIn))
    return 'reason';
  const answers: Answers = response.items.get(context.item.key) ?? new Map();
  const unmet = rulesFor(context.section, answers).find((needed) => !given(needed));
  if (unmet !== undefined) return { needed: fieldOf(context.section, unmet) };
  const action = fieldKeyFor(context, 'action');
  if (action === undefined || !given(action)) return undefined;
  const due = context.section.fields.find(({ key }) => key === fieldKeyFor(context, 'due'));
  const [lead, date] = [
    given(fieldKeyFor(context, 'lead')),
    due === undefined || isFilledIn(due, answers.get(due.key)),
  ];
  if (!lead && !date) return 'lead and date';
  if (!lead) return 'lead';
  return date ? undefined : 'date';
}

/** The fields that a complete row has. */
export const requiredFields = (section: EntriesSection): readonly Field[] =>
  section.fields.filter(({ key }) => section.optional?.includes(key) !== true);

/** A row in which anything is filled in is begun. */
function missingRows(response: Response, section: EntriesSection): MissingRows | undefined {
  const begun = response.entries.get(section.key) ?? [];
  const complete = begun.filter(({ answers }) =>
    requiredFields(section).every((field) => isFilledIn(field, answers.get(field.key))),
  );
  if (complete.length < begun.length) return 'rest of rows';
  return complete.length < section.required ? 'rows' : undefined;
}

/** The workbook's formulas see whether something stands in a cell, and for a day, whether it is one. */
export const isFilledIn = ({ kind }: Field, answer: Answer = blank): boolean =>
  kind === 'date' ? answer.state === 'answered' : answer.state !== 'blank';
