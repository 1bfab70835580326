import type { Field, Section } from '../../../instrument/model/schema.ts';
import { fieldsOfItem, itemsOfSection } from '../../../instrument/model/traverse.ts';
import type { Answers } from '../../../response/response.ts';
import type { ReturnedResult } from '../../load/rollUp.ts';

/** A question, or all rows that partners add to a section together. */
export interface Subject {
  readonly section: Section;
  /** Undefined for rows that partners add. */
  readonly item: { readonly key: string; readonly question: string } | undefined;
  /** Of a question those of its section, and its own. */
  readonly fields: readonly Field[];
}

export const subjectsOf = (section: Section): readonly Subject[] =>
  section.shape === 'items'
    ? itemsOfSection(section).map((context) => ({ section, item: context.item, fields: fieldsOfItem(context) }))
    : [{ section, item: undefined, fields: section.fields }];

/** The answers of a partner to a subject: of a question one row, undefined if there is none. */
export const rowsOf = (
  { section, item }: Subject,
  { result: { response } }: ReturnedResult,
): readonly (Answers | undefined)[] =>
  item === undefined
    ? (response.entries.get(section.key) ?? []).map(({ answers }) => answers)
    : [response.items.get(item.key)];

/** The reference and the words by which a table names a subject. */
export const namesOf = ({ section, item }: Subject): readonly [string, string] => [
  item?.key ?? section.shortTitle,
  item?.question ?? section.title,
];
