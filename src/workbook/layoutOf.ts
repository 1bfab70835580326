import type { Instrument } from '../instrument/schema.ts';
import { isChosenByLabel, scoreFieldOf, viewsOf } from '../instrument/traverse.ts';
import { checkedItems, requiredEntries } from '../scoring/checklist.ts';
import { partsOf, scoredItems } from '../scoring/scorecard.ts';
import {
  type BlockRows,
  type ChartPlace,
  type ChartsBlock,
  type ChecklistSheet,
  type ChoiceColumn,
  type CollectedSheet,
  type EntriesSheet,
  type ItemsSheet,
  type Layout,
  type ListColumn,
  type ScorecardSheet,
  scoreColumn,
  type WorkingsSheet,
} from './layout.ts';
import { entriesSheet, itemsSheet } from './sectionSheets.ts';

export interface LayoutOptions {
  /** Whether there is room for what the partner answered in an earlier round. */
  readonly lastRound: boolean;
}

/** Lays out the workbook of an instrument. The same definition and options always give the same layout. */
export function layoutOf(instrument: Instrument, options: LayoutOptions = { lastRound: false }): Layout {
  const items = instrument.sections.flatMap((section) =>
    section.shape === 'items' ? [itemsSheet(instrument, section, options)] : [],
  );
  const entries = instrument.sections.flatMap((section) =>
    section.shape === 'entries' ? [entriesSheet(section)] : [],
  );
  return {
    items,
    entries,
    scorecard: scorecardSheet(instrument, options),
    workings: workingsSheet(instrument, items, options),
    collected: collectedSheet(instrument, items, entries),
    checklist: checklistSheet(instrument, items),
    actionPlan: { deadlineRow: 4, ...blockAt(5, scoredItems(instrument).length) },
    lists: listColumns(instrument),
    choices: choiceColumns(instrument),
    references: (instrument.references ?? []).map((reference) => ({ name: reference.shortTitle, reference })),
  };
}

/** Below title, note and the name of each list. */
const firstListRow = 4;

function listColumns(instrument: Instrument): readonly ListColumn[] {
  let next = 1;
  return instrument.scales.map((scale) => {
    const column = next;
    const levelColumn = isChosenByLabel(scale) ? column + 1 : column;
    next = levelColumn + 1;
    const labels = instrument.sections
      .map((section) => scoreFieldOf(section))
      .filter((field) => field?.scale === scale.key);
    const notApplicable = labels.find((field) => field?.notApplicable !== undefined)?.notApplicable?.label;
    const words = notApplicable === undefined ? {} : { notApplicable };
    return { scale, column, levelColumn, firstRow: firstListRow, ...words };
  });
}

function choiceColumns(instrument: Instrument): readonly ChoiceColumn[] {
  const first = 1 + Math.max(0, ...listColumns(instrument).map(({ levelColumn }) => levelColumn));
  return instrument.sections
    .flatMap(({ key, fields }) =>
      fields.flatMap((field) => (field.kind === 'choice' ? [{ section: key, field, firstRow: firstListRow }] : [])),
    )
    .map((choice, index) => ({ ...choice, column: first + index }));
}

function workingsSheet(
  instrument: Instrument,
  sheets: readonly ItemsSheet[],
  { lastRound }: LayoutOptions,
): WorkingsSheet {
  const headerRow = 3;
  let next = 5;
  const members = viewsOf(instrument).map((view) =>
    partsOf(instrument, view).map(() => {
      next += 1;
      return next - 1;
    }),
  );
  // One column stays empty between the questions and the block for the charts.
  const chartPart = next + 1;
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
    columns: {
      number: 1,
      question: 2,
      state: 3,
      rank: 4,
      members,
      chartPart,
      chartLabel: chartPart + 1,
      ...(lastRound ? { last: { level: chartPart + 3, movement: chartPart + 4 } } : {}),
    },
    chartLabels: chartLabelRows(instrument, headerRow + 1),
  };
}

function collectedSheet(
  instrument: Instrument,
  sheets: readonly ItemsSheet[],
  entries: readonly EntriesSheet[],
): CollectedSheet {
  const headerRow = 3;
  const required = new Set(requiredEntries(instrument).map(({ key }) => key));
  let next = headerRow + 1;
  const checked = new Set(checkedItems(instrument).map(({ item }) => item.key));
  const rows = sheets.flatMap((items) => items.rows.map((row) => ({ ...row, items, itemRow: row.row })));
  return {
    headerRow,
    rows: rows
      .filter(({ item }) => checked.has(item.key))
      .map((row, index) => ({ ...row, row: headerRow + 1 + index })),
    entries: entries
      .filter(({ section }) => required.has(section.key))
      .map((sheet) => {
        const firstRow = next;
        next += sheet.rows.length;
        return { sheet, firstRow };
      }),
    columns: {
      number: 1,
      question: 2,
      action: 3,
      lead: 4,
      due: 5,
      state: 6,
      rank: 7,
      toDo: 8,
      cell: 9,
      open: 10,
      // One column stays empty between the questions and the rows that partners add.
      entryCell: 12,
      entryOpen: 13,
    },
  };
}

function checklistSheet(instrument: Instrument, items: readonly ItemsSheet[]): ChecklistSheet {
  const required = requiredEntries(instrument).length;
  const sheets = blockAt(6, items.filter((sheet) => scoreColumn(sheet) !== undefined).length + required);
  return {
    statusRow: 4,
    sheets,
    needed: blockAt(sheets.lastRow + 2, checkedItems(instrument).length + required),
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
  return viewsOf(instrument).map((view) => {
    const first = next;
    next += partsOf(instrument, view).length;
    return { firstRow: first, lastRow: next - 1 };
  });
}

/** Rows of the scorecard that a chart covers, whatever their height, and between two charts. */
const chartRows = 10;
const chartGap = 1;

/** Rows of the list of areas for development, which has one page: the action plan has them all. */
const mostListed = 48;

function scorecardSheet(instrument: Instrument, { lastRound }: LayoutOptions): ScorecardSheet {
  const levels = instrument.scales.find(({ key }) => key === instrument.scorecard?.scale)?.options.length ?? 0;
  const firstLevel = 2;
  let next = 4;
  const block = (rows: number): BlockRows => {
    const titleRow = next;
    next = titleRow + 2 + rows + 1;
    return { titleRow, headerRow: titleRow + 1, firstRow: titleRow + 2, lastRow: titleRow + 1 + rows };
  };
  const charts = (): ChartsBlock => {
    const titleRow = next;
    const places = viewsOf(instrument).map((_view, index): ChartPlace => {
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
      ...(lastRound ? { last: { position: firstLevel + levels + 4, movement: firstLevel + levels + 5 } } : {}),
    },
    overall: block(1),
    views: viewsOf(instrument).map((view) => ({ view, ...block(partsOf(instrument, view).length) })),
    charts: charts(),
    thresholds: block(instrument.scorecard?.rule.greenLowestCount === undefined ? 3 : 4),
    development: block(Math.min(mostListed, scoredItems(instrument).length)),
  };
}
