import { levelName, scoredScaleOf, viewsOf } from '../../../instrument/model/traverse.ts';
import type { LineChart } from '../../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import { firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type ChangeSince, comparedOf, type PartChange } from '../../figures/change.ts';
import { chartCorners } from '../parts/chartCorners.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { caution, emptyMark, headingOf, moveColumns, movesIn, reasonColumns, reasonsIn } from './changeCounts.ts';
import { shareAxis } from './shareAxis.ts';

const name = 'Change by part';
/** A radar of fewer would be a line. */
const minParts = 3;
const chartRows = 18;

/** The sheet Change by part: how many answers moved, and a radar of each view with this round beside the earlier one. */
export function changeByPartSheet(content: RollUpContent, since: string, { parts }: ChangeSince): SheetPlan {
  const { rollUp } = content;
  const best = scoredScaleOf(rollUp.instrument).options.at(-1);
  const level = best === undefined ? '' : levelName(scoredScaleOf(rollUp.instrument), best);
  const rounds = [rollUp.previous?.round.round ?? '', rollUp.round.round];
  // Rounds of two registers may have one name.
  const shares = uniqueHeadings(rounds.map((round) => `Share at ${level} in ${round}`)).map(
    (heading) => ({ heading, role: 'percent', width: 14 }) as const,
  );
  const printed: TableSheet['columns'] = [
    { heading: 'Part', role: 'text', width: 48 },
    ...moveColumns,
    { heading: 'Share up', role: 'percent', width: 10 },
    { heading: 'Share down', role: 'percent', width: 10 },
    ...shares,
  ];
  const radars = radarsOf(content, parts);
  const plan = planTableSheet(content, {
    name,
    title: `Change ${since}, by part`,
    note: `${caution} The counts are of answers of all partners together; shares are of those compared.`,
    table: 'change_by_part',
    pages: 1,
    tabColour: 'result',
    columns: [...printed, ...reasonColumns, { heading: 'View', role: 'text', width: 38 }],
    printedColumns: printed.length,
    rows: parts.map((change) => {
      const { view, counts, highest } = change;
      const compared = comparedOf(counts);
      return [
        headingOf(change),
        ...movesIn(counts),
        ...[counts.better, counts.worse].map((moved) => (compared === 0 ? emptyMark(counts) : moved / compared)),
        ...(highest === undefined ? shares.map(() => emptyMark(counts)) : [highest.before, highest.after]),
        ...reasonsIn(counts),
        view?.title ?? 'All',
      ];
    }),
    chartRows: Math.ceil(radars.length / 2) * chartRows,
  });
  const widths = plan.widths.slice(0, printed.length);
  const firstShare = printed.length - 1;
  const charts = radars.map(({ title, first, last, shown }, index): LineChart => {
    const firstRow = firstChartRow(plan) + Math.floor(index / 2) * chartRows;
    return {
      kind: 'radar',
      sheet: name,
      ...chartCorners(widths, {
        firstRow,
        lastRow: firstRow + chartRows - 2,
        side: index % 2 === 0 ? 'left' : 'right',
      }),
      title: `${title}: share at ${level}, ${rounds.join(' and ')}`,
      description: `Radar chart with an axis for each part of "${title}". One line is round ${rounds[0]}, the other round ${rounds[1]}: the share of the compared answers at ${level}. The table above holds the figures.`,
      axisTitle: `Share of the compared answers at ${level}`,
      axis: shareAxis(shown.flatMap(({ highest }) => (highest === undefined ? [] : [highest.before, highest.after]))),
      format: '0%',
      categories: { reference: sheetColumn(name, 1, first, last), values: shown.map(headingOf) },
      series: rounds.map((_round, at) => ({
        name: { reference: sheetCell(name, headerRow, firstShare + at), values: [shares[at]?.heading ?? ''] },
        values: {
          reference: sheetColumn(name, firstShare + at, first, last),
          values: shown.map(({ highest }) => (at === 0 ? highest?.before : highest?.after)),
        },
      })),
    };
  });
  return { ...plan, charts };
}

/** The views of which every part has answers that are compared: a mark in a cell would be drawn as zero. */
function radarsOf({ rollUp }: RollUpContent, parts: readonly PartChange[]) {
  return viewsOf(rollUp.instrument).flatMap((view) => {
    const shown = parts.filter((part) => part.view === view);
    if (shown.length < minParts || shown.some(({ highest }) => highest === undefined)) return [];
    const first = headerRow + 1 + parts.findIndex((part) => part.view === view);
    return [{ title: view.title, first, last: first + shown.length - 1, shown }];
  });
}
