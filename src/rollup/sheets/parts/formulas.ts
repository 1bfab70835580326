import type { Instrument } from '../../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, hasFigure, notScored } from '../../../scoring/bands.ts';
import { address, sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import { cellText } from '../../../spreadsheet/plan/cellText.ts';
import type { Formula } from '../../../spreadsheet/plan/content.ts';
import { quotedText } from '../../../spreadsheet/plan/formulaText.ts';
import { english } from '../../../words/english/english.ts';
import { bandFormula, countedFigure, shareFormula } from '../../../workbook/parts/positionFormulas.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

/** Formulas of the roll-up. Thresholds are not in them, but in labelled cells of the sheet Positions. */

/** A figure by formula if it can be traced, or else its value. */
export const figure = <T extends string | number>(isTraced: boolean, formula: string, result: T): Formula | T =>
  isTraced ? { formula, result } : result;

/** Adjacent cells of one row. */
export interface RowSegment {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

export const sumOf = ({ row, first, last }: RowSegment): string => `SUM(${address(row, first)}:${address(row, last)})`;

/** The share of one cell in another; `[w]` if the other is zero. */
export const shareOf = (part: string, whole: string): string =>
  `IF(${whole}=0,"${missingValueMarks.unanswered}",${part}/${whole})`;

/** The median level of counts at each level, from the lowest to the highest; the mean of the middle two for an even number. */
export function medianOf(instrument: Instrument, counts: RowSegment, answered: string): string {
  const levels = scoredScaleOf(instrument).options.map(({ level }) => level);
  const first = address(counts.row, counts.first);
  // The first level up to which there are as many answers as half of them, and the first with more.
  const reaching = (test: string): string =>
    levels.reduceRight(
      (rest, level, index) =>
        index === levels.length - 1
          ? String(level)
          : `IF(SUM(${first}:${address(counts.row, counts.first + index)})${test}${answered}/2,${level},${rest})`,
      '',
    );
  return `IF(${answered}=0,"${missingValueMarks.unanswered}",(${reaching('>=')}+${reaching('>')})/2)`;
}

/** The cells of the sheet Positions with the figures of the rule. */
export const ruleCells = {
  sheet: 'Positions',
  minimumCoverage: { row: 6, column: 3 },
  redFromLowestShare: { row: 7, column: 3 },
  greenAboveHighestShare: { row: 8, column: 3 },
  greenLowestCount: { row: 8, column: 4 },
  /** Of the first band of a rule with cut-offs; the others are below. */
  from: { row: 7, column: 4 },
} as const;

const ruleCell = (name: Exclude<keyof typeof ruleCells, 'sheet'>): string =>
  sheetCell(ruleCells.sheet, ruleCells[name].row, ruleCells[name].column);

/** The cells from which a position follows. */
export interface PositionCells {
  readonly counts: RowSegment;
  readonly answered: string;
  readonly coverage: string;
  /** Empty if the rule has none. */
  readonly figure: string;
}

/** The position by counts at each level, or the figure that the rule has, and coverage: the same rule as `bandOf`. */
export function positionOf(instrument: Instrument, { counts, answered, coverage, figure }: PositionCells): string {
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return '""';
  const none = quotedText(bandName(notScored));
  const scored = hasFigure(rule)
    ? bandFormula(
        rule,
        scoredScaleOf(instrument),
        figure,
        sheetColumn(
          ruleCells.sheet,
          ruleCells.from.column,
          ruleCells.from.row,
          ruleCells.from.row + rule.bands.length - 1,
        ),
      )
    : shareFormula(english, rule, {
        ...{ lowest: address(counts.row, counts.first), highest: address(counts.row, counts.last), answered },
        threshold: ruleCell,
      });
  return `IF(${answered}=0,${none},IF(${coverage}<${ruleCell('minimumCoverage')},${none},${scored}))`;
}

/** The figure of a rule, from the counts at each level. */
export function figureFormula(instrument: Instrument, counts: RowSegment, answered: string): string {
  const { rule } = instrument.scorecard ?? {};
  const levels = scoredScaleOf(instrument).options.map(({ level }, index) => ({
    count: address(counts.row, counts.first + index),
    level: String(level),
  }));
  return `IF(${answered}=0,"${missingValueMarks.unanswered}",${rule === undefined ? '""' : countedFigure(rule, levels, answered)})`;
}

/** Excel's limit for a text in a formula, in characters. */
const longestText = 255;

/** A link within the workbook that every program follows, with its text. A text above Excel's limit gets no link. */
export function linkTo(sheet: string, row: number, column: number, words: string): Formula | string {
  if (words.length > longestText || words !== cellText(words)) return words;
  const place = quotedText(`#'${sheet}'!${address(row, column)}`);
  return { formula: `HYPERLINK(${place},${quotedText(words)})`, result: words };
}
