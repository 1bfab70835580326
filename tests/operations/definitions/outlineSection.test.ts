import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument, Section } from '../../../src/instrument/model/schema.ts';
import { outlineSection } from '../../../src/operations/definitions/outlineSection.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';

const plans: Section = {
  shape: 'items',
  key: 'plans',
  title: 'Plans',
  shortTitle: 'Plans',
  introduction: 'All about plans.',
  onlyIf: { partner: 'kind', is: ['Trust'] },
  fields: [
    { kind: 'score', key: 'level', heading: 'Level', prompt: 'Choose.', scale: 'achievement' },
    { kind: 'text', key: 'note', heading: 'Note', prompt: 'Why.' },
    {
      ...{ kind: 'number', key: 'cost', heading: 'Cost', prompt: 'In pounds.', as: 'money' },
      ...{ usualGreatest: 500, reasonIn: 'note', given: { from: 'last-round' } },
    },
    {
      ...{ kind: 'number', key: 'paid', heading: 'Paid', prompt: 'In pounds.', as: 'money' },
      onlyIf: { item: '1.1.1', field: 'score', is: [3] },
    },
  ],
  rules: [
    { when: { field: 'level', is: [1, 2] }, needs: ['note', 'cost'] },
    { when: { field: 'level', is: [3] }, excludes: [{ field: 'note', is: ['None'] }] },
  ],
  checks: [
    { is: 'at-most', sum: ['paid'], to: 'cost', when: { field: 'level', is: [3] } },
    { is: 'jump', figure: 'cost', beyond: 20, reasonIn: 'note' },
  ],
  activities: [
    {
      key: '3.1',
      title: 'Money',
      onlyIf: { item: '1.1.2', field: 'score', is: [1, 2] },
      items: [
        {
          ...{ key: '3.1.1', question: 'Is there a budget?', criteria: [], evidence: [] },
          ...{ groups: { subject: 'money' }, target: 2, weight: 2, optional: true },
          onlyIf: { item: '1.2.1', field: 'score', is: [3] },
          given: { cost: { from: 'partner-list', column: 'Budget' } },
        },
      ],
    },
  ],
};

const needs: Section = {
  shape: 'entries',
  key: 'needs',
  title: 'Needs found',
  shortTitle: 'Needs found',
  introduction: 'One row each.',
  entry: 'need',
  required: 2,
  rows: 5,
  fields: [
    { kind: 'text', key: 'name', heading: 'Name', prompt: 'Of the need.' },
    { kind: 'choice', key: 'kind', heading: 'Kind', prompt: 'Choose.', options: ['Urgent', 'Other'] },
    { kind: 'text', key: 'remark', heading: 'Remark', prompt: 'If any.' },
  ],
  optional: ['remark'],
  mustInclude: [{ field: 'kind', is: ['Urgent'] }],
  mustHave: [{ section: 'options', when: { field: 'method', is: ['Do nothing'] }, needs: ['risk'] }],
};

const options: Section = {
  shape: 'entries',
  key: 'options',
  title: 'Options',
  shortTitle: 'Options',
  introduction: 'One row each.',
  entry: 'option',
  required: 0,
  rows: 5,
  fields: [
    { kind: 'text', key: 'name', heading: 'Name', prompt: 'Of the need.' },
    { kind: 'choice', key: 'method', heading: 'Method', prompt: 'Choose.', options: ['Do nothing', 'Buy'] },
    { kind: 'text', key: 'risk', heading: 'Risk', prompt: 'If any.' },
  ],
  optional: ['risk'],
  belongsTo: { section: 'needs', by: ['name'] },
};

const instrument: Instrument = defineInstrument({
  ...sampleDefinition,
  sections: [...sampleDefinition.sections, plans, needs, options],
});

/** The lines of a section with `depth label: text`, those with a label given. */
const lines = (section: Section, ...labels: readonly string[]): readonly string[] =>
  outlineSection(instrument, section)
    .filter(({ label }) => labels.includes(label))
    .map(({ depth, label, text }) => `${depth} ${label}: ${text}`);

describe('the outline of a section', () => {
  test('says when the section, its activities, questions, single fields and rows are asked', () => {
    expect(lines(plans, 'Asked')).toEqual([
      '1 Asked: Only for Trust',
      '1 Asked: Paid: Only if 1.1.1 is 3 Good',
      '2 Asked: Only if 1.1.2 is 1 Weak or 2 Fair',
      '3 Asked: Only if 1.2.1 is 3 Good',
    ]);
    expect(lines({ ...needs, onlyIf: { item: '1.1.1', field: 'score', is: [3] } }, 'Asked')).toEqual([
      '1 Asked: Only if 1.1.1 is 3 Good. Otherwise leave this sheet blank.',
    ]);
  });

  test('says what the answers of a row must be to each other', () => {
    expect(lines(plans, 'Check')).toEqual([
      '1 Check: "1 Weak" or "2 Fair" under "Level" requires "Note" and "Cost"',
      '1 Check: "None" under "Note" and "3 Good" under "Level" contradict each other',
      '1 Check: Cost needs a reason under "Note" unless it is £500 or less',
      '1 Check: With "3 Good" under "Level", Paid must not be more than Cost',
      '1 Check: Cost needs a reason under "Note" if it changed by more than 20% since the last round',
    ]);
  });

  test('says which rows are needed, in the words of the checklist', () => {
    expect(lines(needs, 'Rows')).toEqual([
      '1 Rows: Fill in 2 rows, every required field',
      '1 Rows: Add a need: Kind "Urgent"',
      '1 Rows: For each row: Add to Options: Method "Do nothing", with Risk',
    ]);
    expect(lines(options, 'Rows')).toEqual(['1 Rows: Each belongs to the row of "Needs found" with the same "Name"']);
    expect(lines(options, 'Fields')).toEqual([
      '1 Fields: Name (name, text); Method (method, one of "Do nothing", "Buy"); Risk (risk, text, optional)',
    ]);
  });

  test('says where facts come from that are in cells beforehand', () => {
    expect(lines(plans, 'Given')).toEqual([
      '1 Given: Cost: answer of the last round',
      '3 Given: Cost: column "Budget" of the list of partners',
    ]);
  });

  test('gives the target of a question and how it counts', () => {
    expect(lines(plans, '3.1.1', 'Target')).toEqual([
      '2 3.1.1: Is there a budget? (optional, weight 2)',
      '3 Target: 2 Fair',
    ]);
  });
});
