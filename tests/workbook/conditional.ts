import fc from 'fast-check';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument, OnlyIf } from '../../src/instrument/model/schema.ts';
import { isItems } from '../../src/instrument/model/traverse.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

/** A definition in which some items, activities or sections, by key, are asked only under a condition. */
export function withOnlyIf(
  conditions: Readonly<Record<string, OnlyIf>>,
  instrument: Instrument = sampleInstrument,
): Instrument {
  const own = <Part extends { readonly key: string }>(part: Part): Part =>
    conditions[part.key] === undefined ? part : { ...part, onlyIf: conditions[part.key] };
  return {
    ...instrument,
    sections: instrument.sections.map((section) =>
      isItems(section)
        ? own({
            ...section,
            activities: section.activities.map((activity) => own({ ...activity, items: activity.items.map(own) })),
          })
        : section,
    ),
  };
}

/** The sample, in which each kind of part is asked only under a condition. */
export const conditionalInstrument = defineInstrument(
  withOnlyIf({
    '1.1.2': { item: '1.1.1', field: 'score', is: [2, 3] },
    '1.2': { partner: 'kind', is: ['Trust'] },
    '2': { item: '1.1.2', field: 'score', is: [3] },
  }),
);

/** Every part that can have a condition, with the items before it. */
const parts: readonly { readonly key: string; readonly before: readonly string[] }[] = [
  { key: '1', before: [] },
  { key: '1.1.1', before: [] },
  { key: '1.1.2', before: ['1.1.1'] },
  { key: '1.2', before: ['1.1.1', '1.1.2'] },
  { key: '1.2.1', before: ['1.1.1', '1.1.2'] },
  { key: '2', before: ['1.1.1', '1.1.2', '1.2.1'] },
  { key: '2.1', before: ['1.1.1', '1.1.2', '1.2.1'] },
  { key: '2.1.2', before: ['1.1.2', '1.2.1', '2.1.1'] },
];

/** Any definition in which parts of the sample depend on answers given before them, or on the partner. */
export const conditionalArbitrary: fc.Arbitrary<Instrument> = fc
  .tuple(...parts.map(({ before }) => fc.option(conditionArbitrary(before), { freq: 1 })))
  .map((conditions) =>
    withOnlyIf(
      Object.fromEntries(parts.flatMap(({ key }, index) => (conditions[index] ? [[key, conditions[index]]] : []))),
    ),
  );

function conditionArbitrary(before: readonly string[]): fc.Arbitrary<OnlyIf> {
  const ofPartner = fc.constantFrom<OnlyIf>(
    { partner: 'kind', is: ['Trust'] },
    { partner: 'region', is: ['Sample Region', 'Q34'] },
  );
  if (before.length === 0) return ofPartner;
  const item = fc.constantFrom(...before);
  const ofScore = fc.record({
    item,
    field: fc.constant('score'),
    is: fc.subarray([1, 2, 3], { minLength: 1 }),
  });
  const ofText = fc.record({ item, field: fc.constant('lead'), is: fc.constant(['Ada Example']) });
  return fc.oneof(
    { weight: 1, arbitrary: ofPartner },
    { weight: 6, arbitrary: ofScore },
    { weight: 1, arbitrary: ofText },
  );
}
