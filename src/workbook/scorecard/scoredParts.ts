import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf, hasFigure, notScored } from '../../scoring/bands.ts';
import { type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import {
  cell,
  colourWhen,
  joinParts,
  resultCell,
  type SheetPart,
  tableHeadings,
} from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Role } from '../../spreadsheet/style/theme.ts';
import { calculationsColumn } from '../calculations/calculations.ts';
import { inapplicableWords } from '../calculations/states.ts';
import { earlierHeading } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { plainName, tablePartLabel } from '../layout/layout.ts';
import { bandRules } from '../parts/bands.ts';
import { figureHeadings, figuresOf, ruleFigureRole } from '../parts/figures.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { bandFormula, shareFormula } from '../parts/positionFormulas.ts';
import { cutOffCells, thresholdCell } from '../parts/thresholdCells.ts';
import { countsIn, figureFormula } from './figureFormula.ts';
import { overallFormulas } from './overallFormulas.ts';
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
        return colourWhen(
          columnRange(column, first, lastRow),
          bandRules(address(first, column), bandsOf(content.instrument), (band) => bandName(band, content.words.bands)),
        );
      }),
    ),
  ]);
}

function partsIn({ words, instrument, layout, scorecard }: WorkbookContent): readonly ScoredPart[] {
  const { overallRow, views } = layout.scorecard;
  return [
    { row: overallRow, label: words.scorecard.overall, score: scorecard.overall, items: layout.workings.rows },
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

function tablePart(content: WorkbookContent, index: number): SheetPart {
  const { words, instrument, layout } = content;
  const { columns, views, overallRow } = layout.scorecard;
  const table = views[index];
  if (table === undefined) return {};
  const { view, headerRow, firstRow, lastRow } = table;
  const headings = [
    view.title,
    ...figureHeadings(words, instrument),
    ...(columns.last === undefined ? [] : [earlierHeading(words, instrument), ...movementHeadings(content)]),
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
      return resultCell(row, column, formula, roleIn(content, column));
    }),
    ...sinceLastRound(content, part),
  ];
}

function roleIn({ instrument, layout }: WorkbookContent, column: number): Role {
  const { columns } = layout.scorecard;
  if (column === columns.position) return 'position';
  if (column === columns.figure) return ruleFigureRole(instrument);
  return column === columns.coverage ? 'percent' : 'number';
}

/** The cells of a part's row after its label, in the order of their columns. */
function partFormulas(content: WorkbookContent, part: ScoredPart): readonly Formula[] {
  const { score } = part;
  const { sheets, scorecard: words } = content.words;
  const { columns } = content.layout.scorecard;
  const list = listOf(content.layout, scoredScaleOf(content.instrument).key);
  const states = calculationsColumn(content, content.layout.workings.columns.state);
  const ofPart = inPart(content, part);
  const count = (what: string): string => `SUMPRODUCT(${ofPart}(${states}=${what})*1)`;
  const { answered, applicable } = countsIn(content, part);
  const chosen = part.place === undefined ? overallFormulas(content) : undefined;
  const formulas = [
    chosen?.position ?? positionFormula(content, part),
    ...(columns.figure === undefined ? [] : [chosen?.figure ?? figureFormula(content, part, ofPart)]),
    `IF(${applicable}=0,${quotedText(words.noneApplies)},${answered}/${applicable})`,
    ...[...score.tally.levels].map((_level, index) =>
      count(sheetCell(sheets.lists, list.firstRow + index, list.levelColumn)),
    ),
    inapplicableWords(content)
      .map((word) => count(quotedText(word)))
      .join('+'),
    count(quotedText(content.words.states.unanswered)),
  ];
  const results = figuresOf(content.words, content.instrument, score);
  return formulas.map((formula, index) => ({ formula, result: results[index] ?? '' }));
}

function positionFormula(content: WorkbookContent, part: ScoredPart): string {
  const { instrument, layout } = content;
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return '""';
  const { columns } = layout.scorecard;
  const { lowest, highest, answered } = countsIn(content, part);
  const none = quotedText(bandName(notScored, content.words.bands));
  const scored = hasFigure(rule)
    ? bandFormula(rule, scoredScaleOf(instrument), address(part.row, columns.figure ?? 0), cutOffCells(content))
    : shareFormula(content.words, rule, {
        lowest,
        highest,
        answered,
        threshold: (name) => thresholdCell(content, name),
      });
  const coverage = address(part.row, columns.coverage);
  return `IF(${answered}=0,${none},IF(${coverage}<${thresholdCell(content, 'minimumCoverage')},${none},${scored}))`;
}

/** Whether a question of the calculations belongs to a part, as a factor of a product. */
const inPart = (content: WorkbookContent, { place }: Pick<ScoredPart, 'place'>): string =>
  place === undefined
    ? ''
    : `(${calculationsColumn(content, content.layout.workings.columns.members[place.view]?.[place.at] ?? 0)}=1)*`;
