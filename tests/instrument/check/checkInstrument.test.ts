import { describe, expect, test } from 'vitest';
import type { FieldPurpose, Instrument, Scale, View } from '../../../src/instrument/model/schema.ts';
import { itemsOf, tagsOf } from '../../../src/instrument/model/traverse.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import {
  changed,
  faultsOf,
  findingsIn,
  option,
  withEntries,
  withItem,
  withItems,
  withScale,
  withSections,
} from '../changedSample.ts';

describe('keys', () => {
  test('of two items are distinguished, in different sections too', () => {
    expect(faultsOf(withItem('2.1.1', { key: '1.1.1' }))).toEqual(['definition.duplicate-key 1.1.1']);
  });

  test('of scales, sections, activities, views, groups, fields and resource lists are distinguished', () => {
    const { scales, sections, scorecard, resources } = sampleDefinition;
    expect(faultsOf(changed({ scales: [...scales, ...scales] }))).toEqual(['definition.duplicate-key achievement']);
    expect(faultsOf(changed({ resources: [...resources, ...resources] }))).toEqual([
      'definition.duplicate-key websites',
    ]);
    expect(
      faultsOf(changed({ scorecard: { ...scorecard, views: [...scorecard.views, ...scorecard.views.slice(0, 1)] } })),
    ).toEqual(['definition.duplicate-key cycle']);
    expect(faultsOf(changed({ sections: [...sections, ...sections.slice(2)] }))).toEqual([
      'definition.duplicate-key participants',
    ]);
    expect(
      faultsOf(
        withSections((section) => ({
          ...section,
          activities: section.activities.map((one) => ({ ...one, key: '9.9' })),
        })),
      ),
    ).toEqual(['definition.duplicate-key 9.9']);
    const [cycle, subject] = scorecard.views;
    const twice = subject?.by === 'group' ? [{ ...subject, groups: [...subject.groups, ...subject.groups] }] : [];
    expect(
      faultsOf(changed({ scorecard: { ...scorecard, views: [...(cycle === undefined ? [] : [cycle]), ...twice] } })),
    ).toEqual(['definition.duplicate-key subject', 'definition.duplicate-key subject']);
    expect(
      faultsOf(withEntries((section) => ({ ...section, fields: [...section.fields, ...section.fields] }))),
    ).toEqual(['definition.duplicate-key participants', 'definition.duplicate-key participants']);
  });

  test.each(['1.2.', '.1', '1..2', 'Needs', '1 2', 'é', '', '1_2'])('%j has the wrong shape', (key) => {
    expect(faultsOf(withItem('1.1.2', { key }))).toEqual([`definition.invalid ${key}`]);
  });

  test.each(['1.2.3', '1', 'a', 'quality-and-safety', '1a.2-b'])('%j has the right shape', (key) => {
    expect(faultsOf(withItem('1.1.2', { key }))).toEqual([]);
  });
});

describe('what is named', () => {
  test('must be an existing scale; otherwise the criteria are not checked', () => {
    const misnamed = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.kind === 'score' ? { ...field, scale: 'achievment' } : field)),
    }));
    expect(faultsOf(misnamed)).toEqual([
      'definition.unknown-reference 1 score',
      'definition.unknown-reference 2 score',
    ]);
  });

  test('must be an existing scale, for the scorecard too', () => {
    const scorecard = { ...sampleDefinition.scorecard, scale: 'other' };
    expect(faultsOf(changed({ scorecard }))).toEqual(['definition.unknown-reference scorecard']);
  });

  test.each(['reasons', 'due', 'score'])('must be a text field for the reason, not %j', (reasonIn) => {
    const misnamed = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.kind === 'score' ? { ...field, notApplicable: { label: 'Not applicable', reasonIn } } : field,
      ),
    }));
    expect(faultsOf(misnamed)).toEqual([
      'definition.unknown-reference 1 score',
      'definition.unknown-reference 2 score',
    ]);
  });

  test('must be a group of the view', () => {
    expect(faultsOf(withItem('1.2.1', { groups: { subject: 'persons' } }))).toEqual([
      'definition.unknown-reference 1.2.1',
    ]);
  });

  test('must be a view that has groups', () => {
    expect(faultsOf(withItem('1.2.1', { groups: { subject: 'people', cycle: '1' } }))).toEqual([
      'definition.unknown-reference 1.2.1',
    ]);
  });

  test('an item belongs to a group of every view that has them', () => {
    expect(faultsOf(withItem('1.2.1', { groups: {} }))).toEqual(['definition.ungrouped 1.2.1']);
  });
});

describe('keys that name what every object has', () => {
  const { scorecard, sections } = sampleDefinition;
  const groups = [{ key: 'to-string', title: 'All', meaning: 'All of them.' }];
  const views = [{ key: 'constructor', title: 'Builders', by: 'group', groups }] as const;
  const named = { ...withItems((item) => ({ ...item, groups: {} })), scorecard: { ...scorecard, views } };

  test('are no groups of an item', () => {
    expect(new Set(faultsOf(named).map((fault) => fault.split(' ')[0]))).toEqual(new Set(['definition.ungrouped']));
  });

  test('are no tags of an item', () => {
    const [context] = itemsOf(withItems((item) => ({ ...item, tags: { phase: ['plan'] } })));
    expect(context && tagsOf(context, 'constructor')).toEqual([]);
  });

  test('are no answers of the worked example', () => {
    const fields = [{ kind: 'date', key: 'constructor', heading: 'Day', prompt: 'The day.' }] as const;
    const entries = sections.flatMap((one) =>
      one.shape === 'entries' ? [{ ...one, key: 'constructor', fields }] : [],
    );
    const example = { introduction: 'Made up.', items: {}, entries: {} };
    const definition = changed({ sections: [...sections, ...entries] });
    expect(faultsOf({ ...definition, example })).toEqual([]);
    expect(faultsOf({ ...definition, example: { ...example, entries: { constructor: [{}] } } })).toEqual([]);
  });
});

describe('levels', () => {
  const criteria = (...levels: number[]) => levels.map((level) => ({ level, text: `Level ${level}.` }));

  test.each([[[]], [[1, 2]], [[1, 3]], [[3, 2, 1]], [[1, 2, 3, 4]], [[1, 1, 2, 3]]])(
    'the criteria %j do not match a scale of 1, 2, 3',
    (levels) => {
      expect(faultsOf(withItem('1.1.2', { criteria: criteria(...levels) }))).toEqual([
        'definition.criteria-levels 1.1.2',
      ]);
    },
  );

  test.each([[[3, 1, 2]], [[1, 3, 2]], [[1, 2, 2]]])('of a scale may not run %j', (levels) => {
    const { scales } = withScale({
      options: levels.map((level, index) => ({ ...option(level), label: `Option ${index}` })),
    });
    expect(faultsOf({ ...withItems((one) => ({ ...one, criteria: [] })), scales })).toEqual([
      'definition.levels-out-of-order achievement',
    ]);
  });

  test('belong to one score field of a section', () => {
    const two = withSections((section) => ({
      ...section,
      fields: section.fields.flatMap((field) =>
        field.kind === 'score' && section.key === '2' ? [field, { ...field, key: 'then' }] : [field],
      ),
    }));
    expect(faultsOf(two)).toEqual(['definition.two-score-fields 2']);
  });
});

describe('conditions on a score', () => {
  const when = (is: readonly (number | string)[]): Instrument =>
    withSections((section) => ({
      ...section,
      ...(section.key === '1' ? { rules: [{ when: { field: 'score', is }, needs: ['evidence'] }] } : {}),
    }));

  test.each([
    [[1, 3], 0],
    [[4], 1],
    [['Good'], 1],
    [['1', 0], 2],
  ])('name levels of its scale, not %j', (is, faults) => {
    expect(faultsOf(when(is))).toEqual(Array(faults).fill('definition.unknown-level 1 score'));
  });
});

describe('rows and purposes', () => {
  test('no more rows are required than there are', () => {
    expect(faultsOf(withEntries((section) => ({ ...section, required: 3 })))).toEqual([]);
    const [found, ...others] = findingsIn(withEntries((section) => ({ ...section, required: 4 })));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'definition.invalid',
      place: { key: 'participants' },
      facts: { path: 'required', value: '4' },
    });
  });

  const purposed = (key: string, purpose: FieldPurpose): Instrument =>
    withSections((section) => ({
      ...section,
      fields: section.fields
        .filter((field) => section.key === '2' || key !== 'due' || !('purpose' in field) || field.purpose !== purpose)
        .map((field) =>
          section.key === '1' && field.key === key && (field.kind === 'text' || field.kind === 'date')
            ? { ...field, purpose }
            : field,
        ),
    }));

  test('two fields of a section have different purposes', () => {
    expect(faultsOf(purposed('action', 'evidence'))).toEqual(['definition.purpose-twice 1']);
  });

  test('a date is only for when something is due', () => {
    expect(faultsOf(purposed('due', 'lead'))).toEqual(['definition.invalid 1 due']);
  });

  test('a text may say when something is due', () => {
    const written = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.key === 'due' ? { ...field, kind: 'text' as const, purpose: 'due' as const } : field,
      ),
    }));
    expect(faultsOf(written)).toEqual([]);
  });
});

describe('a scorecard', () => {
  const { scorecard, scales } = sampleDefinition;
  const phases = [{ key: 'phases', title: 'Phases', terms: [{ key: 'plan', title: 'Plan' }] }];
  const byPhase: View = { key: 'by-phase', title: 'By phase', by: 'tag', vocabulary: 'phases' };
  const views = [...scorecard.views, byPhase];

  test('has a scale that questions are scored by', () => {
    const other: Scale = { key: 'other', title: 'Other', options: [option(1), option(2)] };
    const definition = changed({ scales: [...scales, other], scorecard: { ...scorecard, scale: 'other' } });
    expect(faultsOf(definition)).toEqual(['definition.scorecard-empty scorecard']);
  });

  test('has questions in a view by terms', () => {
    const definition = { vocabularies: phases, scorecard: { ...scorecard, views } };
    expect(faultsOf(changed(definition))).toEqual(['definition.view-empty by-phase']);
    const tagged = withItems((one) => (one.key === '1.1.1' ? { ...one, tags: { phases: ['plan'] } } : one));
    expect(faultsOf({ ...tagged, ...definition })).toEqual([]);
  });
});
