import type { ByKind } from '../../instrument/model/fieldKinds.ts';
import { decimalsOf, showNumber } from '../../instrument/model/numbers.ts';
import type { Field } from '../../instrument/model/schema.ts';
import { type FigureField, isNumberField } from '../../instrument/model/traverse.ts';

/** The least and the greatest width of a column, in characters of the default font: the same for a fixed one. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Of a field that is answered beside questions. */
export const fieldBounds: ByKind<[hasCriteria: boolean], Bounds> = {
  score: () => ({ min: 12, max: 12 }),
  text: ({ purpose }, hasCriteria) => {
    if (purpose !== 'lead') return { min: purpose === 'action' ? 16 : 18, max: 40 };
    // Room for the word commissioning; beside criteria, fewer questions would be seen at once.
    const width = hasCriteria ? 13 : 14;
    return { min: width, max: width };
  },
  date: () => ({ min: 10, max: 10 }),
  choice: () => ({ min: 14, max: 14 }),
  'yes-no': () => ({ min: 12, max: 12 }),
  link: () => ({ min: 18, max: 30 }),
  choices: () => ({ min: 20, max: 20 }),
  number: (field) => numberBounds(field),
  computed: (field) => numberBounds(field),
};

/** Of a field of the rows that partners add. */
export const entryBounds: ByKind<[], Bounds> = {
  score: () => ({ min: 12, max: 12 }),
  text: ({ brief, purpose }) =>
    brief === true ? { min: 10, max: 10 } : { min: purpose === 'lead' ? 14 : 16, max: 36 },
  date: () => ({ min: 12, max: 12 }),
  choice: () => ({ min: 13, max: 22 }),
  'yes-no': () => ({ min: 12, max: 12 }),
  link: () => ({ min: 18, max: 30 }),
  choices: () => ({ min: 20, max: 20 }),
  number: (field) => numberBounds(field),
  computed: (field) => numberBounds(field),
};

/** Room for the greatest number that is allowed, with thousands; a narrower cell shows # only. */
export function numberBounds(field: FigureField): Bounds {
  const { least = 0, greatest = usualGreatest } = isNumberField(field) ? field : {};
  const longest = Math.max(...[least, greatest].map((limit) => showNumber(field, Math.trunc(limit)).length));
  const decimals = decimalsOf(field);
  const width = Math.min(22, Math.max(12, longest + (decimals === 0 ? 0 : decimals + 1) + 2));
  return { min: width, max: width };
}

/** A number for which there is room if the field has no limit. */
const usualGreatest = 999_999_999;

/** A condition above a field's column then takes three lines, as a rule: the line stays in view. */
const conditionWidth = 18;

/** The bounds of a field's column, with room for its condition. */
export const withCondition = <B extends Bounds>({ onlyIf }: Field, bounds: B): B =>
  onlyIf === undefined
    ? bounds
    : { ...bounds, min: Math.max(bounds.min, conditionWidth), max: Math.max(bounds.max, conditionWidth) };
