import { totalShown } from '../../instrument/figures/totals.ts';
import { figureIn, roundedSum, sumDecimals } from '../../instrument/model/numbers.ts';
import type { ComputedField, Section, TotalFigure } from '../../instrument/model/schema.ts';
import { figureOf } from '../../instrument/model/traverse.ts';

/**
 * The figure of a computed field in one row; undefined as long as one of its parts is, or for a share of 0. The formula in
 * the workbook gives the same.
 *
 * @param cellOf The number in the cell of another field of the row.
 * @param totalOf The number that a cell would have that adds up other rows.
 */
export function computedFigure(
  section: Section,
  field: ComputedField,
  cellOf: (key: string) => number | undefined,
  totalOf: (total: TotalFigure) => number | undefined,
): number | undefined {
  const total = totalShown(field);
  if (total !== undefined) {
    const cell = totalOf(total);
    return cell === undefined ? undefined : figureIn(field, cell);
  }
  const cells = field.of.flatMap((key) => cellOf(key) ?? []);
  const [first, ...others] = cells;
  if (first === undefined || cells.length < field.of.length) return undefined;
  const [second = 0] = others;
  if (field.by === 'share') return second === 0 ? undefined : figureIn(field, first / second);
  const sign = field.by === 'difference' ? -1 : 1;
  const parts = field.of.map((key) => figureOf(section, key));
  return figureIn(
    field,
    roundedSum(
      others.reduce((sum, other) => sum + sign * other, first),
      sumDecimals(parts),
    ),
  );
}
