import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument, OnlyIf } from '../../src/instrument/model/schema.ts';
import { isItems } from '../../src/instrument/model/traverse.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

/**
 * A definition in which some parts are asked only under a condition: items, activities and sections by their keys, fields as
 * in `participants role`.
 */
export function withOnlyIf(
  conditions: Readonly<Record<string, OnlyIf>>,
  instrument: Instrument = sampleInstrument,
): Instrument {
  const own = <Part extends { readonly key: string }>(part: Part): Part =>
    conditions[part.key] === undefined ? part : { ...part, onlyIf: conditions[part.key] };
  return {
    ...instrument,
    sections: instrument.sections.map((section) => {
      const fields = section.fields.map((field) => {
        const onlyIf = conditions[`${section.key} ${field.key}`];
        return onlyIf === undefined ? field : { ...field, onlyIf };
      });
      return isItems(section)
        ? own({
            ...section,
            fields,
            activities: section.activities.map((activity) => own({ ...activity, items: activity.items.map(own) })),
          })
        : own({ ...section, fields });
    }),
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
