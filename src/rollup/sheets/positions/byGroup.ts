import { isChosenByLabel, scoredScaleOf, viewsOf } from '../../../instrument/model/traverse.ts';
import { answeredOf, bandNames } from '../../../scoring/position.ts';
import { firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { heightOf, pageHeight, withBreaks } from '../../../spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { chartCorners } from '../../../workbook/scorecard/charts.ts';
import { combinedScores } from '../../figures/combinedScores.ts';
import { groupingHeadings, groupsOf, type PartnerGroup } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { combinedColumns } from '../parts/combinedColumns.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { levelChart } from '../parts/levelChart.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { firstPartColumn } from './heatMap.ts';

const firstCount = 4;
/** Rows of the sheet for the bars and texts of a chart. */
const rowsAround = 7;
/** Points. */
const repeatedHeader = 60;
/** Groups in one chart: more bars could not be distinguished. */
const maxBars = 40;

/** The sheet that compares regions (or areas, or kinds of partner) in each part; none if there is only one. */
export function byGroupSheets(content: RollUpContent): readonly SheetPlan[] {
  const { rollUp, by } = content;
  const groups = groupsOf(rollUp.partners, by);
  if (groups.length < 2) return [];
  const each = groups.map(({ label, partners }) => ({
    label,
    partners: partners.length,
    scores: combinedScores(rollUp.instrument, partners),
  }));
  const firstOf = firstRows(groups);
  const parts = each[0]?.scores.length ?? 0;
  const rows = Array.from({ length: parts }, (_, part) =>
    each.flatMap(({ label, partners, scores }) => {
      const score = scores[part];
      return score === undefined ? [] : [{ group: label, partners, score, part }];
    }),
  );
  const columns = combinedColumns(rollUp.instrument, [{ heading: groupingHeadings[by], role: 'text', width: 26 }]);
  const [firstView] = viewsOf(rollUp.instrument);
  const charted = rows.filter(([row]) => row?.score.view === undefined || row.score.view === firstView);
  const chartRows = groups.length + rowsAround;
  const rowsOfCharts = Math.ceil(charted.length / 2);
  const name = `By ${by}`;
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  const plan = planTableSheet(content, {
    name,
    title: `${groupingHeadings[by]} by ${by}: combined positions of the partners of each`,
    note: 'The counts are of answers of all partners of the group who returned; the position follows the rule on the sheet Positions. Charts are below the table.',
    table: 'by_group',
    columns,
    formats: positionFormats({ firstColumn: position, lastColumn: position, rows: parts * groups.length }),
    rows: rows
      .flat()
      .map(({ group, partners, score, part }) => [
        score.view?.title ?? score.label,
        score.label,
        group,
        ...score.tally.levels.values(),
        score.tally.notApplicable,
        score.tally.unanswered,
        answeredOf(score.tally),
        ...(isChosenByLabel(scoredScaleOf(rollUp.instrument)) ? [] : [score.median ?? missingValueMarks.unanswered]),
        score.coverage ?? missingValueMarks.unanswered,
        bandNames[score.band],
        score.answering,
        partners,
        linkTo('Heat map', firstOf.get(group) ?? 1, firstPartColumn + part, 'See the heat map'),
      ]),
    chartRows: groups.length > maxBars ? 0 : rowsOfCharts * chartRows,
  });
  if (groups.length > maxBars) return [plan];
  const charts = charted.map((own, index) => {
    const label = own[0]?.score.label ?? '';
    const firstRow = firstChartRow(plan) + Math.floor(index / 2) * chartRows;
    return levelChart(content, {
      sheet: name,
      ...chartCorners(plan.widths, {
        firstRow,
        lastRow: firstRow + chartRows - 2,
        side: index % 2 === 0 ? 'left' : 'right',
      }),
      title: `${label}: answers by level, ${by} by ${by}`,
      description: `Stacked bar chart. Each bar is one ${by} in the rows "${label}" of the table above. It shows which share of the answers is at each level, the lowest on the left. The table holds the figures.`,
      firstRow: headerRow + 1 + rows.indexOf(own) * groups.length,
      labelColumn: 3,
      firstLevelColumn: firstCount,
      levels: columns.slice(firstCount - 1).map(({ heading }) => heading),
      rows: own.map(({ group, score }) => ({ label: group, tally: score.tally })),
    });
  });
  return [{ ...breakBetween(plan, chartRows, rowsOfCharts), charts }];
}

/** The first row of each group on the heat map, which begins with a row for all partners. */
function firstRows(groups: readonly PartnerGroup<unknown>[]): ReadonlyMap<string, number> {
  let next = headerRow + 2;
  return new Map(
    groups.map(({ label, partners }) => {
      const first = next;
      next += partners.length;
      return [label, first];
    }),
  );
}

/** Places charts on pages of their own, the same number on each, below an empty row, so that no page break cuts one. */
function breakBetween(plan: SheetPlan, chartRows: number, rowsOfCharts: number): SheetPlan {
  const first = firstChartRow(plan);
  const height = heightOf(plan, first, first + chartRows - 1);
  // The table's header is repeated on every page.
  const onPage = Math.max(1, Math.floor((pageHeight(plan) - repeatedHeader) / height));
  const evenly = Math.ceil(rowsOfCharts / Math.ceil(rowsOfCharts / onPage));
  const pages = Math.ceil(rowsOfCharts / evenly);
  return withBreaks(
    plan,
    Array.from({ length: pages }, (_, page) => first + page * evenly * chartRows - 2),
  );
}
