import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Instrument } from '../src/instrument/model/schema.ts';
import { isItems } from '../src/instrument/model/traverse.ts';

/** A definition in which some questions, by their keys, may be left blank. */
export const withOptional = (instrument: Instrument, keys: readonly string[]): Instrument =>
  defineInstrument({
    ...instrument,
    sections: instrument.sections.map((section) =>
      isItems(section)
        ? {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => (keys.includes(item.key) ? { ...item, optional: true } : item)),
            })),
          }
        : section,
    ),
  });
