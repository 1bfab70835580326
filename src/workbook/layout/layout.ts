import { isTotal } from '../../instrument/figures/compared.ts';
import { totalId } from '../../instrument/figures/totals.ts';
import type { NamedPart } from '../../instrument/model/namedPart.ts';
import type {
  ChoiceField,
  EntriesSection,
  FigureElsewhere,
  Instrument,
  ItemFigure,
  ItemsSection,
  Reference,
  Scale,
  ScoreField,
  Section,
  TotalFigure,
  View,
} from '../../instrument/model/schema.ts';
import type { ItemInContext } from '../../instrument/model/traverse.ts';
import { isScoreField } from '../../instrument/model/traverse.ts';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import type { Demand, Relation, Requirement } from '../../scoring/plans/requirements.ts';
import type { Words } from '../../words/words.ts';
import type { Column } from '../columns/column.ts';

/**
 * Where everything is in a workbook. Pure: both writer and reader use it, so they cannot disagree. Rows and columns are
 * counted from 1.
 */
export interface Layout {
  /** What the workbook says by itself: names of sheets and headings, by which people and formulas find things, are part of it. */
  readonly words: Words;
  readonly items: readonly ItemsSheet[];
  readonly entries: readonly EntriesSheet[];
  readonly scorecard: ScorecardSheet;
  readonly perspectives: PerspectivesSheet;
  readonly areas: AreasSheet;
  readonly answers: AnswersSheet;
  readonly workings: WorkingsSheet;
  readonly collected: CollectedSheet;
  readonly checklist: ChecklistSheet;
  /** The lines of the action plan; it has as many rows. */
  readonly planned: PlannedSheet;
  readonly actionPlan: BlockRows & { readonly deadlineRow: number };
  readonly lists: readonly ListColumn[];
  readonly choices: readonly ChoiceColumn[];
  readonly references: readonly ReferenceSheet[];
}

/** Defined names of the cells of the cover that are read back. */
export const coverNames = { partnerCode: 'partner_code', partnerName: 'partner_name' } as const;

/** The cell that holds the stamp on its own sheet. */
export const stampCell = { row: 3, column: 1, name: 'stamp' } as const;

interface AnswerSheet<S> {
  readonly name: string;
  readonly section: S;
  /** The line with links to other sheets. */
  readonly linksRow: number;
  /** The line above the headings that says which fields are asked; absent if all always are. */
  readonly fieldsRow?: number;
  readonly headerRow: number;
  readonly columns: readonly Column[];
}

export interface ItemsSheet extends AnswerSheet<ItemsSection> {
  /** The line with the number of answers: that of the links, if there is room for both. */
  readonly statusRow: number;
  readonly rows: readonly ItemRow[];
}

export interface ItemRow extends ItemInContext {
  readonly row: number;
}

export interface EntriesSheet extends AnswerSheet<EntriesSection> {
  /** The line that says whether the sheet is to be filled in; absent if it always is. */
  readonly askedRow?: number;
  /** Worksheet rows of the entries, in order: the first is entry 1. */
  readonly rows: readonly number[];
}

/** The list of allowed answers of a scale: its levels or their labels, then the word for not applicable. */
export interface ListColumn {
  readonly scale: Scale;
  readonly column: number;
  /** The column of the levels: beside the choices, or the same. */
  readonly levelColumn: number;
  readonly firstRow: number;
  /** Absent if no score field of the scale accepts "not applicable". */
  readonly notApplicable?: string;
}

/** The words of a choice field, as a list of its own. */
export interface ChoiceColumn {
  readonly section: string;
  readonly field: ChoiceField;
  readonly column: number;
  readonly firstRow: number;
}

/** A reference table on a sheet of its own. */
export interface ReferenceSheet {
  readonly name: string;
  readonly reference: Reference;
}

export interface WorkingsSheet {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: readonly WorkingsRow[];
  readonly columns: {
    readonly number: number;
    readonly reference: number;
    readonly question: number;
    readonly state: number;
    readonly rank: number;
    /** Where the question is scored. */
    readonly place: number;
    /** By view and part: the column that marks the questions that count in it. */
    readonly members: readonly (readonly number[])[];
    readonly chartPart: number;
    readonly chartLabel: number;
    /** The levels in words, then the word for no answer. */
    readonly levelName: number;
    /** By view and part, for views by groups: the ranks of the questions that count in it. */
    readonly partRanks: readonly (readonly number[])[];
    /** Present if the rule weighs questions: the weight, the same if it is answered, and this times the level. */
    readonly weighted?: { readonly weight: number; readonly answered: number; readonly levels: number };
    /** Present if questions are statements under levels: the level, whether the statement applies, and whether it is met. */
    readonly statements?: { readonly under: number; readonly applies: number; readonly met: number };
    /** Present if questions have targets: the level, and how many steps the answer is below it. */
    readonly target?: { readonly level: number; readonly gap: number };
    /** Present if the workbook shows the last round. */
    readonly last?: { readonly level: number; readonly movement: number };
  };
  /** Labels of the parts in charts: consecutive rows for each view, in a block of its own beside the questions. */
  readonly chartLabels: readonly { readonly firstRow: number; readonly lastRow: number }[];
}

export interface WorkingsRow extends ItemInContext {
  readonly row: number;
  readonly score: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** The answers and open items: one row for each item, and beside them one for each row that partners add. */
export interface CollectedSheet {
  readonly headerRow: number;
  readonly rows: readonly CollectedRow[];
  /** Sheet below sheet. */
  readonly entries: readonly CollectedEntries[];
  /** Beside both, section below section: the requirements on the answers of a row. */
  readonly requirements: readonly CollectedRequirements[];
  /** Numbers that are needed in other rows than their own, one below the other: first totals of rows. */
  readonly totals: readonly CollectedTotal[];
  readonly figures: readonly CollectedFigure[];
  readonly columns: {
    readonly number: number;
    readonly question: number;
    readonly state: number;
    readonly items: OpenColumns;
    readonly entrySheet: number;
    readonly entryNumber: number;
    /** Numbers the rows over all sheets that have been started and are open; empty for all others. */
    readonly entryOrder: number;
    readonly entries: OpenColumns;
    /** The answers by which rows of two sections are matched. */
    readonly relations: readonly { readonly relation: Relation; readonly column: number }[];
    /** Marks the rows that serve what rows of another section must have. */
    readonly demands: readonly { readonly demand: Demand; readonly column: number }[];
    readonly toDo: number;
    readonly letter: number;
    readonly figure: number;
  };
}

/** A number of one question. */
export interface CollectedFigure {
  readonly figure: ItemFigure;
  readonly of: CollectedRow;
  readonly row: number;
}

/** The place of a number that is needed in other rows. */
export const collectedFigure = (
  { totals, figures }: CollectedSheet,
  figure: FigureElsewhere,
): { readonly row: number } | undefined =>
  isTotal(figure)
    ? totals.find(({ total }) => totalId(total) === totalId(figure))
    : figures.find(({ figure: { item, field } }) => item === figure.item && field === figure.field);

/** The defined name of its cell: a condition for colours cannot refer to another sheet in every Excel. */
export const figureName = (collected: CollectedSheet, figure: FigureElsewhere): string =>
  `figure_${(collectedFigure(collected, figure)?.row ?? 0) - collected.headerRow}`;

/** The numbers of rows together, with a column of its own for what each row counts. */
export interface CollectedTotal {
  readonly total: TotalFigure;
  /** The title of the section or the activity of which it is. */
  readonly title: string;
  readonly section: Section;
  /** The rows of questions; none if the partner adds the rows. */
  readonly items: readonly CollectedRow[];
  /** The rows that the partner adds. */
  readonly entries: CollectedEntries | undefined;
  readonly row: number;
  readonly column: number;
}

/**
 * Columns for the first requirement that a row does not meet: its number, what to do, and in which cell of the row's
 * sheet.
 */
export interface OpenColumns {
  readonly requirement: number;
  /** Columns with a part of the requirements each, if a row has too many for one formula. */
  readonly parts: readonly number[];
  readonly toDo: number;
  readonly cell: number;
  /** Numbers the rows in the order in which the checklist leads to them; empty for complete rows. */
  readonly open: number;
}

/**
 * Every line that the action plan may have: one row for each question, then one for each row of the lists of actions.
 */
export interface PlannedSheet {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly items: readonly CollectedRow[];
  readonly lists: readonly CollectedEntries[];
  /** Beside them, list below list, the parts that rows can name. */
  readonly names: readonly PlannedNames[];
  readonly rows: number;
  readonly purposes: readonly ActionPurpose[];
  readonly columns: {
    readonly subject: SubjectColumns;
    /** One for each purpose. */
    readonly firstPurpose: number;
    readonly mark: number;
    /** Order of the lines about a question, whether it has any or not. */
    readonly base: number;
    /** Order of this line; empty if it is not shown. */
    readonly order: number;
    /** The number of the row that the line of the same number shows. */
    readonly shown: number;
    /** The number of the row that gives the action for a question; empty if none does. */
    readonly giver: number;
    readonly name: number;
    readonly nameNumber: number;
    readonly nameBase: number;
    readonly nameSubject: SubjectColumns;
    /** The day of the deadline, in the first row. */
    readonly deadline: number;
  };
}

/** Columns for what an action is about. */
export interface SubjectColumns {
  /** The level of the question, or why it has none; empty for larger parts. */
  readonly level: number;
  readonly reference: number;
  readonly about: number;
}

export interface PlannedNames {
  readonly list: EntriesSheet;
  readonly firstRow: number;
  readonly names: readonly { readonly option: string; readonly part: NamedPart }[];
}

export interface CollectedEntries {
  readonly sheet: EntriesSheet;
  readonly firstRow: number;
}

export interface CollectedRequirements {
  readonly section: string;
  readonly firstRow: number;
  readonly requirements: readonly Requirement[];
}

export interface CollectedRow extends ItemInContext {
  readonly row: number;
  readonly items: ItemsSheet;
  /** The item's row on its own sheet. */
  readonly itemRow: number;
}

export interface ChecklistSheet {
  /** One row for each sheet with something to answer. */
  readonly sheets: BlockRows;
  /**
   * One row for each item, then for each section of entries one for the rows and one for each kind that it requires.
   */
  readonly needed: BlockRows;
  /** The first of the rows that partners added and that are to be completed or corrected. Absent if none are added. */
  readonly rows: BlockRows | undefined;
}

export interface ScorecardSheet {
  /** Rows of the two lines above the tables: the position of the whole, and its counts. */
  readonly positionRow: number;
  readonly countsRow: number;
  readonly columns: {
    readonly part: number;
    readonly position: number;
    /** Present if positions follow from a figure such as a mean. */
    readonly figure?: number;
    readonly coverage: number;
    readonly firstLevel: number;
    readonly notApplicable: number;
    readonly unanswered: number;
    /** Present if the workbook shows the last round: its position, and the first of the counts of movements. */
    readonly last?: { readonly position: number; readonly firstMovement: number };
  };
  /** The row of the whole: the first of the first table. */
  readonly overallRow: number;
  /** One table for each view, in its order; the rows are those of its parts. */
  readonly views: readonly PartsTable[];
  /** One chart below the other. */
  readonly charts: readonly ChartBlock[];
  readonly rule: BlockRows;
}

/** A table of the parts of a view. */
export interface PartsTable {
  readonly view: View;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A titled block: its title, its header row, its data rows. */
export interface BlockRows {
  readonly titleRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Rows that a chart covers. Their cells are empty. */
export interface ChartBlock {
  /** Of the views, counted from 0. */
  readonly view: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The parts of every view by groups, two in each block. */
export interface PerspectivesSheet {
  readonly blocks: readonly PerspectivesBlock[];
}

/** A table with a column for each of its parts. */
export interface PerspectivesBlock {
  /** Counted from 0 among all views. */
  readonly view: number;
  /** Places of the parts in their view, counted from 0. */
  readonly parts: readonly number[];
  readonly headerRow: number;
  readonly rows: {
    readonly meaning: number;
    readonly position: number;
    readonly answers: number;
    readonly chart: number;
    readonly weakest: number;
    /** Present if questions can have actions. */
    readonly action?: number;
    readonly lead?: number;
    readonly questions: number;
  };
}

/** Every question with its answer, section by section. */
export interface AnswersSheet {
  readonly headerRow: number;
  readonly rows: readonly CollectedRow[];
  readonly columns: {
    readonly section: number;
    readonly reference: number;
    readonly question: number;
    readonly answer: number;
    /** Present if the workbook shows the last round. */
    readonly since?: number;
    /** The parts that a question counts for, in views other than by section. */
    readonly views: readonly { readonly view: View; readonly column: number }[];
    /** Present if questions can have actions. */
    readonly action?: number;
    readonly lead?: number;
  };
}

/** The questions below the highest level, by rank: a row for each question that may be there. */
export interface AreasSheet {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Whether any section accepts actions. */
export const hasActionPlan = ({ planned }: Layout): boolean => planned.rows > 0;

/** Whether the scorecard has anything to count. */
export const isScored = ({ workings }: Layout): boolean => workings.rows.length > 0;

export interface ScoreColumn {
  readonly column: number;
  readonly field: ScoreField;
}

/** The column by which the items of a sheet are scored, if they are. */
export const scoreColumn = (items: ItemsSheet): ScoreColumn | undefined => scoreColumns(items)[0];

/** The columns of levels. A second opinion has that of the agreed level as well, on the same scale. */
export const scoreColumns = ({ columns }: ItemsSheet): readonly ScoreColumn[] =>
  columns.flatMap(({ column, content }) =>
    content.is === 'field' && isScoreField(content.field) ? [{ column, field: content.field }] : [],
  );

/** A part's label as people read it: sections include their number. */
export const partLabel = (view: View | undefined, part: { readonly key: string; readonly title: string }): string =>
  view?.by === 'section' ? `${part.key} ${part.title}` : part.title;

/** Characters of a part's label in the Scorecard, where each has one line. */
const longestLabel = 50;

/** The same for a column in which each has one line: a section with a long title by its short one. */
export function tablePartLabel(
  instrument: Instrument,
  view: View,
  part: { readonly key: string; readonly title: string },
): string {
  const label = partLabel(view, part);
  return label.length <= longestLabel ? label : shortPartLabel(instrument, view, part);
}

/** The same in few words, for charts. */
export function shortPartLabel(
  instrument: Instrument,
  view: View,
  part: { readonly key: string; readonly title: string },
): string {
  const section = view.by === 'section' ? instrument.sections.find(({ key }) => key === part.key) : undefined;
  const label = [...partLabel(view, { ...part, title: section?.shortTitle ?? part.title })];
  return label.length <= longestLabel
    ? label.join('')
    : `${label
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * The defined name of an answer's cell: `answer_1_2_3_score`, `answer_participants_4_role`. Only letters, digits and
 * underscores, so that every spreadsheet program accepts it, and with a prefix too long to be taken for a cell address.
 */
export const answerName = (row: string, field: string): string => plainName(`answer_${row}_${field}`);

/** A key, or several joined, as part of a defined name. */
export const plainName = (key: string): string => key.replace(/[^a-z0-9]/g, '_');

/** The name of the cell in which a row that a partner added answers a field. */
export const entryName = (section: string, entry: number, field: string): string =>
  answerName(`${section}_${entry}`, field);
