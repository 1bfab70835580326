import type { Workbook, Worksheet } from 'exceljs';
import { type ItemInContext, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { describeRule } from '../../scoring/describeRule.ts';
import { type Movement, movementOf } from '../../scoring/plans/lastRound.ts';
import { bandNames } from '../../scoring/position.ts';
import { type PartScore, partsOf, scoreOf } from '../../scoring/scorecard.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import { heightOf, pageHeight } from '../../spreadsheet/style/printedPage.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import {
  addTable,
  type Content,
  colourWhen,
  completeSheet,
  type Formula,
  protect,
  put,
} from '../../spreadsheet/write/worksheet.ts';
import { calculationsColumn, movementNames, stateNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, partLabel, plainName, sheetNames } from '../layout/layout.ts';
import { columnRange, listOf } from '../parts/answers.ts';
import { bandRules } from '../parts/bands.ts';
import { figureHeadings, figuresOf, noneApplies } from '../parts/figures.ts';
import { startSheet } from '../parts/startSheet.ts';
import { longestLine, writeDevelopment } from '../planned/development.ts';

/** Widths of the columns in characters; that of the first, with parts, rules and questions, has bounds. */
const widths = { level: 22, other: 13, movement: 30, minPart: 110, maxPart: 130 } as const;

/**
 * The labelled cells that hold the rule's figures, in order; formulas refer to them and contain no threshold
 * themselves.
 */
const thresholds = ['minimumCoverage', 'redFromLowestShare', 'greenAboveHighestShare', 'greenLowestCount'] as const;

/**
 * Writes the positions of the parts and of the whole, and the areas for development, as formulas with stored results.
 */
export async function writeScorecard(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { layout, scorecard } = content;
  const { columns, overall, views } = layout.scorecard;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.scorecard,
    title: 'Scorecard',
    note: 'It updates as you answer. The counts are of questions; the Guide explains the parts and the positions.',
    widths: columnWidths(content),
  });
  writeParts(sheet, content, overall, 'Overall position', 'overall', [
    { label: 'Overall', score: scorecard.overall, items: layout.workings.rows },
  ]);
  views.forEach(({ view, ...rows }, index) => {
    const parts = scorecard.views[index]?.parts ?? [];
    const labelled = partsOf(content.instrument, view).flatMap((part, at) => {
      const score = parts[at];
      return score === undefined ? [] : [{ label: partLabel(view, score), score, items: part.items }];
    });
    writeParts(sheet, content, rows, view.title, plainName(`view_${view.key}`), labelled, index);
  });
  for (const { firstRow, lastRow } of [overall, ...views]) {
    const range = columnRange(columns.position, firstRow, lastRow);
    colourWhen(sheet, range, bandRules(address(firstRow, columns.position)));
    if (columns.last === undefined) continue;
    const then = columnRange(columns.last.position, firstRow, lastRow);
    colourWhen(sheet, then, bandRules(address(firstRow, columns.last.position)));
  }
  put(sheet, layout.scorecard.charts.titleRow, 1, 'Charts', 'heading');
  writeThresholds(sheet, content);
  writeDevelopment(sheet, content);
  completeSheet(sheet);
  breakPages(sheet, content);
  await protect(sheet);
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
function breakPages(sheet: Worksheet, { layout }: WorkbookContent): void {
  const { charts, development } = layout.scorecard;
  const page = pageHeight(sheet);
  const before = heightOf(sheet, 1, charts.titleRow - 1);
  const others =
    heightOf(sheet, charts.titleRow, development.titleRow - 1) - heightOf(sheet, charts.firstRow, charts.lastRow);
  const rows = charts.lastRow - charts.firstRow + 1;
  const left = Math.floor((page - before - others) / rows);
  const hasRoom = left >= chartRowHeight.min;
  const height = hasRoom ? Math.min(chartRowHeight.max, left) : chartRowHeight.max;
  for (let row = charts.firstRow; row <= charts.lastRow; row += 1) sheet.getRow(row).height = height;
  if (!hasRoom) sheet.getRow(charts.titleRow - 1).addPageBreak();
  fitOnPage(sheet, development, page);
  const list = heightOf(sheet, development.titleRow, development.lastRow);
  if (hasRoom || others + rows * height + list > page) sheet.getRow(development.titleRow - 1).addPageBreak();
}

/** Minimum height of a line of text, in points. */
const lineHeight = 12.75;

/** Makes the rows of a list lower, as far as their one line of text allows, if it would exceed its page. */
function fitOnPage(sheet: Worksheet, { titleRow, firstRow, lastRow }: BlockRows, page: number): void {
  if (heightOf(sheet, titleRow, lastRow) <= page) return;
  const room = page - heightOf(sheet, titleRow, firstRow - 1);
  const height = Math.max(lineHeight, Math.floor((room / (lastRow - firstRow + 1)) * 4) / 4);
  for (let row = firstRow; row <= lastRow; row += 1) sheet.getRow(row).height = height;
}

interface LabelledScore {
  readonly label: string;
  readonly score: PartScore;
  readonly items: readonly ItemInContext[];
}

/** Writes a table of parts. Without a view the one part is the whole instrument. */
function writeParts(
  sheet: Worksheet,
  content: WorkbookContent,
  block: BlockRows,
  title: string,
  name: string,
  parts: readonly LabelledScore[],
  view?: number,
): void {
  const { columns } = content.layout.scorecard;
  const { lastRound } = content;
  put(sheet, block.titleRow, 1, title, 'heading');
  addTable(sheet, {
    name,
    row: block.headerRow,
    headings: [
      'Part',
      ...figureHeadings(content.instrument),
      ...(lastRound === undefined ? [] : [`Position in ${lastRound.round}`, `Questions since ${lastRound.round}`]),
    ],
    rows: parts.length,
  });
  parts.forEach(({ label, score, items }, index) => {
    const row = block.firstRow + index;
    put(sheet, row, columns.part, label, 'text');
    const part = view === undefined ? undefined : { view, at: index };
    partFormulas(content, row, score, part).forEach((cell, offset) => {
      const column = columns.firstLevel + offset;
      put(
        sheet,
        row,
        column,
        cell,
        column === columns.position ? 'position' : column === columns.coverage ? 'percent' : 'number',
      );
    });
    if (columns.last === undefined || lastRound === undefined) return;
    put(sheet, row, columns.last.position, lastPosition(content, score.key, view), 'position');
    put(sheet, row, columns.last.movement, movementFormula(content, items, part), 'text');
  });
}

/** The cells of a part's row after its label: counts at each level, not applicable, unanswered, coverage, position. */
function partFormulas(
  content: WorkbookContent,
  row: number,
  score: PartScore,
  part: PlaceOfPart | undefined,
): readonly Content[] {
  const { layout } = content;
  const { columns } = layout.scorecard;
  const list = listOf(layout, scoredScaleOf(content.instrument).key);
  const states = calculationsColumn(content, layout.workings.columns.state);
  const ofPart = inPart(content, part);
  const count = (what: string): string => `SUMPRODUCT(${ofPart}(${states}=${what})*1)`;
  const at = (column: number): string => address(row, column);
  const lowest = at(columns.firstLevel);
  const highest = at(columns.notApplicable - 1);
  const answered = `SUM(${lowest}:${highest})`;
  const applicable = `(${answered}+${at(columns.unanswered)})`;
  const limited = content.instrument.scorecard?.rule.greenLowestCount !== undefined;
  const [coverage, red, green, greenLowest] = thresholds.map((_name, index) => thresholdCell(content, index));
  const most = `${highest}/${answered}>${green}`;
  const isGreen = limited ? `AND(${most},${lowest}<=${greenLowest})` : most;
  const formulas = [
    ...[...score.tally.levels].map((_level, index) =>
      count(sheetCell(sheetNames.lists, list.firstRow + index, list.levelColumn)),
    ),
    count(`"${stateNames.notApplicable}"`),
    count(`"${stateNames.unanswered}"`),
    `IF(${applicable}=0,"${noneApplies}",${answered}/${applicable})`,
    `IF(${answered}=0,"${bandNames['not-scored']}",IF(${at(columns.coverage)}<${coverage},"${bandNames['not-scored']}",` +
      `IF(${lowest}/${answered}>=${red},"${bandNames.red}",` +
      `IF(${isGreen},"${bandNames.green}","${bandNames.amber}"))))`,
  ];
  const results = figuresOf(score);
  return formulas.map((formula, index) => ({ formula, result: results[index] ?? '' }));
}

/** A part by its view and its place in it, both counted from 0. */
interface PlaceOfPart {
  readonly view: number;
  readonly at: number;
}

/** Whether a question of the calculations belongs to a part, as a factor of a product. */
const inPart = (content: WorkbookContent, part: PlaceOfPart | undefined): string =>
  part === undefined
    ? ''
    : `(${calculationsColumn(content, content.layout.workings.columns.members[part.view]?.[part.at] ?? 0)}=1)*`;

/** The position of a part in the last round, by the questions of that round. */
function lastPosition({ instrument, lastRound }: WorkbookContent, part: string, view: number | undefined): string {
  const then = lastRound?.scorecard;
  if (then === undefined) return 'No return';
  const key = view === undefined ? undefined : viewsOf(instrument)[view]?.key;
  const parts = view === undefined ? [then.overall] : then.views.find((other) => other.view.key === key)?.parts;
  const score = view === undefined ? then.overall : parts?.find((other) => other.key === part);
  return score === undefined ? 'Not in that round' : bandNames[score.band];
}

/** How many of a part's questions moved up, moved down or stayed, of those that can be compared. */
function movementFormula(
  content: WorkbookContent,
  items: readonly ItemInContext[],
  part: PlaceOfPart | undefined,
): Formula | undefined {
  const { layout, instrument, lastRound, response } = content;
  const column = layout.workings.columns.last?.movement;
  if (column === undefined) return undefined;
  const movements: readonly Movement[] = ['better', 'worse', 'same'];
  const counts = movements.map(
    (movement) =>
      `SUMPRODUCT(${inPart(content, part)}(${calculationsColumn(content, column)}="${movementNames[movement]}")*1)`,
  );
  const moved = items.map((context) => {
    const score = scoreOf(response, context);
    const level = score.state === 'answered' ? Number(score.value) : undefined;
    return movementOf(instrument, lastRound?.items.get(context.item.key), level);
  });
  const results = movements.map((movement) => moved.filter((found) => found === movement).length);
  const all = counts.join('+');
  const counted = movements.map((movement, index) => `${counts[index]}&" ${movementNames[movement]}`).join(', "&');
  const left = `IF(${items.length}=${all},"",", "&(${items.length}-(${all}))&" not compared")`;
  const compared = results.reduce((sum, count) => sum + count, 0);
  const rest = compared === items.length ? '' : `, ${items.length - compared} not compared`;
  return {
    formula: `IF(${all}=0,"${nothingToCompare}",${counted}"&${left})`,
    result:
      compared === 0
        ? nothingToCompare
        : `${movements.map((movement, index) => `${results[index]} ${movementNames[movement]}`).join(', ')}${rest}`,
  };
}

const nothingToCompare = 'Nothing to compare yet';

const thresholdCell = ({ layout }: WorkbookContent, index: number): string =>
  fixed(layout.scorecard.thresholds.firstRow + index, layout.scorecard.columns.firstLevel);

function writeThresholds(sheet: Worksheet, content: WorkbookContent): void {
  const { instrument, layout } = content;
  const { titleRow, headerRow, firstRow, lastRow } = layout.scorecard.thresholds;
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return;
  const words = new Map(
    describeRule(rule, scoredScaleOf(instrument)).map(({ band, word, meaning }) => [band, `${word}: ${meaning}`]),
  );
  const labels: Readonly<Record<(typeof thresholds)[number], string>> = {
    minimumCoverage: words.get('not-scored') ?? '',
    redFromLowestShare: words.get('red') ?? '',
    greenAboveHighestShare: words.get('green') ?? '',
    greenLowestCount: 'Green: at most this many questions are at the lowest level.',
  };
  put(
    sheet,
    titleRow,
    1,
    'How positions are worked out (otherwise Amber: some of the part is sound, some still needs work)',
    'heading',
  );
  addTable(sheet, {
    name: 'rule',
    row: headerRow,
    headings: ['Rule, in the order in which it is applied', 'Threshold'],
    rows: lastRow - firstRow + 1,
  });
  thresholds.forEach((threshold, index) => {
    const value = rule[threshold];
    if (value === undefined) return;
    put(sheet, firstRow + index, 1, labels[threshold], 'text');
    put(
      sheet,
      firstRow + index,
      layout.scorecard.columns.firstLevel,
      value,
      threshold === 'greenLowestCount' ? 'number' : 'percent',
    );
  });
}
