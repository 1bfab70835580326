import type {
  EntriesSection,
  Field,
  Instrument,
  Item,
  ItemsSection,
  Scale,
  ScoreField,
  View,
} from '../instrument/schema.ts';
import { type ItemInContext, itemsOfSection, scaleOf, scoreFieldOf } from '../instrument/traverse.ts';
import { requiredEntries } from '../scoring/checklist.ts';
import { partsOf, scoredItems } from '../scoring/scorecard.ts';

/**
 * Where every thing sits in a workbook. Pure: the writer and the reader both walk it, so they cannot disagree.
 * Rows and columns are counted from 1.
 */
export interface Layout {
  readonly items: readonly ItemsSheet[];
  readonly entries: readonly EntriesSheet[];
  readonly scorecard: ScorecardSheet;
  readonly workings: WorkingsSheet;
  readonly collected: CollectedSheet;
  readonly checklist: ChecklistSheet;
  readonly actionPlan: BlockRows & { readonly deadlineRow: number };
  readonly lists: readonly ListColumn[];
}

/** Worksheets that every workbook has, by what they are for. */
export const sheetNames = {
  cover: 'Cover',
  guide: 'Guide',
  checklist: 'Checklist',
  scorecard: 'Scorecard',
  actionPlan: 'Action plan',
  resources: 'Resources',
  workings: 'Workings',
  collected: 'Collected answers',
  lists: 'Lists',
  stamp: 'Stamp',
} as const;

/** The cover's cells that are read back, and those that other sheets point to. */
export const coverCells = {
  status: { row: 4, column: 1 },
  partnerCode: { row: 6, column: 2, name: 'partner_code' },
  partnerName: { row: 7, column: 2, name: 'partner_name' },
} as const;

/** The cell that holds the stamp on its own sheet. */
export const stampCell = { row: 3, column: 1, name: 'stamp' } as const;

export type ColumnContent =
  | { readonly is: 'reference' | 'activity' | 'question' | 'suggestions' }
  | { readonly is: 'criterion'; readonly level: number }
  | { readonly is: 'field'; readonly field: Field };

export interface Column {
  readonly column: number;
  readonly heading: string;
  /** In characters of the default font. */
  readonly width: number;
  readonly content: ColumnContent;
}

interface AnswerSheet<S> {
  readonly name: string;
  readonly section: S;
  readonly headerRow: number;
  readonly columns: readonly Column[];
}

export interface ItemsSheet extends AnswerSheet<ItemsSection> {
  readonly statusRow: number;
  readonly rows: readonly ItemRow[];
}

export interface ItemRow extends ItemInContext {
  readonly row: number;
}

export interface EntriesSheet extends AnswerSheet<EntriesSection> {
  /** Worksheet rows of the entries, in order: the first is entry 1. */
  readonly rows: readonly number[];
}

/** The list of allowed answers of a scale: its levels, then the word for not applicable. */
export interface ListColumn {
  readonly scale: Scale;
  readonly column: number;
  readonly firstRow: number;
  /** Absent when no score field of the scale accepts "not applicable". */
  readonly notApplicable?: string;
}

export interface WorkingsSheet {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: readonly WorkingsRow[];
  readonly columns: {
    readonly number: number;
    readonly question: number;
    readonly state: number;
    readonly rank: number;
    readonly firstView: number;
    readonly chartPart: number;
    readonly chartLabel: number;
  };
  /** What the charts call the parts: a run of rows for each view, in a block of its own beside the questions. */
  readonly chartLabels: readonly { readonly firstRow: number; readonly lastRow: number }[];
}

export interface WorkingsRow extends ItemInContext {
  readonly row: number;
  readonly score: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** What was answered besides the scores, and what is still open: one row for each scored item, as in the workings. */
export interface CollectedSheet {
  readonly headerRow: number;
  readonly rows: readonly CollectedRow[];
  readonly columns: {
    readonly number: number;
    readonly question: number;
    readonly action: number;
    readonly lead: number;
    readonly due: number;
    readonly toDo: number;
    readonly cell: number;
    readonly open: number;
  };
}

export interface CollectedRow extends ItemInContext {
  readonly row: number;
  readonly items: ItemsSheet;
  /** The item's row on its own sheet. */
  readonly itemRow: number;
}

export interface ChecklistSheet {
  readonly statusRow: number;
  /** One row for each sheet on which something is required. */
  readonly sheets: BlockRows;
  /** One row for each scored item, then one for each section of entries in which rows are required. */
  readonly needed: BlockRows;
}

export interface ScorecardSheet {
  readonly columns: {
    readonly part: number;
    readonly firstLevel: number;
    readonly notApplicable: number;
    readonly unanswered: number;
    readonly coverage: number;
    readonly position: number;
  };
  readonly overall: BlockRows;
  readonly views: readonly (BlockRows & { readonly view: View })[];
  readonly charts: ChartsBlock;
  readonly thresholds: BlockRows;
  readonly development: BlockRows;
}

/** A titled block: its title, its header row, its data rows. */
export interface BlockRows {
  readonly titleRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A titled block with room for a chart of each view, two side by side. Nothing stands in its cells. */
export interface ChartsBlock {
  readonly titleRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly places: readonly ChartPlace[];
}

export interface ChartPlace {
  readonly firstRow: number;
  readonly lastRow: number;
  /** About half of the columns' width, by whole columns. */
  readonly side: 'left' | 'right';
}

/** Below title, note and marking; items also have a line that says how far they are answered. */
const itemsStatusRow = 4;
const itemsHeaderRow = 5;
const entriesHeaderRow = 4;

export function layoutOf(instrument: Instrument): Layout {
  const items = instrument.sections.flatMap((section) =>
    section.shape === 'items' ? [itemsSheet(instrument, section)] : [],
  );
  const entries = instrument.sections.flatMap((section) =>
    section.shape === 'entries' ? [entriesSheet(section)] : [],
  );
  return {
    items,
    entries,
    scorecard: scorecardSheet(instrument),
    workings: workingsSheet(instrument, items),
    collected: collectedSheet(instrument, items),
    checklist: checklistSheet(instrument, items),
    actionPlan: { deadlineRow: 4, ...blockAt(5, scoredItems(instrument).length) },
    lists: listColumns(instrument),
  };
}

function itemsSheet(instrument: Instrument, section: ItemsSection): ItemsSheet {
  const contents: Omit<Column, 'column'>[] = [
    { heading: 'Ref', width: 6, content: { is: 'reference' } },
    { heading: 'Activity', width: 13, content: { is: 'activity' } },
    { heading: 'Question', width: 23, content: { is: 'question' } },
    ...criterionColumns(instrument, section),
    { heading: 'Suggested evidence', width: 23, content: { is: 'suggestions' } },
    ...section.fields.map(fieldColumn),
  ];
  return {
    name: `${section.key} ${section.shortTitle}`,
    section,
    statusRow: itemsStatusRow,
    headerRow: itemsHeaderRow,
    columns: contents.map((content, index) => ({ ...content, column: index + 1 })),
    rows: itemsOfSection(section).map((item, index) => ({ ...item, row: itemsHeaderRow + 1 + index })),
  };
}

/** Widths of the criteria, in characters: on average, and between these bounds. */
const criterionWidth = { average: 25, least: 18, most: 36 } as const;

/** Columns of criteria. Those with longer texts are wider, so that rows stay low. */
function criterionColumns(instrument: Instrument, section: ItemsSection): Omit<Column, 'column'>[] {
  const field = scoreFieldOf(section);
  if (field === undefined) return [];
  const { options } = scaleOf(instrument, field);
  const lengths = options.map(({ level }) => textLength(section, level));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return options.map(({ level, label }, index) => {
    const share = all === 0 ? 1 / options.length : (lengths[index] ?? 0) / all;
    const width = Math.round(share * options.length * criterionWidth.average);
    return {
      heading: `${level} ${label}`,
      width: Math.min(criterionWidth.most, Math.max(criterionWidth.least, width)),
      content: { is: 'criterion', level },
    };
  });
}

/** Characters of all criteria of a level. */
function textLength(section: ItemsSection, level: number): number {
  const criteria = itemsOfSection(section).flatMap(({ item }) => item.criteria);
  return criteria.reduce((sum, criterion) => sum + (criterion.level === level ? criterion.text.length : 0), 0);
}

function entriesSheet(section: EntriesSection): EntriesSheet {
  const contents: Omit<Column, 'column'>[] = [
    { heading: 'No.', width: 7, content: { is: 'reference' } },
    ...section.fields.map((field) => ({ ...fieldColumn(field), width: 30 })),
  ];
  return {
    name: section.shortTitle,
    section,
    headerRow: entriesHeaderRow,
    columns: contents.map((content, index) => ({ ...content, column: index + 1 })),
    rows: Array.from({ length: section.rows }, (_, index) => entriesHeaderRow + 1 + index),
  };
}

function fieldColumn(field: Field): Omit<Column, 'column'> {
  return { heading: field.heading, width: fieldWidth(field), content: { is: 'field', field } };
}

function fieldWidth(field: Field): number {
  switch (field.kind) {
    case 'score':
      return 25;
    case 'date':
      return 11;
    case 'text':
      return field.purpose === 'lead' ? 13 : 23;
  }
}

function listColumns(instrument: Instrument): readonly ListColumn[] {
  return instrument.scales.map((scale, index) => {
    const labels = instrument.sections
      .map((section) => scoreFieldOf(section))
      .filter((field) => field?.scale === scale.key);
    const notApplicable = labels.find((field) => field?.notApplicable !== undefined)?.notApplicable?.label;
    return { scale, column: index + 1, firstRow: 4, ...(notApplicable === undefined ? {} : { notApplicable }) };
  });
}

function workingsSheet(instrument: Instrument, sheets: readonly ItemsSheet[]): WorkingsSheet {
  const headerRow = 3;
  const firstView = 5;
  // One column stays empty between the questions and the block for the charts.
  const chartPart = firstView + instrument.scorecard.views.length + 1;
  const placed = new Map(sheets.flatMap((sheet) => sheet.rows.map((row) => [row.item.key, { sheet, row }] as const)));
  return {
    headerRow,
    firstRow: headerRow + 1,
    rows: scoredItems(instrument).map((context, index) => {
      const place = placed.get(context.item.key);
      const column = place === undefined ? undefined : scoreColumn(place.sheet);
      return {
        ...context,
        row: headerRow + 1 + index,
        score: { sheet: place?.sheet.name ?? '', row: place?.row.row ?? 0, column: column?.column ?? 0 },
      };
    }),
    columns: { number: 1, question: 2, state: 3, rank: 4, firstView, chartPart, chartLabel: chartPart + 1 },
    chartLabels: chartLabelRows(instrument, headerRow + 1),
  };
}

function collectedSheet(instrument: Instrument, sheets: readonly ItemsSheet[]): CollectedSheet {
  const headerRow = 3;
  const scored = new Set(scoredItems(instrument).map(({ item }) => item.key));
  const rows = sheets.flatMap((items) => items.rows.map((row) => ({ ...row, items, itemRow: row.row })));
  return {
    headerRow,
    rows: rows.filter(({ item }) => scored.has(item.key)).map((row, index) => ({ ...row, row: headerRow + 1 + index })),
    columns: { number: 1, question: 2, action: 3, lead: 4, due: 5, toDo: 6, cell: 7, open: 8 },
  };
}

function checklistSheet(instrument: Instrument, items: readonly ItemsSheet[]): ChecklistSheet {
  const required = requiredEntries(instrument).length;
  const sheets = blockAt(6, items.filter((sheet) => scoreColumn(sheet) !== undefined).length + required);
  return {
    statusRow: 4,
    sheets,
    needed: blockAt(sheets.lastRow + 2, scoredItems(instrument).length + required),
  };
}

const blockAt = (titleRow: number, rows: number): BlockRows => ({
  titleRow,
  headerRow: titleRow + 1,
  firstRow: titleRow + 2,
  lastRow: titleRow + 1 + rows,
});

function chartLabelRows(instrument: Instrument, firstRow: number): WorkingsSheet['chartLabels'] {
  let next = firstRow;
  return instrument.scorecard.views.map((view) => {
    const first = next;
    next += partsOf(instrument, view).length;
    return { firstRow: first, lastRow: next - 1 };
  });
}

/** Rows of the scorecard that a chart covers, whatever their height, and between two charts. */
const chartRows = 10;
const chartGap = 1;

function scorecardSheet(instrument: Instrument): ScorecardSheet {
  const levels = instrument.scales.find(({ key }) => key === instrument.scorecard.scale)?.options.length ?? 0;
  const firstLevel = 2;
  let next = 4;
  const block = (rows: number): BlockRows => {
    const titleRow = next;
    next = titleRow + 2 + rows + 1;
    return { titleRow, headerRow: titleRow + 1, firstRow: titleRow + 2, lastRow: titleRow + 1 + rows };
  };
  const charts = (): ChartsBlock => {
    const titleRow = next;
    const places = instrument.scorecard.views.map((_view, index): ChartPlace => {
      const firstRow = titleRow + 1 + Math.floor(index / 2) * (chartRows + chartGap);
      return { firstRow, lastRow: firstRow + chartRows - 1, side: index % 2 === 0 ? 'left' : 'right' };
    });
    const lastRow = places.at(-1)?.lastRow ?? titleRow;
    next = lastRow + 2;
    return { titleRow, firstRow: titleRow + 1, lastRow, places };
  };
  return {
    columns: {
      part: 1,
      firstLevel,
      notApplicable: firstLevel + levels,
      unanswered: firstLevel + levels + 1,
      coverage: firstLevel + levels + 2,
      position: firstLevel + levels + 3,
    },
    overall: block(1),
    views: instrument.scorecard.views.map((view) => ({ view, ...block(partsOf(instrument, view).length) })),
    charts: charts(),
    thresholds: block(4),
    development: block(scoredItems(instrument).length),
  };
}

export interface ScoreColumn {
  readonly column: number;
  readonly field: ScoreField;
}

/** The column by which the items of a sheet are scored, if they are. */
export function scoreColumn({ columns }: ItemsSheet): ScoreColumn | undefined {
  for (const { column, content } of columns) {
    if (content.is === 'field' && content.field.kind === 'score') return { column, field: content.field };
  }
  return undefined;
}

/** The suggested evidence of an item as one cell shows it. */
export const suggestionsText = ({ evidence }: Item): string =>
  evidence.map((suggestion) => `• ${suggestion}`).join('\n');

/** A part's label as people read it: sections carry their number. */
export const partLabel = (view: View | undefined, part: { readonly key: string; readonly title: string }): string =>
  view?.by === 'section' ? `${part.key} ${part.title}` : part.title;

/** Characters of a part's label that a chart has room for, beside the bars. */
const longestChartLabel = 48;

/** The same in few words, for charts. */
export function shortPartLabel(
  instrument: Instrument,
  view: View,
  part: { readonly key: string; readonly title: string },
): string {
  const section = view.by === 'section' ? instrument.sections.find(({ key }) => key === part.key) : undefined;
  const label = [...partLabel(view, { ...part, title: section?.shortTitle ?? part.title })];
  return label.length <= longestChartLabel
    ? label.join('')
    : `${label
        .slice(0, longestChartLabel - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * The defined name of an answer's cell: `answer_1_2_3_score`, `answer_participants_4_role`. Only letters, digits and
 * underscores, so that every spreadsheet program accepts it, and too long a prefix to be taken for a cell address.
 */
export const answerName = (row: string, field: string): string => plainName(`answer_${row}_${field}`);

/** A key, or several joined, as part of a name of Excel's. */
export const plainName = (key: string): string => key.replace(/[^a-z0-9]/g, '_');

/** The name of the cell in which a row that a partner added answers a field. */
export const entryName = (section: string, entry: number, field: string): string =>
  answerName(`${section}_${entry}`, field);
