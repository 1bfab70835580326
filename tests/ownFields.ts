import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field, Instrument, Rule } from '../src/instrument/model/schema.ts';
import { isItems } from '../src/instrument/model/traverse.ts';
import { figureFields, otherFields } from './kindsInstrument.ts';

/** A definition of which some questions, by their keys, have fields of their own. */
export const withFields = (
  instrument: Instrument,
  fields: Readonly<Record<string, readonly Field[]>>,
  rules: readonly Rule[] = [],
): Instrument =>
  defineInstrument({
    ...instrument,
    sections: instrument.sections.map((section) =>
      isItems(section)
        ? {
            ...section,
            ...(section.key === '1' && rules.length > 0 ? { rules: [...(section.rules ?? []), ...rules] } : {}),
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => {
                const own = fields[item.key];
                return own === undefined ? item : { ...item, fields: own };
              }),
            })),
          }
        : section,
    ),
  });

/** One field of each kind that a question can have of its own. */
export const ownFields = {
  budget: { ...figureFields.budget, key: 'own-budget', heading: 'Budget for this', least: 0 },
  start: { kind: 'date', key: 'start', heading: 'Begins on', prompt: 'The first day.' },
  who: { kind: 'text', key: 'who', heading: 'Who decides', prompt: 'The body that decides.' },
  stage: {
    kind: 'choice',
    key: 'stage',
    heading: 'Stage',
    prompt: 'How far it is.',
    options: ['Planned', 'Begun', 'Done'],
  },
  agreed: { ...otherFields.plan, key: 'agreed', heading: 'Agreed' },
  paper: { ...otherFields.address, key: 'paper', heading: 'Paper' },
  spread: { ...otherFields.places, key: 'spread', heading: 'Spread' },
} as const satisfies Readonly<Record<string, Field>>;
