import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandNames } from '../../scoring/position.ts';
import { type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import {
  cell,
  colourWhen,
  joinParts,
  resultCell,
  type SheetPart,
  tableHeadings,
} from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { calculationsColumn, stateNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, partLabel, plainName, sheetNames } from '../layout/layout.ts';
import { bandRules } from '../parts/bands.ts';
import { figureHeadings, figuresOf, noneApplies, overallLabel } from '../parts/figures.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { lastPosition, lastPositions, longestMovement, movementFormula } from './sinceLastRound.ts';

/** A table of parts with their positions. */
interface PartsTable {
  readonly block: BlockRows;
  readonly title: string;
  readonly name: string;
  readonly parts: readonly ScoredPart[];
}

interface ScoredPart {
  readonly row: number;
  readonly label: string;
  readonly score: PartScore;
  readonly items: readonly ItemInContext[];
  /** Its view and its place in it, both counted from 0. The whole instrument is in none. */
  readonly place?: { readonly view: number; readonly at: number };
}

/** The tables of the scorecard: the whole instrument, then one for each view. */
export function scoredParts(content: WorkbookContent): SheetPart {
  const { columns, overall, views } = content.layout.scorecard;
  const { last } = columns;
  return joinParts([
    ...tablesOf(content).map((table) => tablePart(content, table)),
    ...[overall, ...views].flatMap(({ firstRow, lastRow }) =>
      [columns.position, ...(last === undefined ? [] : [last.position])].map((column) =>
        colourWhen(columnRange(column, firstRow, lastRow), bandRules(address(firstRow, column))),
      ),
    ),
  ]);
}

function tablesOf({ instrument, layout, scorecard }: WorkbookContent): readonly PartsTable[] {
  const { overall, views } = layout.scorecard;
  return [
    {
      block: overall,
      title: 'Overall position',
      name: 'overall',
      parts: [{ row: overall.firstRow, label: overallLabel, score: scorecard.overall, items: layout.workings.rows }],
    },
    ...views.map(({ view, ...block }, index) => ({
      block,
      title: view.title,
      name: plainName(`view_${view.key}`),
      parts: partsOf(instrument, view).flatMap(({ items }, at) => {
        const score = scorecard.views[index]?.parts[at];
        if (score === undefined) return [];
        const [row, label] = [block.firstRow + at, partLabel(view, score)];
        return [{ row, label, score, items, place: { view: index, at } }];
      }),
    })),
  ];
}

function tablePart(content: WorkbookContent, { block, title, name, parts }: PartsTable): SheetPart {
  const { columns } = content.layout.scorecard;
  const { lastRound } = content;
  const headings = [
    'Part',
    ...figureHeadings(content.instrument),
    ...(lastRound === undefined ? [] : [`Position in ${lastRound.round}`, `Questions since ${lastRound.round}`]),
  ];
  const { cells = [], ...table } = tableHeadings({ name, row: block.headerRow, headings, rows: parts.length });
  return joinParts([
    { cells: [cell(block.titleRow, 1, title, 'heading')] },
    table,
    { cells: cells.map((one) => (one.column > columns.position ? { ...one, origin: 'round' } : one)) },
    { cells: parts.flatMap((part) => partCells(content, part)) },
  ]);
}

/** The cells of all parts on the last round, which another partner has with other contents. */
export const lastRoundCells = (content: WorkbookContent): readonly PlannedCell[] =>
  tablesOf(content).flatMap(({ parts }) => parts.flatMap((part) => sinceLastRound(content, part)));

function sinceLastRound(content: WorkbookContent, { row, score, items, ...part }: ScoredPart): readonly PlannedCell[] {
  const { last } = content.layout.scorecard.columns;
  if (last === undefined || content.lastRound === undefined) return [];
  return [
    resultCell(row, last.position, lastPosition(content, score.key, part.place?.view), 'position'),
    resultCell(row, last.movement, movementFormula(content, items, inPart(content, part)), 'text'),
  ];
}

function partCells(content: WorkbookContent, part: ScoredPart): readonly PlannedCell[] {
  const { columns } = content.layout.scorecard;
  const { row, label } = part;
  return [
    cell(row, columns.part, label, 'text'),
    ...partFormulas(content, part).map((formula, offset) => {
      const column = columns.firstLevel + offset;
      const role = column === columns.position ? 'position' : column === columns.coverage ? 'percent' : 'number';
      return resultCell(row, column, formula, role);
    }),
    ...sinceLastRound(content, part),
  ];
}

/** The longest texts that formulas may show in the rows of the parts. */
export function scoredTexts(content: WorkbookContent): readonly PlannedCell[] {
  const { columns } = content.layout.scorecard;
  const { last } = columns;
  const words = Object.values(bandNames);
  return tablesOf(content).flatMap(({ parts }) =>
    parts.flatMap(({ row, items: { length } }) => [
      resultCell(row, columns.coverage, noneApplies, 'percent'),
      ...words.map((word) => resultCell(row, columns.position, word, 'position')),
      ...(last === undefined
        ? []
        : [
            ...lastPositions.map((word) => resultCell(row, last.position, word, 'position')),
            resultCell(row, last.movement, longestMovement(length), 'text'),
          ]),
    ]),
  );
}

/** The cells of a part's row after its label: counts at each level, not applicable, unanswered, coverage, position. */
function partFormulas(content: WorkbookContent, part: ScoredPart): readonly Formula[] {
  const { row, score } = part;
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

/** Whether a question of the calculations belongs to a part, as a factor of a product. */
const inPart = (content: WorkbookContent, { place }: Pick<ScoredPart, 'place'>): string =>
  place === undefined
    ? ''
    : `(${calculationsColumn(content, content.layout.workings.columns.members[place.view]?.[place.at] ?? 0)}=1)*`;

/**
 * The labelled cells that hold the rule's figures, in order; formulas refer to them and contain no threshold
 * themselves.
 */
export const thresholds = [
  'minimumCoverage',
  'redFromLowestShare',
  'greenAboveHighestShare',
  'greenLowestCount',
] as const;

const thresholdCell = ({ layout }: WorkbookContent, index: number): string =>
  fixed(layout.scorecard.thresholds.firstRow + index, layout.scorecard.columns.firstLevel);
