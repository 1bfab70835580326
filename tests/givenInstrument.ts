import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import { fieldTraits } from '../src/instrument/model/fieldKinds.ts';
import type { Field, Section } from '../src/instrument/model/schema.ts';
import { figureFields, kindsInstrument, otherFields } from './kindsInstrument.ts';
import { sampleInstrument } from './sampleInstrument.ts';

const lastRound = { from: 'last-round' } as const;
const column = (heading: string) => ({ from: 'partner-list', column: heading }) as const;

const withFacts = (section: Section): Section => ({
  ...section,
  // The compiler forgets that a field is of the same kind as before.
  fields: section.fields.map((field) =>
    fieldTraits[field.kind].canBeGiven ? ({ ...field, given: lastRound } as Field) : field,
  ),
});

/** Made up for the tests: every kind of field that can have a fact, with the answer of the last round in it. */
export const carriedInstrument = defineInstrument({
  ...kindsInstrument,
  key: 'carried',
  sections: kindsInstrument.sections.map(withFacts),
});

/** Made up for the tests: scored questions, and others with facts, most of them from the list of partners. */
export const givenInstrument = defineInstrument({
  ...sampleInstrument,
  key: 'given',
  sections: [
    ...sampleInstrument.sections,
    {
      shape: 'items',
      key: '9',
      title: 'Figures',
      shortTitle: 'Figures',
      introduction: 'Confirm the figures, or change them.',
      fields: [
        figureFields.people,
        { kind: 'text', key: 'note', heading: 'Note', prompt: 'Say more.', given: lastRound },
      ],
      activities: [
        {
          key: '9.1',
          title: 'People',
          items: [
            { ...question('9.1.1'), given: { people: column('Population') } },
            { ...question('9.1.2'), given: { people: lastRound } },
          ],
        },
      ],
    },
    {
      shape: 'entries',
      key: 'body',
      title: 'Your organisation',
      shortTitle: 'Organisation',
      introduction: 'What is known of it.',
      entry: 'organisation',
      required: 1,
      rows: 1,
      fields: [
        { kind: 'text', key: 'lead', heading: 'Lead', prompt: 'Its code.', given: column('Lead code') },
        { ...figureFields.share, weightedBy: undefined, given: column('Share') },
        { ...otherFields.plan, given: column('Has a plan') },
        { kind: 'date', key: 'since', heading: 'Since', prompt: 'When it began.', given: column('Since') },
      ],
    },
  ],
});

function question(key: string) {
  return {
    key,
    question: `How many people does ${key} reach?`,
    criteria: [],
    evidence: [],
    groups: { subject: 'people' },
  };
}
