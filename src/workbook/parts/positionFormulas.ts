import type { FigureRule, PositionRule, Scale, ShareRule } from '../../instrument/model/schema.ts';
import { fallsWhenBetter } from '../../scoring/position.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { Words } from '../../words/words.ts';

/** Formulas for positions, of workbooks and roll-ups. They hold no threshold: each refers to a labelled cell. */

/** The cells from which a position by shares follows. */
export interface ShareCells {
  /** The counts at the lowest level, at the highest, and at all. */
  readonly lowest: string;
  readonly highest: string;
  readonly answered: string;
  readonly threshold: (name: 'redFromLowestShare' | 'greenAboveHighestShare' | 'greenLowestCount') => string;
}

/** The position by shares at the ends of the scale. */
export function shareFormula(
  { bands }: Pick<Words, 'bands'>,
  rule: ShareRule,
  { lowest, highest, answered, threshold }: ShareCells,
): string {
  const most = `${highest}/${answered}>${threshold('greenAboveHighestShare')}`;
  const isGreen =
    rule.greenLowestCount === undefined ? most : `AND(${most},${lowest}<=${threshold('greenLowestCount')})`;
  return (
    `IF(${lowest}/${answered}>=${threshold('redFromLowestShare')},"${bands.red}",` +
    `IF(${isGreen},"${bands.green}","${bands.amber}"))`
  );
}

/**
 * The position by a figure.
 *
 * @param cutOffs The cells with the figures from which bands begin, from the worst to the best.
 */
export function bandFormula(rule: FigureRule, scale: Scale, figure: string, cutOffs: string): string {
  const isFalling = fallsWhenBetter(
    rule,
    scale.options.map(({ level }) => level),
  );
  const titles = rule.bands.map(({ title }) => quotedText(title));
  return `CHOOSE(MATCH(${figure},${cutOffs},${isFalling ? -1 : 1}),${titles.join(',')})`;
}

/** The count of answers at a level, and the level: cells or numbers. */
export interface LevelCount {
  readonly count: string;
  readonly level: string;
}

/** The figure of a rule that needs no more than the counts at each level, from the lowest to the highest. */
export function countedFigure({ by }: PositionRule, levels: readonly LevelCount[], answered: string): string {
  const [first, last] = [levels.at(0)?.level ?? '0', levels.at(-1)?.level ?? '0'];
  const sum = levels.map(({ count, level }) => `${count}*${level}`).join('+');
  if (by === 'mean') return `(${sum})/${answered}`;
  if (by === 'percentage') return `(${sum}-${answered}*${first})/(${answered}*(${last}-${first}))`;
  return levels.reduceRight((rest, { count, level }) => (rest === '' ? level : `IF(${count}>0,${level},${rest})`), '');
}
