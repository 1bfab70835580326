import { type Finding, finding } from '../../finding/index.ts';
import { isComputed } from '../model/fieldKinds.ts';
import { decimalsOf, isWithin, unitName } from '../model/numbers.ts';
import type { ComputedField, Instrument, Section } from '../model/schema.ts';
import { type FigureField, isFigureField } from '../model/traverse.ts';
import { checkTotalled } from './checkTotalled.ts';
import { figureRange } from './figureRange.ts';
import { fieldsTotalled, rowsTotalled, totalShown } from './totals.ts';
import { unknownReference } from './unknownReference.ts';

/** Checks that a figure can be computed: from numbers that are there, of one unit. */
export function checkComputed(field: ComputedField, instrument: Instrument, section: Section): readonly Finding[] {
  const place = `${section.key} ${field.key}`;
  const faults = [...countFaults(field), ...shownFaults(field)];
  const named = field.by === 'total' ? checkTotal(field, instrument, section) : checkParts(field, section);
  return [
    ...faults.map(([path, value, rule]) => finding('definition.invalid', { key: place }, { path, value, rule })),
    ...named,
    ...(faults.length + named.length > 0 ? [] : checkUnits(field, section, partsOf(field, instrument, section))),
  ];
}

type Fault = readonly [path: string, value: string, rule: string];

const wanted: Readonly<
  Record<ComputedField['by'], { readonly least: number; readonly greatest: number; readonly rule: string }>
> = {
  sum: { least: 2, greatest: Number.MAX_SAFE_INTEGER, rule: 'a sum has two fields or more' },
  difference: {
    least: 2,
    greatest: Number.MAX_SAFE_INTEGER,
    rule: 'a difference has two fields or more: what is left of the first without the others',
  },
  share: { least: 2, greatest: 2, rule: 'a share has two fields: the part, and the whole' },
  total: { least: 1, greatest: 1, rule: 'a total has one field of the rows in: it is added up over all of them' },
};

function countFaults({ by, of, in: section }: ComputedField): readonly Fault[] {
  const { least, greatest, rule } = wanted[by];
  return [
    // An empty list is reported by the schema.
    ...((of.length > 0 && of.length < least) || of.length > greatest ? [['of', of.join(', '), rule] as const] : []),
    ...(by === 'total' && section === undefined
      ? [['in', 'missing', 'name the section or the activity with the rows that are added up'] as const]
      : []),
    ...(by !== 'total' && section !== undefined
      ? [['in', `"${section}"`, 'only a total is of other rows: leave it out, or write by: total'] as const]
      : []),
  ];
}

function shownFaults({ as, by, unit, decimals = 0 }: ComputedField): readonly Fault[] {
  return [
    ...(as === 'percentage' && unit !== undefined
      ? [['unit', `"${unit}"`, 'a percentage has none: leave it out'] as const]
      : []),
    ...(as === 'integer' && decimals > 0
      ? [['decimals', String(decimals), 'an integer has none: leave it out, or write as: decimal'] as const]
      : []),
    ...(as === 'integer' && by === 'share'
      ? [['as', '"integer"', 'a share has decimals: write percentage, decimal or money'] as const]
      : []),
  ];
}

function checkParts({ key, of }: ComputedField, { key: section, fields }: Section): readonly Finding[] {
  const known = fields.filter((other) => isFigureField(other) && other.key !== key).map((other) => other.key);
  return of
    .filter((named) => named !== key)
    .flatMap((named) => unknownReference(`${section} ${key}`, 'number', named, known));
}

/** A row that a partner adds without the number leaves the total blank, so that every row needs it. */
function checkTotal(
  { key, of, in: named = '' }: ComputedField,
  instrument: Instrument,
  section: Section,
): readonly Finding[] {
  const place = `${section.key} ${key}`;
  return of.flatMap((total) => checkTotalled(instrument, place, { total, in: named }));
}

function partsOf(field: ComputedField, instrument: Instrument, section: Section): readonly FigureField[] {
  const total = totalShown(field);
  const rows = total === undefined ? undefined : rowsTotalled(instrument, total.in);
  const from = rows === undefined ? section.fields : fieldsTotalled(rows);
  return field.of.flatMap((key) => from.filter(isFigureField).filter((part) => part.key === key));
}

/** Only what counts the same is added up; what a share is of may be 0. */
function checkUnits(field: ComputedField, section: Section, parts: readonly FigureField[]): readonly Finding[] {
  const place = `${section.key} ${field.key}`;
  const invalid = (path: string, value: string, rule: string): Finding =>
    finding('definition.invalid', { key: place }, { path, value, rule });
  if (field.by === 'share') {
    const [, whole] = parts;
    return whole === undefined || !mayBeZero(section, whole)
      ? []
      : [finding('definition.share-of-zero', { key: place }, { whole: whole.key })];
  }
  const units = [...new Set([field, ...parts].map((one) => unitName(one) ?? 'a bare number'))];
  if (units.length > 1)
    return [
      invalid('of', units.join(' and '), 'only numbers of one unit add up: give the figure and its parts the same'),
    ];
  const exact = parts.find((part) => field.as === 'integer' && decimalsOf(part) > 0);
  return exact === undefined
    ? []
    : [invalid('as', '"integer"', `its part "${exact.key}" has decimals: write as: ${exact.as}`)];
}

const mayBeZero = (section: Section, field: FigureField): boolean => isWithin(figureRange(section, field), 0);

/** A section in which every figure follows from others asks for nothing. */
export function checkAnswerable({ key, fields }: Section): readonly Finding[] {
  const rule = 'nothing is left to be answered. Add a field that people fill in';
  return fields.every(isComputed)
    ? [finding('definition.invalid', { key }, { path: 'fields', value: 'computed', rule })]
    : [];
}
