import type { BarChart } from '../../src/spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../src/spreadsheet/model/address.ts';
import { planSheet } from '../../src/spreadsheet/plan/planSheet.ts';
import { planTableSheet } from '../../src/spreadsheet/plan/planTableSheet.ts';
import { boxFilledRows, cell, resultCell, tableHeadings } from '../../src/spreadsheet/plan/sheetParts.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { workbookOf } from '../tools/rendered.ts';

/** Everything that plans can say about views, prints, conditional formats and charts, on four sheets. */
export function everything(): WorkbookPlan {
  const rows = [6, 7, 8, 9].map((row) => [
    resultCell(row, 1, row < 8 ? `Need ${row}` : undefined, 'text'),
    resultCell(row, 2, row < 8 ? row - 7 : undefined, 'change'),
    cell(row, 3, undefined, 'input'),
  ]);
  const needs = planSheet(
    {
      ...{ name: '1 Needs', title: 'Needs', note: 'What is needed?', footer: 'X01', marking: 'OFFICIAL' },
      widths: [40, 12, 80],
      ...{ headerRow: 5, titleRow: 4, titleColumns: 1, columnBreaks: [2], orientation: 'portrait' },
      filled: { column: 1, fromRow: 7 },
      ...{ frozen: { rows: 5, columns: 2 }, selected: { row: 7, column: 3 }, zoom: 100, tabColour: 'fill in' },
      isProtected: true,
    },
    [
      tableHeadings({ name: 'needs', row: 5, headings: ['Need', 'Change', 'Evidence'], rows: 4 }),
      boxFilledRows(rows.flat(), { firstRow: 6, lastRow: 9, columns: 3, filled: 1 }),
      { formats: [{ range: 'C6:C9', colours: [{ formula: 'B6=1', colour: 'green' }] }] },
      { formats: [{ range: 'C7', colours: [{ formula: 'TRUE', colour: 'wrong' }], isFirst: true }] },
    ],
  );
  const shares = planTableSheet(
    { marking: undefined, footer: 'X01' },
    {
      ...{ name: 'Shares', title: 'Shares', note: 'Of partners.', table: 'shares', tabColour: 'result' },
      ...{ filterButtons: true, frozen: { rows: 5, columns: 1 }, titleColumns: 1 },
      columns: [
        { heading: 'Part', role: 'text', width: 30 },
        { heading: 'Lowest', role: 'percent', width: 12 },
        { heading: 'Partners', role: 'number', width: 12 },
      ],
      rows: [
        ['Needs', 0, 3],
        ['Structure', 0.4, 5],
        ['Money', 1, 10],
      ],
      formats: [
        { range: 'B6:B8', bars: { colour: 'grey', to: 1 } },
        { range: 'C6:C8', bars: { colour: 'grey', to: 10 } },
      ],
    },
  );
  const guide = planSheet(
    { name: 'Guide', title: 'Guide', note: 'Read this.', widths: [60], footer: 'X01', tabColour: 'read' },
    [],
  );
  return workbookOf([guide, needs, shares, charts()], { opensOn: '1 Needs' });
}

const name = 'Charts';
const rounds = ['2024', '2025', '2026'];
const parts: readonly (readonly [string, readonly [number, number, number], readonly (number | undefined)[]])[] = [
  ['1 Assessing need and reviewing service provision', [2, 5, 4], [1.5, 1.8, 2.2]],
  ['2 Shaping the structure of supply', [0, 4, 0], [2, undefined, 2.4]],
  ['3 Managing demand', [1, 0, 3], [undefined, 2.1, 2.1]],
  ['4 Clinical decisions', [3, 1, 1], [1.2, 1.6, 1.4]],
];

/** Every kind of chart, of one table. */
function charts(): SheetPlan {
  const headings = ['Part', 'Level 1', 'Level 3', 'Unanswered', ...rounds];
  const [first, last] = [6, 5 + parts.length];
  const column = (number: number) => sheetColumn(name, number, first, last);
  const plan = planSheet(
    { name, title: 'Charts', note: 'Of all kinds.', widths: [50, 12, 12, 12, 12, 12, 12], footer: 'X01' },
    [
      tableHeadings({ name: 'charted', row: 5, headings, rows: parts.length }),
      {
        cells: parts.flatMap(([label, counts, means], index) => [
          cell(first + index, 1, label, 'text'),
          ...counts.map((count, at) => cell(first + index, 2 + at, count, 'number')),
          ...means.map((mean, at) => cell(first + index, 5 + at, mean, 'decimal')),
        ]),
      },
    ],
  );
  const categories = { reference: column(1), values: parts.map(([label]) => label) };
  const colours = ['red', 'green', 'grey'] as const;
  const bars: BarChart['series'] = colours.map((colour, at) => ({
    name: { reference: sheetCell(name, 5, 2 + at), values: [headings[1 + at] ?? ''] },
    values: { reference: column(2 + at), values: parts.map(([, counts]) => counts[at]) },
    colour,
  }));
  const place = (row: number, isLeft: boolean) => ({
    from: isLeft ? { row, column: 1 } : { row, column: 3, right: 8 },
    to: { row: row + 15, column: isLeft ? 3 : 8 },
  });
  const words = (title: string) => ({ sheet: name, title, description: `${title}, as in the table.` });
  const ofRounds = { reference: `'${name}'!$E$5:$G$5`, values: rounds };
  const lines = parts.map(([label, , means], index) => ({
    name: { reference: sheetCell(name, first + index, 1), values: [label] },
    values: { reference: `'${name}'!$E$${first + index}:$G$${first + index}`, values: means },
  }));
  const around = rounds.map((round, at) => ({
    name: { reference: sheetCell(name, 5, 5 + at), values: [round] },
    values: { reference: column(5 + at), values: parts.map(([, , means]) => means[at]) },
  }));
  const levels = { min: 1, max: 3, step: 0.5 };
  const mean = { axisTitle: 'Mean level', format: '0.0', axis: levels };
  const { print } = plan;
  const area = { rows: 58, columns: 7 };
  return {
    ...plan,
    ...(print === undefined ? {} : { print: { ...print, pages: 1, area } }),
    charts: [
      {
        kind: 'shares',
        ...words('Shares at each level'),
        ...place(11, true),
        axisTitle: 'Share of the answers',
        categories,
        series: bars,
      },
      {
        kind: 'counts',
        ...words('Counts at each level'),
        ...place(11, false),
        axisTitle: 'Questions',
        categories,
        series: bars,
      },
      {
        kind: 'clustered',
        ...words('Levels side by side'),
        ...place(27, true),
        axisTitle: 'Questions',
        categories,
        series: bars.slice(0, 2),
      },
      {
        kind: 'lines',
        ...words('Trend over three rounds'),
        ...place(27, false),
        ...mean,
        categoryTitle: 'Round',
        categories: ofRounds,
        series: lines,
      },
      { kind: 'radar', ...words('Parts around a centre'), ...place(43, true), ...mean, categories, series: around },
    ],
  };
}
