import { describeOptions, isChosenByLabel, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../scoring/bands.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { heightOf, pageHeight, withBreaks } from '../../spreadsheet/plan/printedPage.ts';
import { withHeights } from '../../spreadsheet/plan/rowHeights.ts';
import { joinParts } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { earlierHeading } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { tablePartLabel } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { scorecardCharts } from './charts.ts';
import { headline } from './headline.ts';
import { ruleTable } from './rule.ts';
import { scoredParts } from './scoredParts.ts';

/**
 * Widths of the columns in characters; a position with a longer name has a wider column. A sheet as wide as `page` prints on A4 at 9 points; charts cover all of it, the
 * tables what they need.
 */
const widths = {
  position: 12,
  coverage: 12,
  level: 9,
  notApplicable: 12,
  unanswered: 14,
  movement: 8,
  page: 164,
} as const;
/** At the usual width, the labels of the rule take two lines each. */
const partWidth = { min: 30, usual: 44, max: 50 } as const;

/** The positions of the whole and of all parts, then charts and the rule: formulas with stored results. */
export function scorecardSheet(content: WorkbookContent): SheetPlan {
  const all = columnWidths(content);
  const { cells, tables, formats } = joinParts([scoredParts(content), ruleTable(content)]);
  const plan = planSheetFor(
    content,
    {
      name: content.words.sheets.scorecard,
      title: content.words.sheets.scorecard,
      note: noteOf(content),
      widths: all,
      origins: { note: content.lastRound === undefined ? 'definition' : 'round' },
      zoom: 100,
      tabColour: 'result',
    },
    [headline(content), { cells, tables, formats }],
  );
  return { ...onPages(plan, content), charts: scorecardCharts(content, all.length) };
}

function noteOf({ words, instrument, lastRound }: WorkbookContent): string {
  const { scorecard, earlier } = words;
  const scale = scoredScaleOf(instrument);
  return [
    scorecard.note,
    ...(isChosenByLabel(scale) ? [] : [scorecard.levels(describeOptions(scale).join(', '))]),
    ...(lastRound === undefined ? [] : [earlier.named(earlierHeading(words, instrument), lastRound.round)]),
  ].join(' ');
}

function columnWidths({ instrument, layout }: WorkbookContent): readonly number[] {
  const labels = viewsOf(instrument).flatMap((view) =>
    partsOf(instrument, view).map((part) => tablePartLabel(instrument, view, part)),
  );
  // Bold text is up to a tenth longer.
  const position = Math.max(widths.position, ...bandsOf(instrument).map(({ band }) => lineWidth(bandName(band), 11)));
  const figures = [
    position,
    ...(layout.scorecard.columns.figure === undefined ? [] : [widths.coverage]),
    widths.coverage,
    ...scoredScaleOf(instrument).options.map(() => widths.level),
    ...[widths.notApplicable, widths.unanswered],
    ...(layout.scorecard.columns.last === undefined
      ? []
      : [position, widths.movement, widths.movement, widths.movement]),
  ];
  const room = widths.page - figures.reduce((sum, width) => sum + width, 0);
  // The text of a cell is indented.
  const longest = Math.max(...labels.map((label) => lineWidth(label, 10))) + 2;
  const part = Math.max(partWidth.min, Math.min(partWidth.max, Math.max(partWidth.usual, longest), room));
  return [part, ...figures, ...(room > part ? [room - part] : [])];
}

/**
 * Height of a row of the charts in points: the room that is left on the page, within reason. With less than `good`, the rule
 * goes on a page of its own.
 */
const chartRowHeight = { min: 12, good: 14, max: 24 } as const;

/** Tables, charts and rule share a page if they fit, else tables and charts; otherwise the charts begin one. */
function onPages(plan: SheetPlan, { layout }: WorkbookContent): SheetPlan {
  const { charts, rule } = layout.scorecard;
  const [first] = charts;
  if (first === undefined) return plan;
  const page = pageHeight(plan);
  const rows = charts.reduce((sum, { firstRow, lastRow }) => sum + lastRow - firstRow + 1, 0);
  const drawnOver = charts.reduce((sum, { firstRow, lastRow }) => sum + heightOf(plan, firstRow, lastRow), 0);
  // The empty row before the rule would otherwise be a page by itself.
  const others = heightOf(plan, 1, rule.titleRow - 1) - drawnOver;
  const room = page - others;
  const withRule = Math.floor((room - heightOf(plan, rule.titleRow, rule.lastRow)) / rows);
  const left = withRule >= chartRowHeight.good ? withRule : Math.floor(room / rows);
  const hasRoom = left >= chartRowHeight.min;
  const between = heightOf(plan, first.firstRow, charts.at(-1)?.lastRow ?? first.lastRow) - drawnOver;
  // On a page of their own, the charts fit it if they can.
  const most = hasRoom ? left : Math.max(chartRowHeight.min, Math.floor((page - between) / rows));
  const height = Math.min(chartRowHeight.max, most);
  const drawn = withHeights(
    plan,
    charts.flatMap(({ firstRow, lastRow }) =>
      Array.from({ length: lastRow - firstRow + 1 }, (_, index) => [firstRow + index, height] as const),
    ),
  );
  const isWhole = heightOf(drawn, hasRoom ? 1 : first.firstRow, rule.lastRow) <= page;
  return withBreaks(drawn, [...(hasRoom ? [] : [first.firstRow - 1]), ...(isWhole ? [] : [rule.titleRow - 1])]);
}
