import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { calculationsColumn } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { listOf } from '../parts/listCells.ts';
import { countedFigure } from '../parts/positionFormulas.ts';

/** Counts of a part's row, from the cells with its counts at each level. */
export function countsIn({ layout }: WorkbookContent, { row }: { readonly row: number }) {
  const { columns } = layout.scorecard;
  const lowest = address(row, columns.firstLevel);
  const highest = address(row, columns.notApplicable - 1);
  const answered = `SUM(${lowest}:${highest})`;
  return { lowest, highest, answered, applicable: `(${answered}+${address(row, columns.unanswered)})` };
}

/**
 * The figure of the rule for a part.
 *
 * @param ofPart Whether a question of the calculations belongs to the part, as a factor of a product.
 */
export function figureFormula(content: WorkbookContent, part: { readonly row: number }, ofPart: string): string {
  const { answered } = countsIn(content, part);
  return `IF(${answered}=0,${quotedText(content.words.scorecard.noFigure)},${answeredFigure(content, part, ofPart)})`;
}

function answeredFigure(content: WorkbookContent, part: { readonly row: number }, ofPart: string): string {
  const { words, instrument, layout } = content;
  const { rule } = instrument.scorecard ?? {};
  const { weighted, statements } = layout.workings.columns;
  const sum = (column: number): string => `SUMPRODUCT(${ofPart}${calculationsColumn(content, column)}*1)`;
  if (weighted !== undefined) return `${sum(weighted.levels)}/${sum(weighted.answered)}`;
  if (statements !== undefined) return levelReached(content, statements, ofPart);
  if (rule === undefined) return '""';
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = list.scale.options.map((_option, index) => ({
    count: address(part.row, layout.scorecard.columns.firstLevel + index),
    level: sheetCell(words.sheets.lists, list.firstRow + index, list.levelColumn),
  }));
  return countedFigure(rule, levels, countsIn(content, part).answered);
}

type StatementColumns = NonNullable<WorkbookContent['layout']['workings']['columns']['statements']>;

/**
 * The same as `levelReached` of `scoring/`, level by level: one division of whole numbers. Gnumeric does not take the least of
 * a product of ranges.
 */
function levelReached(content: WorkbookContent, columns: StatementColumns, ofPart: string): string {
  const { rows } = content.layout.workings;
  const [under, applies, met] = [columns.under, columns.applies, columns.met].map((column) =>
    calculationsColumn(content, column),
  );
  const levels = [...new Set(rows.map(({ item }) => item.under ?? 1))].toSorted((a, b) => a - b);
  const asked = (level: number): string => `SUMPRODUCT(${ofPart}${applies}*(${under}=${level}))`;
  const fulfilled = (level: number): string => `SUMPRODUCT(${ofPart}${applies}*${met}*(${under}=${level}))`;
  const highest = levels.reduce((rest, level) => `IF(${asked(level)}>0,${level},${rest})`, '0');
  return levels.reduceRight(
    (rest, level) =>
      `IF(${fulfilled(level)}<${asked(level)},(${level - 1}*${asked(level)}+${fulfilled(level)})/${asked(level)},${rest})`,
    highest,
  );
}
