import { viewsOf } from '../../../instrument/model/traverse.ts';
import { bandsOf } from '../../../scoring/bands.ts';
import { chartRowHeight, firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { heightOf, pageHeight, withBreaks } from '../../../spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { defaultRowHeight } from '../../../spreadsheet/style/rowHeight.ts';
import { combinedScores } from '../../figures/combinedScores.ts';
import { groupingHeadings, groupsOf, type PartnerGroup } from '../../load/groups.ts';
import { chartCorners } from '../parts/chartCorners.ts';
import { combinedColumns } from '../parts/combinedColumns.ts';
import { combinedValues } from '../parts/combinedValues.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { levelChart } from '../parts/levelChart.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { firstPartColumn } from './heatMap.ts';

/** Rows of the sheet for the bars and texts of a chart. */
const rowsAround = 7;
/** The repeated header row and an empty one, in points. */
const repeatedHeader = (plan: SheetPlan): number => heightOf(plan, headerRow, headerRow) + defaultRowHeight;
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
  const combined = combinedColumns(
    rollUp.instrument,
    [
      { heading: 'Part', role: 'text', width: 32 },
      { heading: groupingHeadings[by], role: 'text', width: 22 },
    ],
    [
      { heading: 'View', role: 'text', width: 26 },
      { heading: 'Partners asked', role: 'number', width: 10 },
      { heading: 'Partner by partner', role: 'link', width: 20 },
    ],
  );
  const { columns, position } = combined;
  const [firstView] = viewsOf(rollUp.instrument);
  const charted = rows.filter(([row]) => row?.score.view === undefined || row.score.view === firstView);
  const rowsOfCharts = Math.ceil(charted.length / 2);
  const name = `By ${by}`;
  const sheet: TableSheet = {
    name,
    title: `${groupingHeadings[by]} by ${by}: combined positions of the partners of each`,
    note: 'The counts are of answers of all partners of the group who returned; the position follows the rule on the sheet Positions. Charts are below the table.',
    table: 'by_group',
    nameColumns: 2,
    tabColour: 'result',
    columns,
    printedColumns: combined.printed,
    formats: positionFormats(bandsOf(rollUp.instrument), {
      firstColumn: position,
      lastColumn: position,
      rows: parts * groups.length,
    }),
    rows: rows
      .flat()
      .map(({ group, partners, score, part }) => [
        score.label,
        group,
        ...combinedValues(score, combined),
        score.view?.title ?? score.label,
        partners,
        linkTo('Heat map', firstOf.get(group) ?? 1, firstPartColumn + part, `${group}: heat map`),
      ]),
  };
  const table = planTableSheet(content, sheet);
  if (groups.length > maxBars) return [table];
  const room = Math.floor((pageHeight(table) - repeatedHeader(table)) / chartRowHeight);
  const chartRows = Math.min(groups.length + rowsAround, room);
  const plan = planTableSheet(content, { ...sheet, chartRows: rowsOfCharts * chartRows });
  const charts = charted.map((own, index) => {
    const label = own[0]?.score.label ?? '';
    const firstRow = firstChartRow(plan) + Math.floor(index / 2) * chartRows;
    return levelChart(content, {
      sheet: name,
      ...chartCorners(plan.widths.slice(0, combined.printed), {
        firstRow,
        lastRow: firstRow + chartRows - 2,
        side: index % 2 === 0 ? 'left' : 'right',
      }),
      title: `${label}: answers by level, ${by} by ${by}`,
      description: `Stacked bar chart. Each bar is one ${by} in the rows "${label}" of the table above. It shows which share of the answers is at each level, the lowest on the left. The table holds the figures.`,
      firstRow: headerRow + 1 + rows.indexOf(own) * groups.length,
      labelColumn: 2,
      firstLevelColumn: combined.firstLevel,
      levels: columns.slice(combined.firstLevel - 1, combined.lastLevel).map(({ heading }) => heading),
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
  const onPage = Math.max(1, Math.floor((pageHeight(plan) - repeatedHeader(plan)) / height));
  const evenly = Math.ceil(rowsOfCharts / Math.ceil(rowsOfCharts / onPage));
  const pages = Math.ceil(rowsOfCharts / evenly);
  return withBreaks(
    plan,
    Array.from({ length: pages }, (_, page) => first + page * evenly * chartRows - 2),
  );
}
