import type { Instrument } from '../../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandNames } from '../../../scoring/position.ts';
import { address, sheetCell } from '../../../spreadsheet/model/address.ts';
import { type Formula, printable } from '../../../spreadsheet/write/worksheet.ts';
import { quotedText } from '../../../workbook/parts/bands.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

/** Formulas of the roll-up. No threshold stands in them: those are in labelled cells of the sheet Positions. */

/** A figure by formula where it can be traced, or else the figure itself. */
export const figure = <T extends string | number>(isTraced: boolean, formula: string, result: T): Formula | T =>
  isTraced ? { formula, result } : result;

/** A run of cells of one row. */
export interface Run {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

export const sumOf = ({ row, first, last }: Run): string => `SUM(${address(row, first)}:${address(row, last)})`;

/** A share of a cell in another; `[w]` where there is nothing to share. */
export const shareOf = (part: string, whole: string): string =>
  `IF(${whole}=0,"${missingValueMarks.unanswered}",${part}/${whole})`;

/** The middle level of counts at each level, from the lowest to the highest: the mean of the two where they are even. */
export function medianOf(instrument: Instrument, counts: Run, answered: string): string {
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

/** Where the figures of the rule stand on the sheet Positions. */
export const ruleCells = {
  sheet: 'Positions',
  minimumCoverage: { row: 6, column: 3 },
  redFromLowestShare: { row: 7, column: 3 },
  greenAboveHighestShare: { row: 8, column: 3 },
  greenLowestCount: { row: 8, column: 4 },
} as const;

const ruleCell = (name: Exclude<keyof typeof ruleCells, 'sheet'>): string =>
  sheetCell(ruleCells.sheet, ruleCells[name].row, ruleCells[name].column);

/** The position that counts at each level and coverage give, as `bandOf` says. */
export function positionOf(instrument: Instrument, counts: Run, answered: string, coverage: string): string {
  const [lowest, highest] = [address(counts.row, counts.first), address(counts.row, counts.last)];
  const most = `${highest}/${answered}>${ruleCell('greenAboveHighestShare')}`;
  const isGreen =
    instrument.scorecard?.rule.greenLowestCount === undefined
      ? most
      : `AND(${most},${lowest}<=${ruleCell('greenLowestCount')})`;
  return (
    `IF(${answered}=0,"${bandNames['not-scored']}",IF(${coverage}<${ruleCell('minimumCoverage')},"${bandNames['not-scored']}",` +
    `IF(${lowest}/${answered}>=${ruleCell('redFromLowestShare')},"${bandNames.red}",` +
    `IF(${isGreen},"${bandNames.green}","${bandNames.amber}"))))`
  );
}

/** Excel's limit for a text in a formula, in characters. */
const longestText = 255;

/** A link within the workbook that every program follows, with the words that are clicked. Too long words lead nowhere. */
export function linkTo(sheet: string, row: number, column: number, words: string): Formula | string {
  if (words.length > longestText || words !== printable(words)) return words;
  const place = quotedText(`#'${sheet}'!${address(row, column)}`);
  return { formula: `HYPERLINK(${place},${quotedText(words)})`, result: words };
}
