import { type Finding, finding } from '../../finding/index.ts';
import { isComputed } from '../model/fieldKinds.ts';
import { decimalsOf, isWithin, unitName } from '../model/numbers.ts';
import type { ComputedField, EntriesSection, Instrument, Section } from '../model/schema.ts';
import { type FigureField, isComputedField, isEntries, isFigureField } from '../model/traverse.ts';
import { figureRange } from './figureRange.ts';
import { unknownReference } from './unknownReference.ts';

/** Checks that a figure can be computed: from numbers that are there, of one unit, and not from itself. */
export function checkComputed(field: ComputedField, instrument: Instrument, section: Section): readonly Finding[] {
  const place = `${section.key} ${field.key}`;
  const faults = [...countFaults(field), ...shownFaults(field)];
  const named = field.by === 'total' ? checkTotal(field, instrument, section) : checkParts(field, section);
  return [
    ...faults.map(([path, value, rule]) => finding('definition.invalid', { key: place }, { path, value, rule })),
    ...named,
    ...(faults.length + named.length > 0 ? [] : checkUnits(field, section, partsOf(field, instrument, section))),
    ...checkCircle(field, section),
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
  total: { least: 1, greatest: 1, rule: 'a total has one field of the section in: it is added up over all rows' },
};

function countFaults({ by, of, in: section }: ComputedField): readonly Fault[] {
  const { least, greatest, rule } = wanted[by];
  return [
    ...(of.length < least || of.length > greatest ? [['of', of.join(', '), rule] as const] : []),
    ...(by === 'total' && section === undefined
      ? [['in', 'missing', 'name the section of entries of which it is the total'] as const]
      : []),
    ...(by !== 'total' && section !== undefined
      ? [['in', `"${section}"`, 'only a total is of another section: leave it out, or write by: total'] as const]
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

/** A row without the number leaves the total blank, so that every row needs it. */
function checkTotal(
  { key, of, in: named = '' }: ComputedField,
  { sections }: Instrument,
  section: Section,
): readonly Finding[] {
  const place = `${section.key} ${key}`;
  const lists = sections.filter(isEntries).filter((other) => other !== section);
  const list = lists.find((other) => other.key === named);
  if (list === undefined)
    return unknownReference(
      place,
      'other section of entries',
      named,
      lists.map((other) => other.key),
    );
  const known = list.fields.filter((field) => isFigureField(field) && !isTotal(field)).map((field) => field.key);
  return of.flatMap((part) => [
    ...unknownReference(place, `number of ${named}`, part, known),
    ...(list.optional?.includes(part) === true
      ? [
          finding(
            'definition.invalid',
            { key: place },
            {
              path: 'of',
              value: `"${part}"`,
              rule: `it is optional in ${named}, and a row without it would leave the total blank: take it out of optional`,
            },
          ),
        ]
      : []),
  ]);
}

const isTotal = (field: FigureField): boolean => isComputedField(field) && field.by === 'total';

function partsOf({ of, in: list }: ComputedField, { sections }: Instrument, section: Section): readonly FigureField[] {
  const from: Section | EntriesSection | undefined =
    list === undefined ? section : sections.find(({ key }) => key === list);
  return of.flatMap((key) => from?.fields.filter(isFigureField).filter((field) => field.key === key) ?? []);
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

/** A figure that is computed from itself, alone or through others, is reported with the way on which it comes back. */
function checkCircle(field: ComputedField, { key, fields }: Section): readonly Finding[] {
  const computed = new Map(fields.filter(isComputedField).map((one) => [one.key, one]));
  const wayBack = (from: ComputedField, way: readonly string[]): readonly string[] | undefined => {
    for (const part of from.by === 'total' ? [] : from.of) {
      if (part === field.key) return [...way, part];
      const next = computed.get(part);
      const found = next === undefined || way.includes(part) ? undefined : wayBack(next, [...way, part]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const chain = wayBack(field, [field.key]);
  // Of a circle, the field that comes first in the section is reported.
  const isFirst = [...computed.keys()].find((one) => chain?.includes(one)) === field.key;
  return chain === undefined || !isFirst
    ? []
    : [finding('definition.computed-circular', { key: `${key} ${field.key}` }, { chain })];
}

/** A section in which every figure follows from others asks for nothing. */
export function checkAnswerable({ key, fields }: Section): readonly Finding[] {
  const rule = 'nothing is left to be answered. Add a field that people fill in';
  return fields.every(isComputed)
    ? [finding('definition.invalid', { key }, { path: 'fields', value: 'computed', rule })]
    : [];
}
