import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandNames } from '../../scoring/position.ts';
import { type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
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
import { earlierHeading, plainName, sheetNames, tablePartLabel } from '../layout/layout.ts';
import { bandRules } from '../parts/bands.ts';
import { figureHeadings, figuresOf, noneApplies, overallLabel } from '../parts/figures.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { thresholdCell } from './rule.ts';
import { lastPosition, movementFormulas, movementHeadings } from './sinceLastRound.ts';

/** A row of the scorecard's tables. */
interface ScoredPart {
  readonly row: number;
  readonly label: string;
  readonly score: PartScore;
  readonly items: readonly ItemInContext[];
  /** Its view and its place in it, both counted from 0. The whole instrument is in none. */
  readonly place?: { readonly view: number; readonly at: number };
}

/** The tables of the scorecard, one for each view. The first begins with the whole instrument. */
export function scoredParts(content: WorkbookContent): SheetPart {
  const { columns, views, overallRow } = content.layout.scorecard;
  const { last } = columns;
  return joinParts([
    ...views.map((_view, index) => tablePart(content, index)),
    { cells: partsIn(content).flatMap((part) => partCells(content, part)) },
    ...views.flatMap(({ firstRow, lastRow }, index) =>
      [columns.position, ...(last === undefined ? [] : [last.position])].map((column) => {
        const first = index === 0 ? overallRow : firstRow;
        return colourWhen(columnRange(column, first, lastRow), bandRules(address(first, column)));
      }),
    ),
  ]);
}

function partsIn({ instrument, layout, scorecard }: WorkbookContent): readonly ScoredPart[] {
  const { overallRow, views } = layout.scorecard;
  return [
    { row: overallRow, label: overallLabel, score: scorecard.overall, items: layout.workings.rows },
    ...views.flatMap(({ view, firstRow }, index) =>
      partsOf(instrument, view).flatMap(({ items }, at): ScoredPart[] => {
        const score = scorecard.views[index]?.parts[at];
        if (score === undefined) return [];
        const label = tablePartLabel(instrument, view, score);
        return [{ row: firstRow + at, label, score, items, place: { view: index, at } }];
      }),
    ),
  ];
}

function tablePart({ instrument, layout }: WorkbookContent, index: number): SheetPart {
  const { columns, views, overallRow } = layout.scorecard;
  const table = views[index];
  if (table === undefined) return {};
  const { view, headerRow, firstRow, lastRow } = table;
  const headings = [
    view.title,
    ...figureHeadings(instrument),
    ...(columns.last === undefined ? [] : [earlierHeading(instrument), ...movementHeadings(instrument)]),
  ];
  const rows = lastRow - (index === 0 ? overallRow : firstRow) + 1;
  return tableHeadings({ name: plainName(`view_${view.key}`), row: headerRow, headings, rows });
}

/** The cells of all parts on the last round, which another partner has with other contents. */
export const lastRoundCells = (content: WorkbookContent): readonly PlannedCell[] =>
  partsIn(content).flatMap((part) => sinceLastRound(content, part));

function sinceLastRound(content: WorkbookContent, { row, score, items, ...part }: ScoredPart): readonly PlannedCell[] {
  const { last } = content.layout.scorecard.columns;
  if (last === undefined || content.lastRound === undefined) return [];
  return [
    resultCell(row, last.position, lastPosition(content, score.key, part.place?.view), 'position'),
    ...movementFormulas(content, items, inPart(content, part)).map((formula, index) =>
      resultCell(row, last.firstMovement + index, formula, 'number'),
    ),
  ];
}

function partCells(content: WorkbookContent, part: ScoredPart): readonly PlannedCell[] {
  const { columns } = content.layout.scorecard;
  const { row, label, place } = part;
  return [
    cell(row, columns.part, label, place === undefined ? 'question' : 'text'),
    ...partFormulas(content, part).map((formula, offset) => {
      const column = columns.position + offset;
      const role = column === columns.position ? 'position' : column === columns.coverage ? 'percent' : 'number';
      return resultCell(row, column, formula, role);
    }),
    ...sinceLastRound(content, part),
  ];
}

/** The cells of a part's row after its label, in the order of their columns. */
function partFormulas(content: WorkbookContent, part: ScoredPart): readonly Formula[] {
  const { score } = part;
  const list = listOf(content.layout, scoredScaleOf(content.instrument).key);
  const states = calculationsColumn(content, content.layout.workings.columns.state);
  const ofPart = inPart(content, part);
  const count = (what: string): string => `SUMPRODUCT(${ofPart}(${states}=${what})*1)`;
  const { answered, applicable } = countsIn(content, part);
  const formulas = [
    positionFormula(content, part),
    `IF(${applicable}=0,"${noneApplies}",${answered}/${applicable})`,
    ...[...score.tally.levels].map((_level, index) =>
      count(sheetCell(sheetNames.lists, list.firstRow + index, list.levelColumn)),
    ),
    count(`"${stateNames.notApplicable}"`),
    count(`"${stateNames.unanswered}"`),
  ];
  const results = figuresOf(score);
  return formulas.map((formula, index) => ({ formula, result: results[index] ?? '' }));
}

/** Counts of a part's row, from the cells with its counts at each level. */
function countsIn({ layout }: WorkbookContent, { row }: ScoredPart) {
  const { columns } = layout.scorecard;
  const lowest = address(row, columns.firstLevel);
  const highest = address(row, columns.notApplicable - 1);
  const answered = `SUM(${lowest}:${highest})`;
  return { lowest, highest, answered, applicable: `(${answered}+${address(row, columns.unanswered)})` };
}

function positionFormula(content: WorkbookContent, part: ScoredPart): string {
  const { rule } = content.instrument.scorecard ?? {};
  const { lowest, highest, answered } = countsIn(content, part);
  const coverage = address(part.row, content.layout.scorecard.columns.coverage);
  const most = `${highest}/${answered}>${thresholdCell(content, 'greenAboveHighestShare')}`;
  const isGreen =
    rule?.greenLowestCount === undefined
      ? most
      : `AND(${most},${lowest}<=${thresholdCell(content, 'greenLowestCount')})`;
  return (
    `IF(${answered}=0,"${bandNames['not-scored']}",` +
    `IF(${coverage}<${thresholdCell(content, 'minimumCoverage')},"${bandNames['not-scored']}",` +
    `IF(${lowest}/${answered}>=${thresholdCell(content, 'redFromLowestShare')},"${bandNames.red}",` +
    `IF(${isGreen},"${bandNames.green}","${bandNames.amber}"))))`
  );
}

/** Whether a question of the calculations belongs to a part, as a factor of a product. */
const inPart = (content: WorkbookContent, { place }: Pick<ScoredPart, 'place'>): string =>
  place === undefined
    ? ''
    : `(${calculationsColumn(content, content.layout.workings.columns.members[place.view]?.[place.at] ?? 0)}=1)*`;
