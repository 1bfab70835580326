import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import { isItems } from '../src/instrument/model/traverse.ts';
import { ownFields, withFields } from './ownFields.ts';
import { sampleDefinition } from './sampleInstrument.ts';

const { agreed, budget, start } = ownFields;

/**
 * A definition of which the first section asks for remarks only. 1.1.1 is answered by Yes or No, 1.1.2 by a budget, with Yes
 * or No beside it, and 1.2.1, which has no fields of its own, by the remark.
 */
export const ownAnswers = withFields(
  defineInstrument({
    ...sampleDefinition,
    sections: sampleDefinition.sections.map((section) =>
      isItems(section) && section.key === '1'
        ? {
            ...section,
            fields: [{ kind: 'text', key: 'remark', heading: 'Remark', prompt: 'Add one.', purpose: 'evidence' }],
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => ({ ...item, criteria: [] })),
            })),
          }
        : section,
    ),
  }),
  { '1.1.1': [agreed, start], '1.1.2': [budget, agreed] },
);
