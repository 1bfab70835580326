import { viewsOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../scoring/bands.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import { heightOf, pageHeight } from '../../spreadsheet/plan/printedPage.ts';
import { withHeights, withMinHeight, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import {
  cell,
  colourWhen,
  joinParts,
  resultCell,
  type SheetPart,
  tableHeadings,
} from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type PerspectivesBlock, plainName } from '../layout/layout.ts';
import { bandRules } from '../parts/bands.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { countsFormula } from './headline.ts';
import { type Perspective, perspectivesIn } from './perspective.ts';
import { perspectiveChart } from './perspectiveChart.ts';
import { longestWeakest, weakestCells } from './weakest.ts';

/** In characters: labels, and each of two parts. Together as wide as A4 upright at 9 points. */
const widths = { label: 14, part: 49 } as const;

/** Rows with text from a formula cannot grow with it: room for two lines, which people may enlarge. */
const twoLines = 29;

/**
 * The balanced scorecard: the perspectives two by two, each with its meaning, its position, its answers in words and as a
 * bar, and its weakest question with the action for it.
 */
export function perspectivesSheet(content: WorkbookContent): SheetPlan {
  const { words, instrument, layout } = content;
  const { blocks } = layout.perspectives;
  const all = blocks.flatMap((block) => perspectivesIn(content, block));
  const titles = viewsOf(instrument).flatMap(({ by, title }) => (by === 'group' ? [title] : []));
  const plan = planSheetFor(
    content,
    {
      name: words.sheets.perspectives,
      title: titles.join(', '),
      note: words.perspectives.note,
      widths: [widths.label, widths.part, widths.part],
      orientation: 'portrait',
      zoom: 100,
      tabColour: 'result',
    },
    [
      ...blocks.map((block) => blockPart(content, block)),
      { cells: all.flatMap((perspective) => perspectiveCells(content, perspective)) },
    ],
  );
  const roomy = withRoomFor(
    plan,
    all.map((one) => resultCell(one.rows.weakest, one.column, longestWeakest(content, one), 'text')),
  );
  const filling = blocks.flatMap(({ rows }) => [rows.answers, ...(rows.action === undefined ? [] : [rows.action])]);
  const high = filling.reduce((sheet, row) => withMinHeight(sheet, row, row, twoLines), roomy);
  const drawn = withChartRows(high, blocks);
  return { ...drawn, charts: all.map((perspective) => perspectiveChart(content, perspective)) };
}

/** The table of a block, without the cells of its parts. */
function blockPart(content: WorkbookContent, block: PerspectivesBlock): SheetPart {
  const { headerRow, rows } = block;
  const { perspectives: labels, bands } = content.words;
  const parts = perspectivesIn(content, block);
  const view = viewsOf(content.instrument)[block.view]?.key ?? '';
  const places = Object.entries(rows);
  return joinParts([
    tableHeadings({
      name: plainName(`perspectives_${view}_${(block.parts[0] ?? 0) + 1}`),
      row: headerRow,
      headings: [labels.perspective, ...parts.map(({ part }) => part.title)],
      rows: places.length,
    }),
    // The block has a row for each of its keys.
    { cells: places.map(([what, row]) => cell(row, 1, labels[what as keyof typeof rows], 'question')) },
    ...parts.map(({ column }) =>
      colourWhen(
        address(rows.position, column),
        bandRules(address(rows.position, column), bandsOf(content.instrument), (band) => bandName(band, bands)),
      ),
    ),
  ]);
}

function perspectiveCells(content: WorkbookContent, perspective: Perspective): readonly PlannedCell[] {
  const { part, score, column, rows, scoredRow } = perspective;
  const { columns } = content.layout.scorecard;
  const position = sheetCell(content.words.sheets.scorecard, scoredRow, columns.position);
  return [
    cell(rows.meaning, column, part.meaning ?? '', 'text'),
    resultCell(
      rows.position,
      column,
      { formula: position, result: bandName(score.band, content.words.bands) },
      'position',
    ),
    resultCell(rows.answers, column, countsFormula(content, scoredRow, score.tally), 'text'),
    // The chart covers it.
    cell(rows.chart, column, undefined, 'text'),
    ...weakestCells(content, perspective),
    cell(rows.questions, column, part.items.map(({ item }) => item.key).join(', '), 'text'),
  ];
}

/** Points. The charts of all blocks share what a page has left. */
const chartHeight = { min: 125, max: 190 } as const;

function withChartRows(plan: SheetPlan, blocks: readonly PerspectivesBlock[]): SheetPlan {
  const rows = blocks.map(({ rows: { chart } }) => chart);
  const used = heightOf(plan, 1, blocks.at(-1)?.rows.questions ?? 0);
  const charts = rows.reduce((sum, row) => sum + heightOf(plan, row, row), 0);
  const left = Math.floor((pageHeight(plan) - (used - charts)) / Math.max(1, rows.length));
  const height = Math.min(chartHeight.max, Math.max(chartHeight.min, left));
  return withHeights(
    plan,
    rows.map((row) => [row, height] as const),
  );
}
