import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { ComputedField, Field, NumberField } from '../src/instrument/model/schema.ts';

/** The fields of one row of figures: each kind of number once. */
export const figureFields = {
  people: {
    kind: 'number',
    key: 'people',
    heading: 'People',
    prompt: 'How many people aged 0 to 19 live here.',
    as: 'integer',
    unit: 'people',
    least: 0,
    greatest: 500_000,
    usualLeast: 1_000,
    reasonIn: 'note',
  },
  budget: {
    kind: 'number',
    key: 'budget',
    heading: 'Budget',
    prompt: 'The budget of this year.',
    as: 'money',
    decimals: 0,
    least: -10_000_000,
    greatest: 900_000_000,
  },
  share: {
    kind: 'number',
    key: 'share',
    heading: 'Share',
    prompt: 'The share of them who are seen.',
    as: 'percentage',
    least: 0,
    greatest: 100,
    weightedBy: 'people',
  },
  wait: { kind: 'number', key: 'wait', heading: 'Wait', prompt: 'Mean wait.', as: 'decimal', unit: 'weeks' },
} as const satisfies Readonly<Record<string, NumberField>>;

/** Kinds that are answered without numbers of things. */
export const otherFields = {
  plan: { kind: 'yes-no', key: 'plan', heading: 'Plan', prompt: 'Is there a written plan?' },
  address: { kind: 'link', key: 'address', heading: 'Where', prompt: 'The address of the plan.' },
  places: {
    kind: 'choices',
    key: 'places',
    heading: 'Places',
    prompt: 'Where it is offered.',
    options: ['Home', 'School, or college', 'Clinic'],
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Amounts of one row, and the figures computed from them. */
export const sumFields = {
  health: { kind: 'number', key: 'health', heading: 'Health', prompt: 'What health pays.', as: 'money', least: 1 },
  council: {
    kind: 'number',
    key: 'council',
    heading: 'Council',
    prompt: 'What the council pays.',
    as: 'money',
    least: 0,
  },
  places: {
    kind: 'number',
    key: 'places',
    heading: 'Places',
    prompt: 'How many places.',
    as: 'integer',
    unit: 'places',
    least: 0,
  },
  total: computed('total', 'Total', { as: 'money', by: 'sum', of: ['health', 'council'] }),
  gap: computed('gap', 'Council above health', { as: 'money', by: 'difference', of: ['council', 'health'] }),
  part: computed('part', 'Share of health', { as: 'percentage', by: 'share', of: ['health', 'total'] }),
  each: computed('each', 'For each place', { as: 'money', by: 'share', of: ['total', 'places'] }),
  spent: computed('spent', 'All costs', { as: 'money', by: 'total', of: ['cost'], in: 'costs' }),
  staff: computed('staff', 'All staff', { as: 'integer', unit: 'staff', by: 'total', of: ['people'], in: 'costs' }),
} as const satisfies Readonly<Record<string, Field>>;

function computed<Of extends Omit<ComputedField, 'kind' | 'key' | 'heading' | 'prompt'>>(
  key: string,
  heading: string,
  of: Of,
): ComputedField {
  return { kind: 'computed', key, heading, prompt: `${heading}, from the others.`, ...of };
}

const note: Field = { kind: 'text', key: 'note', heading: 'Note', prompt: 'Why a number is unusual.' };

/** Made up for the tests: what is asked by every kind of field but the usual ones, question by question and in rows that partners add. */
export const kindsInstrument = defineInstrument({
  key: 'kinds',
  edition: '1',
  title: 'Kinds of field',
  strapline: 'Made up for the tests.',
  publisher: 'Nobody',
  published: '2026',
  language: 'en-GB',
  sourceNote: [],
  introduction: [{ heading: 'Purpose', paragraphs: ['To be tested.'] }],
  scoring: [{ heading: 'Scoring', paragraphs: ['Nothing is scored.'] }],
  scales: [],
  sections: [
    {
      shape: 'items',
      key: '1',
      title: 'Figures',
      shortTitle: 'Figures',
      introduction: 'Give the figures of this year.',
      fields: [...Object.values(figureFields), note, ...Object.values(otherFields)],
      activities: [
        {
          key: '1.1',
          title: 'Services',
          items: ['1.1.1', '1.1.2'].map((key) => ({
            key,
            question: `How large is service ${key}?`,
            criteria: [],
            evidence: [],
            groups: {},
          })),
        },
      ],
    },
    {
      shape: 'items',
      key: '2',
      title: 'Sums',
      shortTitle: 'Sums',
      introduction: 'Who pays how much.',
      fields: [...Object.values(sumFields), note],
      checks: [
        { is: 'at-most', sum: ['council'], to: 'health' },
        { is: 'at-least', sum: ['places'], to: 10 },
        { is: 'jump', figure: 'health', beyond: 20, reasonIn: 'note' },
        { is: 'jump', figure: 'part', beyond: 5, reasonIn: 'note' },
      ],
      activities: [
        {
          key: '2.1',
          title: 'Joint services',
          items: ['2.1.1', '2.1.2'].map((key) => ({
            key,
            question: `What does service ${key} cost?`,
            criteria: [],
            evidence: [],
            groups: {},
          })),
        },
      ],
    },
    {
      shape: 'entries',
      key: 'costs',
      title: 'Costs',
      shortTitle: 'Costs',
      introduction: 'What it costs, part by part.',
      entry: 'cost',
      required: 0,
      rows: 3,
      optional: ['whole', 'known'],
      checks: [
        { is: 'equal', sum: ['wages', 'rooms'], to: 'whole', when: { field: 'known', is: ['Yes'] } },
        { is: 'at-most', sum: ['rooms'], to: 'wages' },
      ],
      fields: [
        { kind: 'text', key: 'name', heading: 'Name', prompt: 'What it is.' },
        { kind: 'number', key: 'wages', heading: 'Wages', prompt: 'Wages of a year.', as: 'money', least: 0 },
        { kind: 'number', key: 'rooms', heading: 'Rooms', prompt: 'Rents of a year.', as: 'money', least: 0 },
        computed('cost', 'Cost', { as: 'money', by: 'sum', of: ['wages', 'rooms'] }),
        {
          kind: 'number',
          key: 'people',
          heading: 'Staff',
          prompt: 'How many.',
          as: 'integer',
          unit: 'staff',
          least: 0,
        },
        { kind: 'number', key: 'whole', heading: 'Whole', prompt: 'As budgeted.', as: 'money', least: 0 },
        { kind: 'yes-no', key: 'known', heading: 'Known', prompt: 'Is it known?' },
      ],
    },
    {
      shape: 'entries',
      key: 'projects',
      title: 'Projects',
      shortTitle: 'Projects',
      introduction: 'What is planned.',
      entry: 'project',
      required: 0,
      rows: 4,
      optional: ['note'],
      fields: [
        { kind: 'text', key: 'name', heading: 'Name', prompt: 'What it is called.' },
        { ...figureFields.people, heading: 'People reached' },
        { ...figureFields.budget, heading: 'Cost', least: 0 },
        note,
        otherFields.plan,
        { ...otherFields.places, options: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] },
      ],
    },
  ],
  resources: [],
});
