import type { Field, Instrument } from '../../instrument/model/schema.ts';
import type { FigureField } from '../../instrument/model/traverse.ts';
import type { ColumnNeeds } from '../../spreadsheet/plan/balanceWidths.ts';
import type { Words } from '../../words/words.ts';

export type ColumnContent =
  | { readonly is: 'reference' | 'question' | 'guidance' | 'suggestions' | 'lastRound' | 'lastEvidence' }
  /** Whether the question is asked, where that depends on something. */
  | { readonly is: 'asked' }
  /** The facts that the cells of the row had when the workbook went out. */
  | { readonly is: 'given' }
  | { readonly is: 'criterion'; readonly level: number }
  /** The number of the last round, beside the one that is compared with it. */
  | { readonly is: 'lastFigure'; readonly field: FigureField }
  | { readonly is: 'field'; readonly field: Field };

/** A column of a sheet with something to answer. It is laid out by place; its width is worked out where it is shown. */
export interface Column extends ColumnNeeds {
  readonly column: number;
  readonly heading: string;
  readonly content: ColumnContent;
  /** Whether it is to be seen together with the score. Other columns may be off the screen, and have a fixed width. */
  readonly isSeen: boolean;
}

/** The column in which a field is answered. */
export const columnOfField = (columns: readonly Column[], key: string): number =>
  columns.find(({ content }) => content.is === 'field' && content.field.key === key)?.column ?? 1;

/** The column with the numbers of a field in the last round. */
export const lastColumnOf = (columns: readonly Column[], key: string): number | undefined =>
  columns.find(({ content }) => content.is === 'lastFigure' && content.field.key === key)?.column;

/** The heading of that column. What is below it is never a present answer. */
export const lastFigureHeading = ({ earlier }: Words, { heading }: FigureField): string => earlier.figure(heading);

/** The heading of the levels that a partner gave before: in the last round or, in a second opinion, of itself. */
export const earlierHeading = ({ earlier }: Words, { reviews }: Instrument): string =>
  reviews === undefined ? earlier.lastRound : earlier.selfScore;

/** Whether a level is shown with its name: the headings of criteria say what it means, if there are any. */
export const showsWords = (columns: readonly Column[]): boolean =>
  columns.every(({ content }) => content.is !== 'criterion');

/** The columns that stay in view: up to the score or, without one, to the question. */
export function frozenColumns(columns: readonly Column[]): number {
  const question = columns.find(({ content }) => content.is === 'question')?.column ?? 0;
  const next = columns[question];
  return next?.content.is === 'field' && next.content.field.kind === 'score' ? question + 1 : question;
}

/** A column before its place is known. */
export type Draft = Omit<Column, 'column'>;

/** Columns side by side, from the first. */
export const sideBySide = (drafts: readonly Draft[]): readonly Column[] =>
  drafts.map((draft, index) => ({ ...draft, column: index + 1 }));
