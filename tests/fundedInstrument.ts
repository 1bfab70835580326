import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { ComputedField, Condition, Field, Item, NumberField } from '../src/instrument/model/schema.ts';

const money = (key: string, heading: string): NumberField => ({
  ...{ kind: 'number', key, heading, prompt: 'In pounds.', as: 'money', least: 0 },
});

const total = (key: string, heading: string, of: string, rows: string): ComputedField => ({
  ...{
    kind: 'computed',
    key,
    heading,
    prompt: `${heading}, of all rows.`,
    as: 'money',
    by: 'total',
    of: [of],
    in: rows,
  },
});

const item = (key: string, rest: Partial<Item> = {}): Item => ({
  ...{ key, question: `How is it with ${key}?`, criteria: [], evidence: [], groups: {} },
  ...rest,
});

const capital: Condition = { field: 'kind', is: ['Capital'] };

const ifKnown: Condition = { field: 'known', is: ['Yes'] };

const known: Field = { kind: 'yes-no', key: 'known', heading: 'Known', prompt: 'Is it known?' };

/**
 * Made up for the tests: what is funded, what services and projects cost, what this comes to, and that it is not
 * more than is funded. Projects are asked for only
 * if there are any; one question is optional, one has a condition, and all may be not applicable.
 */
export const fundedInstrument = defineInstrument({
  ...{ key: 'funded', edition: '1', title: 'Funds', strapline: 'Made up for the tests.', publisher: 'Nobody' },
  ...{ published: '2026', language: 'en-GB', sourceNote: [], resources: [] },
  introduction: [{ heading: 'Purpose', paragraphs: ['To be tested.'] }],
  scoring: [{ heading: 'Scoring', paragraphs: ['Choose a level.'] }],
  scales: [
    {
      ...{ key: 'levels', title: 'Levels' },
      options: [
        { level: 1, label: 'Weak', meaning: 'It is weak.' },
        { level: 2, label: 'Good', meaning: 'It is good.' },
      ],
    },
  ],
  sections: [
    {
      ...{ shape: 'items', key: '1', title: 'Funds', shortTitle: 'Funds', introduction: 'What there is to be spent.' },
      fields: [
        known,
        { ...{ kind: 'text', key: 'source', heading: 'Source', prompt: 'Who says so.' }, onlyIf: ifKnown },
      ],
      checks: [
        {
          is: 'at-most',
          sum: [{ total: 'price', in: 'projects', when: capital }],
          to: { item: '1.1.1', field: 'budget' },
        },
      ],
      activities: [
        {
          ...{ key: '1.1', title: 'Amounts' },
          items: [item('1.1.1', { fields: [money('budget', 'Budget')] }), item('1.1.2')],
        },
      ],
    },
    {
      ...{ shape: 'items', key: '2', title: 'Services', shortTitle: 'Services', introduction: 'What services cost.' },
      fields: [
        {
          ...{ kind: 'score', key: 'score', heading: 'Level', prompt: 'Choose.', scale: 'levels' },
          notApplicable: { label: 'Not applicable', reasonIn: 'note' },
        },
        money('cost', 'Cost'),
        { kind: 'text', key: 'note', heading: 'Note', prompt: 'Anything else.' },
      ],
      checks: [
        {
          ...{ is: 'at-least', to: 10 },
          sum: [
            { item: '2.1.2', field: 'cost' },
            { item: '2.2.1', field: 'cost' },
          ],
        },
      ],
      activities: [
        { key: '2.1', title: 'Homes', items: [item('2.1.1'), item('2.1.2', { optional: true })] },
        {
          ...{ key: '2.2', title: 'Clinics' },
          items: [item('2.2.1', { onlyIf: { item: '1.1.1', field: 'known', is: ['Yes'] } })],
        },
      ],
    },
    {
      ...{ shape: 'entries', key: 'projects', title: 'Projects', shortTitle: 'Projects', entry: 'project' },
      ...{ introduction: 'What is planned.', required: 0, rows: 3 },
      onlyIf: { item: '1.1.2', field: 'known', is: ['Yes'] },
      fields: [
        { kind: 'text', key: 'name', heading: 'Name', prompt: 'What it is called.' },
        { kind: 'choice', key: 'kind', heading: 'Kind', prompt: 'Which it is.', options: ['Capital', 'Revenue'] },
        money('price', 'Price'),
        { ...money('grant', 'Grant'), onlyIf: capital },
        {
          ...{ kind: 'yes-no', key: 'paid', heading: 'Paid', prompt: 'Has it been paid?' },
          onlyIf: { field: 'grant', is: [0, 5] },
        },
      ],
      checks: [{ is: 'at-most', sum: ['price'], to: { item: '1.1.1', field: 'budget' } }],
    },
    {
      ...{ shape: 'items', key: '3', title: 'Sums', shortTitle: 'Sums', introduction: 'What it comes to.' },
      fields: [{ kind: 'text', key: 'remark', heading: 'Remark', prompt: 'Anything.' }],
      checks: [{ is: 'equal', sum: ['all'], to: { item: '1.1.1', field: 'budget' } }],
      activities: [
        {
          ...{ key: '3.1', title: 'All' },
          items: [
            item('3.1.1', {
              fields: [
                total('services', 'All services', 'cost', '2'),
                total('homes', 'All homes', 'cost', '2.1'),
                total('projects', 'All projects', 'price', 'projects'),
                total('grants', 'All grants', 'grant', 'projects'),
                {
                  ...{ kind: 'computed', key: 'all', heading: 'All', prompt: 'Both.', as: 'money' },
                  ...{ by: 'sum', of: ['services', 'projects'] },
                },
              ],
            }),
          ],
        },
      ],
    },
  ],
  scorecard: {
    scale: 'levels',
    rule: { minimumCoverage: 0.5, redFromLowestShare: 0.5, greenAboveHighestShare: 0.5 },
    views: [{ key: 'parts', title: 'Parts', by: 'section' }],
  },
});
