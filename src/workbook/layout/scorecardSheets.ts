import type { Instrument } from '../../instrument/model/schema.ts';
import { viewsOf } from '../../instrument/model/traverse.ts';
import { hasFigure } from '../../scoring/bands.ts';
import { partsOf, scoredItems } from '../../scoring/scorecard.ts';
import { hasTargets } from '../../scoring/targets.ts';
import { thresholdsOf } from '../../scoring/thresholds.ts';
import {
  type AnswersSheet,
  type AreasSheet,
  type BlockRows,
  type ChartBlock,
  type CollectedSheet,
  type ItemsSheet,
  type PartsTable,
  type PerspectivesBlock,
  type PerspectivesSheet,
  type PlannedSheet,
  type ScorecardSheet,
  scoreColumn,
  type WorkingsSheet,
} from './layout.ts';

/** Below title, note and marking. */
const [positionRow, countsRow, firstHeaderRow] = [4, 5, 6];

/** Rows of a chart besides one for each bar: for its title, its axis and its legend. */
const otherChartRows = 6;

/** A view by groups has a sheet of its own with its bars. */
const isCharted = ({ view }: PartsTable): boolean => view.by !== 'group';

export function scorecardSheet(instrument: Instrument, { lastRound }: { readonly lastRound: boolean }): ScorecardSheet {
  const levels = instrument.scales.find(({ key }) => key === instrument.scorecard?.scale)?.options.length ?? 0;
  const { rule } = instrument.scorecard ?? {};
  const coverage = rule !== undefined && hasFigure(rule) ? 4 : 3;
  const [firstLevel, overallRow] = [coverage + 1, firstHeaderRow + 1];
  let next = firstHeaderRow;
  const views = viewsOf(instrument).map((view, index): PartsTable => {
    const headerRow = next;
    const firstRow = headerRow + (index === 0 ? 2 : 1);
    const lastRow = firstRow + partsOf(instrument, view).length - 1;
    next = lastRow + 2;
    return { view, headerRow, firstRow, lastRow };
  });
  const charts = views.flatMap((table, view): ChartBlock[] => {
    if (!isCharted(table)) return [];
    const firstRow = next;
    const lastRow = firstRow + table.lastRow - table.firstRow + otherChartRows;
    next = lastRow + 2;
    return [{ view, firstRow, lastRow }];
  });
  return {
    ...{ positionRow, countsRow, overallRow, views, charts },
    columns: {
      ...{ part: 1, position: 2, coverage, firstLevel },
      ...(coverage === 3 ? {} : { figure: 3 }),
      notApplicable: firstLevel + levels,
      unanswered: firstLevel + levels + 1,
      ...(lastRound ? { last: { position: firstLevel + levels + 2, firstMovement: firstLevel + levels + 3 } } : {}),
    },
    rule: ruleRows(instrument, next),
  };
}

function ruleRows({ scorecard }: Instrument, titleRow: number): BlockRows {
  const rows = scorecard === undefined ? 0 : thresholdsOf(scorecard.rule).length;
  return { titleRow, headerRow: titleRow + 1, firstRow: titleRow + 2, lastRow: titleRow + 1 + rows };
}

/** Parts beside each other in a block. */
const partsInBlock = 2;

export function perspectivesSheet(instrument: Instrument, { columns }: AnswersSheet): PerspectivesSheet {
  let next = 4;
  const blocks = viewsOf(instrument).flatMap((view, index): PerspectivesBlock[] => {
    if (view.by !== 'group') return [];
    const starts = view.groups.flatMap((_group, at) => (at % partsInBlock === 0 ? [at] : []));
    return starts.map((start) => {
      const headerRow = next;
      const weakest = headerRow + 5;
      const action = columns.action === undefined ? undefined : weakest + 1;
      const lead = action === undefined || columns.lead === undefined ? undefined : action + 1;
      const questions = (lead ?? action ?? weakest) + 1;
      next = questions + 2;
      return {
        view: index,
        parts: view.groups.flatMap((_group, at) => (at >= start && at < start + partsInBlock ? [at] : [])),
        headerRow,
        rows: {
          ...{ meaning: headerRow + 1, position: headerRow + 2, answers: headerRow + 3, chart: headerRow + 4 },
          weakest,
          ...(action === undefined ? {} : { action }),
          ...(lead === undefined ? {} : { lead }),
          questions,
        },
      };
    });
  });
  return { blocks };
}

export function answersSheet(
  instrument: Instrument,
  { rows }: CollectedSheet,
  planned: PlannedSheet,
  { lastRound }: { readonly lastRound: boolean },
): AnswersSheet {
  const headerRow = 4;
  const others = viewsOf(instrument).filter(({ by }) => by !== 'section');
  const firstView = lastRound && scoredItems(instrument).length > 0 ? 6 : 5;
  const action = firstView + others.length;
  return {
    headerRow,
    rows: rows.map((row, index) => ({ ...row, row: headerRow + 1 + index })),
    columns: {
      ...{ section: 1, reference: 2, question: 3, answer: 4 },
      ...(firstView === 6 ? { since: 5 } : {}),
      views: others.map((view, index) => ({ view, column: firstView + index })),
      ...(planned.items.length === 0
        ? {}
        : { action, ...(planned.purposes.includes('lead') ? { lead: action + 1 } : {}) }),
    },
  };
}

export function areasSheet(instrument: Instrument): AreasSheet {
  const headerRow = 4;
  return { headerRow, firstRow: headerRow + 1, lastRow: headerRow + scoredItems(instrument).length };
}

function partRankColumns(instrument: Instrument, first: number): WorkingsSheet['columns']['partRanks'] {
  let next = first;
  return viewsOf(instrument).map((view) => {
    if (view.by !== 'group') return [];
    const columns = view.groups.map((_group, index) => next + index);
    next += columns.length;
    return columns;
  });
}

export function workingsSheet(
  instrument: Instrument,
  sheets: readonly ItemsSheet[],
  { lastRound }: { readonly lastRound: boolean },
): WorkingsSheet {
  const headerRow = 3;
  let next = 7;
  const members = viewsOf(instrument).map((view) =>
    partsOf(instrument, view).map(() => {
      next += 1;
      return next - 1;
    }),
  );
  // One column stays empty between the questions and the block for the charts.
  const chartPart = next + 1;
  const firstRuleColumn = chartPart + (lastRound ? 7 : 4);
  const ruleColumns = ruleColumnsOf(instrument, firstRuleColumn);
  const firstTarget = firstRuleColumn + (Object.keys(ruleColumns).length === 0 ? 0 : 4);
  const targets = hasTargets(instrument);
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
      ...{ number: 1, reference: 2, question: 3, state: 4, rank: 5, place: 6 },
      members,
      chartPart,
      chartLabel: chartPart + 1,
      levelName: chartPart + 2,
      ...(lastRound ? { last: { level: chartPart + 4, movement: chartPart + 5 } } : {}),
      ...ruleColumns,
      ...(targets ? { target: { level: firstTarget, gap: firstTarget + 1 } } : {}),
      partRanks: partRankColumns(instrument, firstTarget + (targets ? 3 : 0)),
    },
    chartLabels: chartLabelRows(instrument, headerRow + 1),
  };
}

/** What the rule needs of each question besides its level. */
function ruleColumnsOf(
  { scorecard }: Instrument,
  first: number,
): Pick<WorkingsSheet['columns'], 'weighted' | 'statements'> {
  if (scorecard?.rule.by === 'weighted-mean')
    return { weighted: { weight: first, answered: first + 1, levels: first + 2 } };
  if (scorecard?.rule.by !== 'all-below-met') return {};
  return { statements: { under: first, applies: first + 1, met: first + 2 } };
}

function chartLabelRows(instrument: Instrument, firstRow: number): WorkingsSheet['chartLabels'] {
  let next = firstRow;
  return viewsOf(instrument).map((view) => {
    const first = next;
    next += partsOf(instrument, view).length;
    return { firstRow: first, lastRow: next - 1 };
  });
}
