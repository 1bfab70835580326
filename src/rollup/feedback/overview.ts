import { levelName, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf, notScored } from '../../scoring/bands.ts';
import type { BarChart } from '../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { firstChartRow, headerRow } from '../../spreadsheet/plan/planTableSheet.ts';
import { keepTogether } from '../../spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { PaletteColour } from '../../spreadsheet/style/theme.ts';
import { columnRange } from '../../workbook/parts/listCells.ts';
import type { CombinedScore } from '../figures/combinedScores.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import { chartCorners } from '../sheets/parts/chartCorners.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../sheets/parts/content.ts';
import { positionFormats } from '../sheets/parts/positionFormats.ts';
import type { Feedback } from './feedback.ts';
import { levelsChart } from './parts.ts';
import { type Side, sidesOf } from './standings.ts';

const name = 'Overview';

/** Between the lines of the axis of shares. */
const step = 0.25;

/** Colours of the bars of the partner, of all partners and of its region. */
const barColours: readonly PaletteColour[] = ['brand', 'lightGreen', 'grey'];

/** The first sheet: the positions of the partner and of others, part by part, with charts. */
export function overviewSheet(marks: SheetMarks, feedback: Feedback): SheetPlan {
  const { instrument, own } = feedback;
  const scale = scoredScaleOf(instrument);
  const nameOf = (option: (typeof scale.options)[number] | undefined): string =>
    option === undefined ? '' : levelName(scale, option);
  const [best, worst] = [nameOf(scale.options.at(-1)), nameOf(scale.options.at(0))];
  const { sides, charted } = chartedFirst(sidesOf(feedback));
  const scores = sides[0]?.scores ?? [];
  const column = (what: string, role: 'position' | 'percent', width: number): TableSheet['columns'] =>
    sides.map(({ who }) => ({ heading: `${who}: ${what}`, role, width }));
  const columns: TableSheet['columns'] = [
    { heading: 'Part', role: 'text', width: 40 },
    ...column('position', 'position', 13),
    ...column(`share at ${best}`, 'percent', 11),
    ...column(`share at ${worst}`, 'percent', 11),
  ];
  const [firstBest, firstWorst] = [2 + sides.length, 2 + 2 * sides.length];
  const lastRow = headerRow + scores.length;
  const bars = (from: number, colour: PaletteColour): SheetPlan['formats'] =>
    sides.map((_side, index) => ({
      range: columnRange(from + index, headerRow + 1, lastRow),
      bars: { colour, to: 1 },
    }));
  // A chart of one bar compares nothing.
  const shown = sides.filter((side) => side.scores !== undefined);
  const chartRows = shown.length > 1 && charted > 0 ? 5 + Math.ceil((charted * (shown.length + 1)) / 2) : 0;
  const plan = planTableSheet(marks, {
    ...{ name, table: 'overview', columns, chartRows, zoom: 100, tabColour: 'result' },
    title: `How you compare: ${own.partner.name}`,
    note: `${positionSentence(shown)} The sheet Notes explains positions and signs.`,
    formats: [
      ...positionFormats(bandsOf(instrument), { firstColumn: 2, lastColumn: 1 + sides.length, rows: scores.length }),
      ...bars(firstBest, 'paleGreen'),
      ...bars(firstWorst, 'paleRed'),
    ],
    rows: scores.map(({ label }, index) => [
      label,
      ...sides.map((side) => figure(side, index, ({ band }) => bandName(band))),
      ...sides.map((side) => figure(side, index, ({ highestShare }) => highestShare)),
      ...sides.map((side) => figure(side, index, ({ lowestShare }) => lowestShare)),
    ]),
  });
  if (chartRows === 0 || plan.print === undefined) return plan;
  // The headings would be repeated above the charts.
  const { headerRow: _above, ...print } = plan.print;
  const place = { firstRow: firstChartRow(plan), lastRow: firstChartRow(plan) + chartRows - 1 };
  const charts = [
    partsChart(shown, { charted, firstColumn: firstBest, best }, chartCorners(plan.widths, { ...place, side: 'left' })),
    levelsChart(feedback, name, chartCorners(plan.widths, { ...place, side: 'right' })),
  ];
  return keepTogether({ ...plan, charts, print }, undefined, [{ firstRow: 1, lastRow: place.firstRow - 1 }, place]);
}

function figure({ scores }: Side, index: number, of: (score: CombinedScore) => Content | undefined): Content {
  const score = scores?.[index];
  if (score === undefined) return missingValueMarks.suppressed;
  return of(score) ?? missingValueMarks.unanswered;
}

/** `Overall you are Amber, and all partners together are Green.` */
function positionSentence(shown: readonly Side[]): string {
  const [own, all] = shown.map(({ scores }) => bandName(scores?.[0]?.band ?? notScored));
  return all === undefined ? `Overall: ${own}.` : `Overall: you ${own}, all partners together ${all}.`;
}

/** The sides with the parts last of which somebody has no figure: a chart would draw its mark as 0%. */
function chartedFirst(all: ReturnType<typeof sidesOf>): { readonly sides: readonly Side[]; readonly charted: number } {
  const indices = (all[0].scores ?? []).map((_score, index) => index);
  const isCharted = (index: number): boolean =>
    all.every(({ scores }) => scores === undefined || scores[index]?.highestShare !== undefined);
  const charted = indices.filter(isCharted);
  const order = [...charted, ...indices.filter((index) => !isCharted(index))];
  const sides = all.map(
    ({ who, scores }): Side => ({ who, scores: scores && order.flatMap((index) => scores[index] ?? []) }),
  );
  return { sides, charted: charted.length };
}

/** Suppressed groups are last, so that the bars refer to columns without a gap. */
function partsChart(
  shown: readonly Side[],
  { charted, firstColumn, best }: { readonly charted: number; readonly firstColumn: number; readonly best: string },
  corners: Pick<BarChart, 'from' | 'to'>,
): BarChart {
  const [firstRow, lastRow] = [headerRow + 1, headerRow + charted];
  const highest = Math.max(
    ...shown.flatMap(({ scores = [] }) => scores.slice(0, charted).map(({ highestShare = 0 }) => highestShare)),
  );
  return {
    ...{ sheet: name, kind: 'clustered', ...corners },
    title: `Answers at ${best}, by part`,
    description: `Bar chart. For each part it shows which share of the answered questions is at ${best}: for ${shown.map(({ who }) => who).join(', ')}. The table on this sheet holds the figures.`,
    axisTitle: 'Share of the answered questions',
    axis: { min: 0, max: Math.max(step, Math.ceil(highest / step) * step), step },
    format: '0%',
    categories: {
      reference: sheetColumn(name, 1, firstRow, lastRow),
      values: (shown[0]?.scores ?? []).slice(0, charted).map(({ label }) => label),
    },
    series: shown.map(({ who, scores }, index) => ({
      name: { reference: sheetCell(name, headerRow, firstColumn + index), values: [`${who}: share at ${best}`] },
      values: {
        reference: sheetColumn(name, firstColumn + index, firstRow, lastRow),
        values: (scores ?? []).slice(0, charted).map(({ highestShare }) => highestShare),
      },
      colour: barColours[index] ?? 'grey',
    })),
  };
}
