import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Instrument, Item, ShareRule } from '../src/instrument/model/schema.ts';

type ScorecardDefinition = NonNullable<Instrument['scorecard']> & { readonly rule: ShareRule };

/** A small instrument, made up for the tests: two scored sections with five items, and one section of entries. */
export const sampleDefinition: Instrument & { readonly scorecard: ScorecardDefinition } = {
  key: 'sample',
  edition: '1',
  title: 'Sample self-assessment',
  strapline: 'Made up for the tests.',
  publisher: 'Nobody',
  published: '2026',
  language: 'en-GB',
  sourceNote: [],
  introduction: [{ heading: 'Purpose', paragraphs: ['To be tested.'], bullets: ['once', 'and again'] }],
  scoring: [{ heading: 'Scoring', paragraphs: ['Choose a level.'] }],
  scales: [
    {
      key: 'achievement',
      title: 'Achievement',
      options: [
        { level: 1, label: 'Weak', meaning: 'It is weak.' },
        { level: 2, label: 'Fair', meaning: 'It is fair.' },
        { level: 3, label: 'Good', meaning: 'It is good.' },
      ],
    },
  ],
  sections: [
    itemsSection('1', 'Needs', [
      ['1.1', 'Assess', [item('1.1.1', 'people'), item('1.1.2', 'money')]],
      ['1.2', 'Plan', [item('1.2.1', 'people')]],
    ]),
    itemsSection('2', 'Supply', [['2.1', 'Shape', [item('2.1.1', 'money'), item('2.1.2', 'people')]]]),
    {
      shape: 'entries',
      key: 'participants',
      title: 'Participants',
      shortTitle: 'Participants',
      introduction: 'Who took part.',
      entry: 'participant',
      required: 1,
      rows: 3,
      fields: [
        { kind: 'text', key: 'name', heading: 'Name', prompt: 'First and last name.' },
        { kind: 'text', key: 'role', heading: 'Role', prompt: 'Post held.' },
      ],
    },
  ],
  scorecard: {
    scale: 'achievement',
    rule: { minimumCoverage: 0.75, redFromLowestShare: 0.5, greenAboveHighestShare: 0.5, greenLowestCount: 0 },
    views: [
      { key: 'cycle', title: 'Parts', by: 'section' },
      {
        key: 'subject',
        title: 'Subjects',
        by: 'group',
        groups: [
          { key: 'people', title: 'People', meaning: 'About people.' },
          { key: 'money', title: 'Money', meaning: 'About money.' },
        ],
      },
    ],
  },
  resources: [
    {
      key: 'websites',
      title: 'Websites',
      entries: [
        { title: 'An example', link: 'http://www.example.org/' },
        { title: 'A book', author: 'A. N. Author', date: '2006' },
      ],
    },
  ],
};

export const sampleInstrument = defineInstrument(sampleDefinition);

function itemsSection(
  key: string,
  title: string,
  activities: [string, string, Item[]][],
): Instrument['sections'][number] {
  return {
    shape: 'items',
    key,
    title,
    shortTitle: title,
    introduction: `All about ${title.toLowerCase()}.`,
    fields: [
      {
        kind: 'score',
        key: 'score',
        heading: 'Score',
        prompt: 'Choose the level that fits.',
        scale: 'achievement',
        notApplicable: { label: 'Not applicable', reasonIn: 'evidence' },
      },
      { kind: 'text', key: 'evidence', heading: 'Our evidence', prompt: 'What shows it.', purpose: 'evidence' },
      { kind: 'text', key: 'action', heading: 'Action', prompt: 'What will be done.', purpose: 'action' },
      { kind: 'text', key: 'lead', heading: 'Lead', prompt: 'Who sees to it.', purpose: 'lead' },
      { kind: 'date', key: 'due', heading: 'By when', prompt: 'The day.', purpose: 'due' },
    ],
    activities: activities.map(([activityKey, activityTitle, items]) => ({
      key: activityKey,
      title: activityTitle,
      items,
    })),
  };
}

function item(key: string, subject: string): Item {
  return {
    key,
    question: `How good is ${key}?`,
    criteria: [
      { level: 1, text: `${key} is weak.` },
      { level: 2, text: `${key} is fair.` },
      { level: 3, text: `${key} is good.` },
    ],
    evidence: ['Minutes', 'Plans'],
    groups: { subject },
  };
}
