import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { describeRule } from '../../scoring/describeRule.ts';
import { heightOf, pageHeight, withBreaks } from '../../spreadsheet/plan/printedPage.ts';
import { withHeights, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, joinParts, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, sheetNames } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { scorecardCharts } from './charts.ts';
import { developmentBlock, longestLine } from './development.ts';
import { scoredParts, scoredTexts, thresholds } from './scoredParts.ts';

/** Widths of the columns in characters; that of the first, with parts, rules and questions, has bounds. */
const widths = { level: 22, other: 13, movement: 30, minPart: 110, maxPart: 130 } as const;

/**
 * The positions of the parts and of the whole, with charts, and the areas for development, as formulas with stored
 * results. Rows have room for all texts that formulas may show in them.
 */
export function scorecardSheet(content: WorkbookContent): SheetPlan {
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.scorecard,
      title: 'Scorecard',
      note: 'It updates as you answer. The counts are of questions; the Guide explains the parts and the positions.',
      widths: columnWidths(content),
    },
    [
      scoredParts(content),
      { cells: [cell(content.layout.scorecard.charts.titleRow, 1, 'Charts', 'heading')] },
      ruleTable(content),
      developmentBlock(content),
    ],
  );
  return {
    ...onPages(withRoomFor(plan, scoredTexts(content)), content),
    charts: scorecardCharts(content, plan.widths),
  };
}

/** Questions needing development run over the columns beside them: the first is as wide as the longest then needs. */
function columnWidths(content: WorkbookContent): readonly number[] {
  const { instrument, layout } = content;
  const levels = scoredScaleOf(instrument).options.map(() => widths.level);
  const last = layout.scorecard.columns.last === undefined ? [] : [widths.other, widths.movement];
  const others = [...levels, ...Array.from({ length: 4 }, () => widths.other), ...last];
  const rest = others.reduce((sum, width) => sum + width, 0);
  const longest = Math.max(0, ...layout.workings.rows.map((row) => lineWidth(longestLine(content, row), 10)));
  return [Math.min(widths.maxPart, Math.max(widths.minPart, longest - rest)), ...others];
}

/** Height of a row of the charts in points: room for their labels, but no more than needed. */
const chartRowHeight = { min: 15, max: 24 } as const;

/**
 * Scores, charts and rule are on the first page, and the areas for development on the next. The charts use the
 * remaining room; if that is too little for them, they begin a page.
 */
function onPages(plan: SheetPlan, { layout }: WorkbookContent): SheetPlan {
  const { charts, development } = layout.scorecard;
  const page = pageHeight(plan);
  const before = heightOf(plan, 1, charts.titleRow - 1);
  const others =
    heightOf(plan, charts.titleRow, development.titleRow - 1) - heightOf(plan, charts.firstRow, charts.lastRow);
  const rows = charts.lastRow - charts.firstRow + 1;
  const left = Math.floor((page - before - others) / rows);
  const hasRoom = left >= chartRowHeight.min;
  const height = hasRoom ? Math.min(chartRowHeight.max, left) : chartRowHeight.max;
  const fitted = fitOnPage(withRowHeight(plan, charts, height), development, page);
  const list = heightOf(fitted, development.titleRow, development.lastRow);
  return withBreaks(fitted, [
    ...(hasRoom ? [] : [charts.titleRow - 1]),
    ...(hasRoom || others + rows * height + list > page ? [development.titleRow - 1] : []),
  ]);
}

/** Minimum height of a line of text, in points. */
const lineHeight = 12.75;

/** Makes the rows of a list lower, as far as their one line of text allows, if it would exceed its page. */
function fitOnPage(plan: SheetPlan, block: BlockRows, page: number): SheetPlan {
  const { titleRow, firstRow, lastRow } = block;
  if (heightOf(plan, titleRow, lastRow) <= page) return plan;
  const room = page - heightOf(plan, titleRow, firstRow - 1);
  return withRowHeight(plan, block, Math.max(lineHeight, Math.floor((room / (lastRow - firstRow + 1)) * 4) / 4));
}

const withRowHeight = (
  plan: SheetPlan,
  { firstRow, lastRow }: Pick<BlockRows, 'firstRow' | 'lastRow'>,
  height: number,
): SheetPlan =>
  withHeights(
    plan,
    Array.from({ length: lastRow - firstRow + 1 }, (_, index) => [firstRow + index, height] as const),
  );

/** The rule, with the cells that hold its figures. */
function ruleTable({ instrument, layout }: WorkbookContent): SheetPart {
  const { titleRow, headerRow, firstRow, lastRow } = layout.scorecard.thresholds;
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return {};
  const words = new Map(
    describeRule(rule, scoredScaleOf(instrument)).map(({ band, word, meaning }) => [band, `${word}: ${meaning}`]),
  );
  const labels: Readonly<Record<(typeof thresholds)[number], string>> = {
    minimumCoverage: words.get('not-scored') ?? '',
    redFromLowestShare: words.get('red') ?? '',
    greenAboveHighestShare: words.get('green') ?? '',
    greenLowestCount: 'Green: at most this many questions are at the lowest level.',
  };
  const title = 'How positions are worked out (otherwise Amber: some of the part is sound, some still needs work)';
  return joinParts([
    { cells: [cell(titleRow, 1, title, 'heading')] },
    tableHeadings({
      name: 'rule',
      row: headerRow,
      headings: ['Rule, in the order in which it is applied', 'Threshold'],
      rows: lastRow - firstRow + 1,
    }),
    {
      cells: thresholds.flatMap((threshold, index) => {
        const value = rule[threshold];
        if (value === undefined) return [];
        const [row, role] = [firstRow + index, threshold === 'greenLowestCount' ? 'number' : 'percent'] as const;
        return [cell(row, 1, labels[threshold], 'text'), cell(row, layout.scorecard.columns.firstLevel, value, role)];
      }),
    },
  ]);
}
