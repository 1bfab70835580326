import { type NumberLimits, numberLimits } from '../model/numbers.ts';
import type { Section } from '../model/schema.ts';
import { type FigureField, fieldsIn, isFigureField, isNumberField } from '../model/traverse.ts';

export const unlimited: NumberLimits = { least: Number.NEGATIVE_INFINITY, greatest: Number.POSITIVE_INFINITY };

/**
 * The least and the greatest figure that a field can have, given or computed from others of its section.
 *
 * @param within Computed fields on the way to it: a circle, which is reported by itself, ends there.
 */
export function figureRange(section: Section, field: FigureField, within: readonly string[] = []): NumberLimits {
  if (isNumberField(field)) return numberLimits(field);
  if (field.by === 'share' || field.by === 'total' || within.includes(field.key)) return unlimited;
  const [first = unlimited, ...others] = rangesOf(section, field.of, [...within, field.key]);
  return field.by === 'sum'
    ? sumRange([first, ...others])
    : sumRange([first, ...others.map(({ least, greatest }) => ({ least: -greatest, greatest: -least }))]);
}

/** The ranges of several fields of a section; unlimited for one that is no figure. */
export const rangesOf = (
  section: Section,
  keys: readonly string[],
  within: readonly string[] = [],
): readonly NumberLimits[] =>
  keys.map((key) => {
    const field = fieldsIn(section)
      .filter(isFigureField)
      .find((one) => one.key === key);
    return field === undefined ? unlimited : figureRange(section, field, within);
  });

export const sumRange = (ranges: readonly NumberLimits[]): NumberLimits => ({
  least: ranges.reduce((sum, { least }) => sum + least, 0),
  greatest: ranges.reduce((sum, { greatest }) => sum + greatest, 0),
});
