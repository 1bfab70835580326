import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';

const { scorecard: _scorecard, ...basis } = sampleDefinition;

/** Four questions with a scale on which 1 is best. */
export const jointWorking: Instrument = {
  ...basis,
  key: 'joint',
  title: 'Joint working',
  scales: [
    {
      key: 'maturity',
      title: 'Maturity',
      options: [
        { level: 3, label: 'Apart', meaning: 'Each works alone.' },
        { level: 2, label: 'Aligned', meaning: 'Plans are shared.' },
        { level: 1, label: 'Joint', meaning: 'There is one plan.' },
      ],
    },
  ],
  sections: [
    {
      shape: 'items',
      key: 'working',
      title: 'Working with the council',
      shortTitle: 'Working',
      introduction: 'All about the council.',
      fields: [
        { kind: 'score', key: 'score', heading: 'Score', prompt: 'Choose the level that fits.', scale: 'maturity' },
        { kind: 'text', key: 'evidence', heading: 'Our evidence', prompt: 'What shows it.', purpose: 'evidence' },
      ],
      activities: [
        {
          key: 'plans',
          title: 'Plans',
          items: ['j1', 'j2', 'j3', 'j4'].map((key) => ({
            ...{ key, question: `How joint is ${key}?`, criteria: [], evidence: [], groups: {} },
          })),
        },
      ],
    },
  ],
  scorecard: {
    scale: 'maturity',
    rule: { minimumCoverage: 0.75, redFromLowestShare: 0.5, greenAboveHighestShare: 0.5, greenLowestCount: 0 },
    views: [{ key: 'parts', title: 'Parts', by: 'section' }],
  },
};

/** A list of vacant posts: nothing in it is scored. */
export const vacancies: Instrument = {
  ...basis,
  key: 'vacancies',
  title: 'Vacant posts',
  scales: [],
  sections: [
    {
      shape: 'entries',
      key: 'posts',
      title: 'Vacant posts',
      shortTitle: 'Posts',
      introduction: 'One row for each vacant post.',
      entry: 'post',
      required: 1,
      rows: 3,
      fields: [
        { kind: 'text', key: 'post', heading: 'Post', prompt: 'Its title.' },
        { kind: 'choice', key: 'since', heading: 'Vacant', prompt: 'For how long.', options: ['Weeks', 'Months'] },
      ],
    },
  ],
};
