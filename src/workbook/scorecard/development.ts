import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { DevelopmentArea } from '../../scoring/scorecard.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import { calculationsColumn, shortQuestion } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelLabel, levelText } from '../parts/levelWords.ts';
import { listOf } from '../parts/listCells.ts';

/**
 * The questions below the highest level, lowest level first. Unused rows are empty, and each row is one line high, so
 * that the list fits on one page: the text runs over the empty columns beside it.
 */
export function developmentBlock(content: WorkbookContent): SheetPart {
  const { titleRow, headerRow, firstRow, lastRow } = content.layout.scorecard.development;
  const rows = lastRow - firstRow + 1;
  return joinParts([
    { cells: [cell(titleRow, 1, 'Areas needing development, lowest level first (unused rows stay blank)', 'heading')] },
    tableHeadings({ name: 'development', row: headerRow, headings: ['Level and question'], rows }),
    {
      cells: Array.from({ length: rows }, (_, index) =>
        resultCell(firstRow + index, 1, lineFormula(content, index + 1, rows), 'listed'),
      ),
    },
  ]);
}

/** The line of a rank. The last line counts those that have no room. */
function lineFormula(content: WorkbookContent, rank: number, rows: number): Formula {
  const { layout, scorecard } = content;
  const { workings } = layout;
  const ranks = calculationsColumn(content, workings.columns.rank);
  if (rank === rows && workings.rows.length > rows) return moreFormula(ranks, rank, scorecard.development.length);
  const list = listOf(layout, scoredScaleOf(content.instrument).key);
  const area = scorecard.development[rank - 1];
  const nth = (column: number): string =>
    `INDEX(${calculationsColumn(content, column)},MATCH(SMALL(${ranks},${rank}),${ranks},0))`;
  const empty = rank === 1 ? noneYet : '';
  return {
    formula: `IF(COUNT(${ranks})<${rank},"${empty}",${levelText(list, nth(workings.columns.state))}&": "&${nth(workings.columns.question)})`,
    result: area === undefined ? empty : developmentLine(content, area),
  };
}

/** The number of questions beyond the end of the list. */
function moreFormula(ranks: string, rank: number, count: number): Formula {
  const words = ' more: see the sheets of the sections.';
  return {
    formula: `IF(COUNT(${ranks})<${rank},"","And "&(COUNT(${ranks})-${rank - 1})&"${words}")`,
    result: count < rank ? '' : `And ${count - rank + 1}${words}`,
  };
}

/** The text of an empty list. */
const noneYet = 'None yet.';

/** An area for development as the list shows it. */
const developmentLine = ({ instrument }: WorkbookContent, area: DevelopmentArea): string =>
  `${levelLabel(scoredScaleOf(instrument), area.level)}: ${shortQuestion(area)}`;

/** The longest line that a question can make in the list. */
export const longestLine = (content: WorkbookContent, row: ItemInContext): string =>
  scoredScaleOf(content.instrument)
    .options.map(({ level }) => developmentLine(content, { ...row, level }))
    .reduce((longest, line) => (line.length > longest.length ? line : longest), '');
