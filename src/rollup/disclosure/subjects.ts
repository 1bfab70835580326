import type { EntriesSection, Field, Section } from '../../instrument/model/schema.ts';
import { fieldsOfItem, type ItemInContext, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Answers } from '../../response/response.ts';
import { type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

/** The answers of one partner to one question, or in one row that it added. */
export interface Subject {
  readonly partner: Partner;
  readonly section: Section;
  /** What was asked. */
  readonly fields: readonly Field[];
  /** Item key, or the section and number of a row that the partner added: `Participants 2`. */
  readonly question: string;
  readonly answers: Answers;
  /** Keys of the fields of which the answer was corrected after it had come; none if absent. */
  readonly corrected?: ReadonlySet<string>;
  /** Present if an analyst entered them from paper. */
  readonly isPaper?: true;
}

/** Where an answer comes from: the returned workbook, one into which an analyst typed what came on paper, or a correction after that. */
export type Source = 'returned' | 'paper' | 'corrected';

/** The field of a subject that an answer is to. */
export interface AnsweredField {
  /** Title of the section. */
  readonly section: string;
  readonly question: string;
  readonly field: Field;
  readonly source: Source;
}

/** Where the answer to a field comes from. */
export function sourceOf({ corrected, isPaper }: Subject, { key }: Field): Source {
  if (corrected?.has(key) === true) return 'corrected';
  return isPaper === true ? 'paper' : 'returned';
}

/** All that was answered, one partner after the other. */
export function* subjectsByPartner(rollUp: RollUp): Generator<Subject> {
  const items = itemsOf(rollUp.instrument);
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  for (const result of returned(rollUp)) {
    for (const context of items) yield subjectOf(result, context);
    for (const section of entrySections) yield* rowsAdded(result, section);
  }
}

/** What a partner answered to a question. */
export const subjectOf = (
  { partner, counting, result }: ReturnedResult,
  { section, item }: ItemInContext,
): Subject => ({
  partner,
  section,
  fields: fieldsOfItem({ section, item }),
  question: item.key,
  answers: result.response.items.get(item.key) ?? new Map(),
  ...correctedIn(result, section, item.key),
  ...(counting?.isPaper === true ? { isPaper: true } : {}),
});

/** The rows that a partner added to a section. */
export const rowsAdded = ({ partner, counting, result }: ReturnedResult, section: EntriesSection): readonly Subject[] =>
  (result.response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
    partner,
    section,
    fields: section.fields,
    question: `${section.shortTitle} ${entry}`,
    answers,
    ...correctedIn(result, section, String(entry)),
    ...(counting?.isPaper === true ? { isPaper: true } : {}),
  }));

function correctedIn(
  { corrections }: ReturnedResult['result'],
  { key }: Section,
  subject: string,
): Pick<Subject, 'corrected'> {
  const own = (corrections ?? []).filter(({ answer }) => answer.section === key && answer.subject === subject);
  return own.length === 0 ? {} : { corrected: new Set(own.map(({ answer }) => answer.field)) };
}
