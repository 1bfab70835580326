import { type Finding, finding } from '../../finding/index.ts';
import { isFreeText } from '../model/fieldKinds.ts';
import { isWithin, numberLimits, usualLimits } from '../model/numbers.ts';
import type { NumberField, Section } from '../model/schema.ts';
import { isFigureField } from '../model/traverse.ts';
import { unknownReference } from './unknownReference.ts';

/** Checks that a number has possible limits, and that the fields that it names are of the right kind. */
export function checkNumber(field: NumberField, section: Section): readonly Finding[] {
  const { key, reasonIn, weightedBy } = field;
  const place = `${section.key} ${key}`;
  const texts = section.fields.filter(isFreeText).map((other) => other.key);
  const weights = section.fields.filter(
    (other) => isFigureField(other) && other !== field && other.as !== 'percentage',
  );
  return [
    ...faults(field).map(([path, value, rule]) => finding('definition.invalid', { key: place }, { path, value, rule })),
    ...(reasonIn === undefined ? [] : unknownReference(place, 'text field for the reason', reasonIn, texts)),
    ...(weightedBy === undefined
      ? []
      : unknownReference(
          place,
          'number to weight by',
          weightedBy,
          weights.map((other) => other.key),
        )),
  ];
}

type Fault = readonly [path: string, value: string, rule: string];

function faults(field: NumberField): readonly Fault[] {
  const { as, unit, decimals, usualLeast, usualGreatest, reasonIn } = field;
  const limits = numberLimits(field);
  const [first, last] =
    as === 'integer' ? [Math.ceil(limits.least), Math.floor(limits.greatest)] : [limits.least, limits.greatest];
  const usual = usualLimits(field);
  const beyond = (['usualLeast', 'usualGreatest'] as const).flatMap((path): readonly Fault[] => {
    const limit = field[path];
    return limit === undefined || isWithin(limits, limit)
      ? []
      : [[path, String(limit), 'a usual limit lies between the least and the greatest answer']];
  });
  return [
    ...(first > last
      ? [
          [
            'greatest',
            String(field.greatest ?? limits.greatest),
            'no answer is between the least and the greatest: change one of them',
          ] as const,
        ]
      : beyond),
    ...(usual !== undefined && usual.least > usual.greatest
      ? [['usualGreatest', String(usualGreatest), `it is below the usual least, ${usualLeast}`] as const]
      : []),
    ...(usual !== undefined && reasonIn === undefined
      ? [['reasonIn', 'nothing', 'name the text field in which an unusual answer is explained'] as const]
      : []),
    ...(usual === undefined && reasonIn !== undefined
      ? [['reasonIn', `"${reasonIn}"`, 'give usualLeast or usualGreatest, or leave it out'] as const]
      : []),
    ...(as === 'integer' && decimals !== undefined && decimals > 0
      ? [['decimals', String(decimals), 'an integer has none: leave it out, or write as: decimal'] as const]
      : []),
    ...(as === 'percentage' && unit !== undefined
      ? [['unit', `"${unit}"`, 'a percentage has none: leave it out'] as const]
      : []),
  ];
}
