import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument, TotalFigure } from '../model/schema.ts';
import { type FigureField, isComputedField, isEntries, isFigureField } from '../model/traverse.ts';
import { fieldsTotalled, rowsTotalled, totalledKeys } from './totals.ts';
import { unknownReference } from './unknownReference.ts';

/**
 * Checks that there is something to add up: rows, with a number that each of them has.
 *
 * @param place The key of the part that asks for the total.
 */
export function checkTotalled(
  instrument: Instrument,
  place: string,
  { total, in: named }: TotalFigure,
): readonly Finding[] {
  const rows = rowsTotalled(instrument, named);
  if (rows === undefined) return unknownReference(place, 'section or activity', named, totalledKeys(instrument));
  const known = fieldsTotalled(rows)
    .filter(isFigureField)
    .filter((field) => !isTotal(field))
    .map(({ key }) => key);
  const isOptional = isEntries(rows.section) && rows.section.optional?.includes(total) === true;
  const rule = `it is optional in ${named}, and a row without it would leave the total blank: take it out of optional`;
  return [
    ...unknownReference(place, `number of ${named}`, total, known),
    ...(isOptional ? [finding('definition.invalid', { key: place }, { path: 'of', value: `"${total}"`, rule })] : []),
  ];
}

const isTotal = (field: FigureField): boolean => isComputedField(field) && field.by === 'total';
