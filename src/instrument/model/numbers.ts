import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import type { ComputedField, NumberField, NumberKind } from './schema.ts';

/** What says how a number is shown: a field that takes one, or one that is computed. */
export type Figure = Pick<NumberField, 'as' | 'unit' | 'decimals'>;

/** The least and the greatest answer, themselves allowed. */
export interface NumberLimits {
  readonly least: number;
  readonly greatest: number;
}

/** Excel stores 15 digits of a number, so a greater one may not be the one that was typed. */
const greatestExact = 999_999_999_999_999;

/** The limits of a field, with those of a cell for any that it lacks. */
export const numberLimits = ({ least, greatest }: NumberField): NumberLimits => ({
  least: least ?? -greatestExact,
  greatest: greatest ?? greatestExact,
});

/** The limits beyond which an answer needs a reason; undefined if the field has none. */
export const usualLimits = (field: NumberField): NumberLimits | undefined =>
  field.usualLeast === undefined && field.usualGreatest === undefined
    ? undefined
    : { least: field.usualLeast ?? -greatestExact, greatest: field.usualGreatest ?? greatestExact };

export const isWithin = ({ least, greatest }: NumberLimits, value: number): boolean =>
  value >= least && value <= greatest;

/** Whether the field takes the value. Further decimals are no reason to refuse it, except where whole things are counted. */
export const isAnswer = (field: NumberField, value: number): boolean =>
  isWithin(numberLimits(field), value) && (field.as !== 'integer' || Number.isInteger(value));

const usualDecimals: Readonly<Record<NumberKind, number>> = { integer: 0, decimal: 2, percentage: 1, money: 2 };

/** Places after the point. */
export const decimalsOf = ({ as, decimals }: Figure): number => decimals ?? usualDecimals[as];

/** The sign of money, before its figures. */
export const currencyOf = ({ as, unit }: Figure): string | undefined => (as === 'money' ? (unit ?? '£') : undefined);

/** What is counted, after the figures. */
export const unitOf = ({ as, unit }: Figure): string | undefined =>
  as === 'money' || as === 'percentage' ? undefined : unit;

/** What a number counts, as a table names it: `£`, `%`, `people`; undefined for a bare number. */
export const unitName = (field: Figure): string | undefined =>
  field.as === 'percentage' ? '%' : (currencyOf(field) ?? unitOf(field));

/** The same number with the 15 digits that a cell stores: 0.07 × 100 is 7.000000000000001 to a computer. */
export const asStored = (value: number): number => Number(value.toPrecision(15));

/** The content of the cell for a value: 12% is 0.12. */
export const cellNumber = ({ as }: Figure, value: number): number =>
  as === 'percentage' ? asStored(value / 100) : value;

/** The value of the number in a cell: 0.12 is 12%. */
export const figureIn = ({ as }: Figure, cell: number): number => (as === 'percentage' ? asStored(cell * 100) : cell);

/**
 * Decimals to which sums of the cells of some fields are rounded: two more than the cells show. Computers add further ones
 * of their own, and those of great numbers most: 500,000,000.3 - 500,000,000.1 is 0.19999999 to them.
 */
export const sumDecimals = (fields: readonly Figure[]): number =>
  2 + Math.max(0, ...fields.map((field) => decimalsOf(field) + (field.as === 'percentage' ? 2 : 0)));

/** A sum without what computers add. */
export const roundedSum = (value: number, decimals: number): number => asStored(Number(value.toFixed(decimals)));

/** A value with thousands, all its decimals, and its unit: `£1,250,000`, `12.5%`, `−40 people`. */
export function showNumber(field: Figure, value: number): string {
  const unit = unitOf(field);
  return unit === undefined ? figures(field, value) : `${figures(field, value)} ${unit}`;
}

/** A figure that is computed, with the decimals that its cell shows. */
export const showFigure = (field: Figure, value: number): string =>
  showNumber(field, Number(value.toFixed(decimalsOf(field))));

/** A number without what is counted. */
function figures(field: Figure, value: number): string {
  const places = Math.max(Number.isInteger(value) ? 0 : decimalsOf(field), decimalsIn(value));
  const digits = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  const sign = value < 0 ? '\u2212' : '';
  return `${sign}${currencyOf(field) ?? ''}${digits}${field.as === 'percentage' ? '%' : ''}`;
}

/** Decimals that a value has, up to those of 15 digits. */
export function decimalsIn(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(asStored(value))) ?? [];
  return Math.min(20, Math.max(0, decimals.length - Number(exponent)));
}

/** What the field takes, in words: `a whole number of people from 0 to 5,000`. */
export function describeNumber(field: NumberField, words: Words['numbers'] = english.numbers): string {
  const { least, greatest } = field;
  const limits = describeLimits(field, least, greatest, words);
  const [currency, unit] = [currencyOf(field), unitOf(field)];
  const kind = words.kinds[field.as];
  const counted = unit === undefined ? kind : words.counting(kind, unit);
  if (limits === undefined) return currency === undefined ? counted : words.inCurrency(counted, currency);
  if (least !== undefined && greatest !== undefined) return words.between(counted, limits);
  return unit === undefined ? words.bounded(counted, limits) : words.boundedCount(counted, limits);
}

/** How a figure is computed, in words: `an amount, the sum of health and council`. */
export function describeComputed({ as, unit, by, of, in: list }: ComputedField): string {
  const { lists, numbers } = english;
  const [first = '', ...others] = of;
  const ways: Readonly<Record<ComputedField['by'], string>> = {
    sum: `the sum of ${lists.and(of)}`,
    difference: `${first} without ${lists.and(others)}`,
    share: `${first} divided by ${others.join('')}`,
    total: `the total of ${first} in ${list}`,
  };
  const counted = unitOf({ as, unit });
  const kind = numbers.kinds[as];
  return `${counted === undefined ? kind : numbers.counting(kind, counted)}, ${ways[by]}`;
}

/** Limits in words: `from 0 to 5,000`, `1,000 or more`; undefined if there are none. */
export function describeLimits(
  field: NumberField,
  least: number | undefined,
  greatest: number | undefined,
  words: Words['numbers'] = english.numbers,
): string | undefined {
  const [from, to] = [least, greatest].map((limit) => (limit === undefined ? undefined : figures(field, limit)));
  if (from !== undefined && to !== undefined) return words.fromTo(from, to);
  if (from !== undefined) return words.orMore(from);
  return to === undefined ? undefined : words.orLess(to);
}
