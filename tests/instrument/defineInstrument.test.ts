import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { type Finding, FindingsError } from '../../src/finding/index.ts';
import { defineInstrument, parseInstrument } from '../../src/instrument/defineInstrument.ts';
import { fingerprint } from '../../src/instrument/model/fingerprint.ts';
import type {
  EntriesSection,
  Example,
  FieldPurpose,
  Instrument,
  Item,
  ItemsSection,
  Reference,
  Scale,
  View,
} from '../../src/instrument/model/schema.ts';
import { itemsOf, tagsOf } from '../../src/instrument/model/traverse.ts';
import { checkFit } from '../../src/workbook/layout/checkFit.ts';
import { answerName, entryName } from '../../src/workbook/layout/layout.ts';
import { sampleDefinition } from '../sampleInstrument.ts';

/** A fault as `code key`, with what tells it from others of its code. */
const faultsOf = (definition: unknown): readonly string[] =>
  findingsIn(definition).map(({ code, place }) => `${code} ${place.key ?? '-'}`);

function findingsIn(definition: unknown): readonly Finding[] {
  try {
    parseInstrument(definition);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    return failure.findings;
  }
  return [];
}

/** The sample with some of its parts changed. */
const changed = (changes: Partial<Instrument>): Instrument => ({ ...sampleDefinition, ...changes });

const withItems = (change: (item: Item) => Item): Instrument =>
  withSections((section) => ({
    ...section,
    activities: section.activities.map((activity) => ({ ...activity, items: activity.items.map(change) })),
  }));

const withSections = (change: (section: ItemsSection) => ItemsSection): Instrument =>
  changed({
    sections: sampleDefinition.sections.map((section) => (section.shape === 'items' ? change(section) : section)),
  });

const withEntries = (change: (section: EntriesSection) => EntriesSection): Instrument =>
  changed({
    sections: sampleDefinition.sections.map((section) => (section.shape === 'entries' ? change(section) : section)),
  });

const withItem = (key: string, changes: Partial<Item>): Instrument =>
  withItems((item) => (item.key === key ? { ...item, ...changes } : item));

const withScale = (changes: Partial<Scale>): Instrument =>
  changed({ scales: sampleDefinition.scales.map((scale) => ({ ...scale, ...changes })) });

const option = (level: number) => ({ level, label: `Level ${level}`, meaning: 'It means something.' });

describe('a definition without faults', () => {
  test('is given back as it is', () => {
    expect(defineInstrument(sampleDefinition)).toEqual(sampleDefinition);
  });

  test('is frozen to its leaves', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(defineInstrument(sampleDefinition))).toBe(true);
  });

  test('leaves the object that it was given alone', () => {
    const given = structuredClone(sampleDefinition);
    defineInstrument(given);
    expect(Object.isFrozen(given)).toBe(false);
  });
});

describe('keys', () => {
  test('of two items are told apart, in different sections too', () => {
    expect(faultsOf(withItem('2.1.1', { key: '1.1.1' }))).toEqual(['definition.duplicate-key 1.1.1']);
  });

  test('of scales, sections, activities, views, groups, fields and resource lists are told apart', () => {
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
  test('must be a scale that there is, and the criteria are then not judged', () => {
    const misnamed = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.kind === 'score' ? { ...field, scale: 'achievment' } : field)),
    }));
    expect(faultsOf(misnamed)).toEqual([
      'definition.unknown-reference 1 score',
      'definition.unknown-reference 2 score',
    ]);
  });

  test('must be a scale that there is, for the scorecard too', () => {
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

describe('words to choose from', () => {
  const labelled = (first: string, second: string): Instrument =>
    withScale({
      options: [option(1), { ...option(2), label: first }, { ...option(3), label: second }],
    });

  test.each([
    ['Yes', 'yes'],
    ['Very  good', ' very good '],
    ['Fair', '2'],
    ['1', 'Good'],
  ])('%j and %j in one scale cannot be told apart', (first, second) => {
    expect(faultsOf(labelled(first, second))).toEqual(['definition.words-clash achievement']);
  });

  test('may be the number of their own level', () => {
    expect(faultsOf(labelled('2', '3'))).toEqual([]);
  });

  test.each([
    [['a', 'b', 'A '], ['definition.words-clash participants chosen']],
    [['a', 'b', 'ab'], []],
  ])('the options %j of a choice', (options, expected) => {
    const chosen = { kind: 'choice', key: 'chosen', heading: 'Chosen', prompt: 'Choose.', options } as const;
    expect(faultsOf(withEntries((section) => ({ ...section, fields: [...section.fields, chosen] })))).toEqual(expected);
  });

  test.each([
    ['good', 2],
    ['2', 2],
    ['n/a', 0],
    ['4', 0],
  ])('"not applicable" may be called %j, with %i faults', (label, faults) => {
    const definition = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.kind === 'score' ? { ...field, notApplicable: { label, reasonIn: 'evidence' } } : field,
      ),
    }));
    expect(faultsOf(definition)).toEqual(
      ['definition.words-clash 1 score', 'definition.words-clash 2 score'].slice(0, faults),
    );
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

describe('the worked example', () => {
  const item = (row: Example['items'][string]) =>
    faultsOf(changed({ example: { introduction: 'Made up.', items: { '1.1.1': row }, entries: {} } }));

  test('may answer every kind of field', () => {
    expect(item({ score: 3, evidence: 'Minutes', due: '2024-02-29' })).toEqual([]);
  });

  test.each([
    ['a level that the scale has not', { score: 4 }],
    ['words for a level', { score: 'Good' }],
    ['a day that is in no calendar', { due: '2023-02-29' }],
    ['a day as people write it', { due: '29/02/2024' }],
    ['a number for a day', { due: 45_000 }],
    ['an empty text', { evidence: ' ' }],
  ])('may not answer with %s', (_what, row) => {
    expect(item(row)).toEqual(['definition.example-answer example 1.1.1']);
  });

  test('chooses from the words of a choice', () => {
    const [section] = needsOutcomesOptions.sections;
    const row = (domain: string) => ({ introduction: 'Made up.', items: {}, entries: { needs: [{ domain }] } });
    expect(section?.key).toBe('needs');
    expect(faultsOf({ ...needsOutcomesOptions, example: row('Housing') })).toEqual([
      'definition.example-answer example needs row 1',
    ]);
    expect(faultsOf({ ...needsOutcomesOptions, example: row('Parenting capacity: stability') })).toEqual([]);
  });

  test('has no more rows than the section', () => {
    const entries = (rows: number) => ({ participants: Array.from({ length: rows }, () => ({ name: 'Somebody' })) });
    const example = (rows: number) => ({ introduction: 'Made up.', items: {}, entries: entries(rows) });
    expect(faultsOf(changed({ example: example(3) }))).toEqual([]);
    expect(faultsOf(changed({ example: example(4) }))).toEqual(['definition.invalid participants']);
  });
});

describe('wording', () => {
  test.each(['', ' ', '\n\t'])('is never empty: %j', (question) => {
    expect(faultsOf(withItem('1.1.1', { question }))).toEqual(['definition.invalid 1.1.1']);
  });

  test.each(['www.example.org', 'ftp://example.org', 'javascript:alert(1)', 'http//example.org', ''])(
    'a link is a whole address, not %j',
    (link) => {
      const [list] = sampleDefinition.resources;
      const resources = list === undefined ? [] : [{ ...list, entries: [{ title: 'An example', link }] }];
      expect(faultsOf(changed({ resources }))).toEqual(['definition.invalid websites']);
    },
  );

  test('is no longer than a cell holds', () => {
    expect(faultsOf(withItem('1.1.1', { question: 'x'.repeat(32_768) }))).toEqual(['definition.invalid 1.1.1']);
  });
});

describe('several faults', () => {
  test('are told all at once, each with the key of its part', () => {
    const definition = withItems((item) => {
      switch (item.key) {
        case '1.1.1':
          return { ...item, question: '' };
        case '1.1.2':
          return { ...item, groups: {} };
        case '1.2.1':
          return { ...item, criteria: item.criteria.slice(1) };
        case '2.1.1':
          return { ...item, key: '2.1.2' };
        default:
          return item;
      }
    });
    const scorecard = { ...sampleDefinition.scorecard, scale: 'other' };
    expect(faultsOf({ ...definition, title: '', colour: 'red', scorecard }).toSorted()).toEqual([
      'definition.criteria-levels 1.2.1',
      'definition.duplicate-key 2.1.2',
      'definition.invalid 1.1.1',
      'definition.invalid sample',
      'definition.invalid sample',
      'definition.ungrouped 1.1.2',
      'definition.unknown-reference scorecard',
    ]);
  });

  test.each([
    ['field', { field: 'gaps', is: ['No gap'] }, 'definition.unknown-reference', 'gaps'],
    ['option', { field: 'gap', is: ['No gap', 'No hole'] }, 'definition.unknown-reference', 'No hole'],
    ['level', { field: 'effectiveness', is: [5, 6] }, 'definition.unknown-level', 6],
  ])('an excluded answer names a known %s', (_what, excluded, code, named) => {
    const sections = needsOutcomesOptions.sections.map((section) =>
      section.key === 'options'
        ? { ...section, rules: [{ when: { field: 'preferred', is: ['No'] }, needs: ['gap'], excludes: [excluded] }] }
        : section,
    );
    const findings = findingsIn({ ...needsOutcomesOptions, sections });
    expect(findings).toMatchObject([{ code, facts: { named } }]);
  });

  test('of structure are told all at once', () => {
    const { title: _title, ...untitled } = sampleDefinition;
    const definition = { ...untitled, scales: undefined, sections: [{ shape: 'circle', key: '1' }, 'text'] };
    const faults = faultsOf(definition);
    expect(faults).toHaveLength(4);
    expect(faults).toContain('definition.invalid 1');
  });

  const { title: _title, strapline: _strapline, ...unnamed } = withItem('1.2.1', { groups: { subject: 'persons' } });
  const untold = (part: Readonly<Record<string, unknown>>, name: string) =>
    Object.fromEntries(Object.entries(part).filter(([other]) => other !== name));

  test('of structure do not hide what is wrong elsewhere', () => {
    expect(faultsOf(unnamed)).toEqual([
      'definition.invalid sample',
      'definition.invalid sample',
      'definition.unknown-reference 1.2.1',
    ]);
  });

  test.each([
    ['question', ['definition.invalid 2.1.1', 'definition.duplicate-key 1.1.1']],
    ['key', ['definition.invalid 2.1', 'definition.duplicate-key 1.1.1']],
    ['criteria', ['definition.invalid 2.1.1', 'definition.duplicate-key 1.1.1']],
    ['groups', ['definition.invalid 2.1.1', 'definition.duplicate-key 1.1.1']],
  ])('an item without %s hides nothing, and nothing is told because of it', (name, expected) => {
    const { sections } = withItem('1.1.2', { key: '1.1.1' });
    const gappy = sections.map((section) =>
      section.shape === 'entries'
        ? section
        : {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => (item.key === '2.1.1' ? untold(item, name) : item)),
            })),
          },
    );
    expect(faultsOf({ ...sampleDefinition, sections: gappy })).toEqual(expected);
  });

  test('of any structure are told, whatever stands in place of whatever', () => {
    const spoilt = (value: unknown, steps: readonly number[], junk: unknown): unknown => {
      const [step, ...rest] = steps;
      if (step === undefined || typeof value !== 'object' || value === null) return junk;
      const entries = Object.entries(value);
      const at = step % Math.max(1, entries.length);
      const changed = entries.map(
        ([name, part], index) => [name, index === at ? spoilt(part, rest, junk) : part] as const,
      );
      return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
    };
    const junk = fc.constantFrom(undefined, null, [], {}, [null], { key: 'x' }, true);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        junk,
        (paths, value) => {
          const definition = paths.reduce<unknown>((whole, steps) => spoilt(whole, steps, value), sampleDefinition);
          for (const { message } of findingsIn(definition)) expect(message).not.toContain('\u0000');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what names a part that cannot be read is not told', () => {
    const { resources, scorecard } = sampleDefinition;
    const scales = [{ key: 'achievement', title: 'Achievement', options: [{ level: 'one' }, option(2)], chosenBy: 7 }];
    const faults = faultsOf({
      ...sampleDefinition,
      scales,
      resources: [...resources, ...resources],
      scorecard: { ...scorecard, scale: 'achievement' },
    });
    expect(new Set(faults)).toEqual(new Set(['definition.invalid achievement', 'definition.duplicate-key websites']));
  });

  test.each([[undefined], [null], [[]], ['text'], [{}], [7]])('%j is no instrument', (data) => {
    expect(faultsOf(data).length).toBeGreaterThan(0);
  });

  test('the finding says where in the definition, what stands there and what the rule is', () => {
    const expected = {
      code: 'definition.invalid',
      place: { key: '1.2.1' },
      facts: { path: 'sections.0.activities.1.items.0.evidence.1', value: '" "', rule: 'write some text' },
    };
    expect(() => defineInstrument(withItem('1.2.1', { evidence: ['Minutes', ' '] }))).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining(expected)] }),
    );
  });
});

describe('the words for a fault of shape', () => {
  const rulesOf = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    findingsIn({ ...sampleDefinition, ...changes }).map(({ message }) => message);
  const entries = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    rulesOf({
      sections: sampleDefinition.sections.map((one) => (one.shape === 'entries' ? { ...one, ...changes } : one)),
    });

  test.each([
    [rulesOf({ strapline: undefined }), 'strapline is missing: write some text.'],
    [rulesOf({ resources: null }), 'resources is null: write a list.'],
    [rulesOf({ sections: [] }), 'sections is []: list at least one.'],
    [
      rulesOf({
        sections: sampleDefinition.sections.map((section) => ({
          ...section,
          rules: [{ when: { field: section.fields[0]?.key ?? '', is: [1] } }],
        })),
      }),
      'sections.0.rules.0.needs is missing: say what the answer needs or excludes.',
    ],
    [rulesOf({ language: 'English' }), 'language is "English": write the code of a language, as in en or en-GB.'],
    [rulesOf({ aboutPeople: 'yes' }), 'aboutPeople is "yes": write true or false, without quotes.'],
    [entries({ rows: '3' }), 'sections.2.rows is "3": a number is meant, so take the quotes away.'],
    [entries({ rows: 'three' }), 'sections.2.rows is "three": write a number.'],
    [entries({ required: -1 }), 'sections.2.required is -1: write 0 or more.'],
    [entries({ shape: 'entry' }), 'sections.2.shape is "entry": write one of: "items", "entries".'],
    [
      entries({ shortitle: 'x' }),
      'sections.2.shortitle is "x": no property of that name belongs there: write shortTitle, if that is meant.',
    ],
    [rulesOf({ colour: 1 }), 'colour is 1: no property of that name belongs there: take it out, or correct the name.'],
    [
      rulesOf({
        references: [{ key: 'r', title: 'R', shortTitle: 'R', introduction: 'I', columns: ['A'], rows: [[[]]] }],
      }),
      'references.0.rows.0.0 is []: write some text or a part with properties of its own.',
    ],
  ])('%#', (messages, expected) => {
    expect(messages[0]?.replace(/ The same in .*/, '')).toBe(expected);
    for (const message of messages)
      expect(message).not.toMatch(/expected|received|invalid|must match|too (?:big|small)/i);
  });

  test('say so where nothing of the kind is defined', () => {
    const [, found] = findingsIn(changed({ scales: [], scorecard: sampleDefinition.scorecard }));
    expect(found?.message).toContain('No scale is defined.');
  });
});

describe('half a character, which no workbook can hold,', () => {
  const half = 'Plan \ud83d of action';
  const rule = 'take out what is only half a character, such as \\ud83d, or write the whole one.';

  test.each<[string, unknown, string]>([
    ['in the words of a question', withItem('1.1.1', { question: half }), 'sections.0.activities.0.items.0.question'],
    ['in a title', changed({ title: half }), 'title'],
    [
      'in a table for reference',
      changed({
        references: [{ key: 'r', title: 'R', shortTitle: 'R', introduction: 'I', columns: ['A'], rows: [[half]] }],
      }),
      'references.0.rows.0.0',
    ],
    ['in branding', changed({ branding: { name: half } }), 'branding.name'],
  ])('%s is an error', (_where, definition, path) => {
    expect(findingsIn(definition).map(({ message }) => message)).toEqual([
      `${path} is "Plan \\ud83d of action": ${rule}`,
    ]);
  });

  test('is one in an address too', () => {
    const resources = [{ key: 'w', title: 'W', entries: [{ title: 'Plan', link: 'https://a.example/\ud83d' }] }];
    expect(faultsOf(changed({ resources }))).toEqual(['definition.invalid w']);
  });

  test('is one only without its other half', () => {
    expect(faultsOf(withItem('1.1.1', { question: 'Plan \ud83d\ude00 of action' }))).toEqual([]);
  });
});

describe('the fingerprint', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, reversed(part)]),
    );
  };

  test('is sixteen hexadecimal digits', () => {
    expect(fingerprint(sampleDefinition)).toMatch(/^[0-9a-f]{16}$/);
  });

  test('does not depend on the order in which properties are written', () => {
    expect(fingerprint(parseInstrument(reversed(sampleDefinition)))).toBe(fingerprint(sampleDefinition));
  });

  test('changes with any wording, rule or order of parts', () => {
    const { scorecard, sections } = sampleDefinition;
    const others = [
      changed({ strapline: 'Made up for the tests!' }),
      withItem('2.1.2', { question: 'How good is 2.1.2 ?' }),
      withItem('2.1.2', { evidence: ['Plans', 'Minutes'] }),
      withScale({ title: 'Achievements' }),
      changed({ scorecard: { ...scorecard, rule: { ...scorecard.rule, minimumCoverage: 0.7 } } }),
      changed({ sections: sections.toReversed() }),
      withEntries((section) => ({ ...section, rows: 4 })),
    ];
    const fingerprints = [sampleDefinition, ...others].map(fingerprint);
    expect(new Set(fingerprints).size).toBe(others.length + 1);
  });
});

describe('whether it fits into a workbook', () => {
  const fitOf = (definition: Instrument): readonly string[] =>
    checkFit(defineInstrument(definition)).map(({ code, place }) => `${code} ${place.key}`);

  const called = (key: string, shortTitle: string): Instrument =>
    withSections((section) => (section.key === key ? { ...section, shortTitle } : section));

  test('the sample does', () => {
    expect(fitOf(sampleDefinition)).toEqual([]);
  });

  test('a sheet name has at most 31 characters, the number of the section among them', () => {
    expect(fitOf(called('1', 'x'.repeat(29)))).toEqual([]);
    expect(fitOf(called('1', 'x'.repeat(30)))).toEqual(['definition.sheet-name 1']);
  });

  test.each(['a[b', 'a]b', 'a:b', 'a*b', 'a?b', 'a/b', 'a\\b', "a'b"])('no sheet is called %j', (title) => {
    expect(fitOf(called('2', title))).toEqual(['definition.sheet-name 2']);
  });

  test.each(['Cover', 'scorecard', 'STAMP', 'History'])(
    'a section of entries is not called %j, as another sheet is',
    (shortTitle) => {
      expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
        'definition.sheet-name participants',
      ]);
    },
  );

  test('two sheets with one name are told, when only the case differs too', () => {
    const shortTitle = '1 NEEDS';
    expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
      'definition.sheet-name participants',
    ]);
  });

  test('two columns with one heading are told, also where the workbook brings one of them', () => {
    const fields = [{ kind: 'text', key: 'number', heading: 'no.', prompt: 'Any number.' }] as const;
    expect(fitOf(withEntries((section) => ({ ...section, fields })))).toEqual([
      'definition.heading-clash participants',
    ]);
  });

  test('keys that make one cell name are told', () => {
    expect(fitOf(withItem('1.1.2', { key: '1-1.1' }))).toEqual(Array(5).fill('definition.name-clash 1-1.1'));
  });

  test('a cell name has at most 255 characters', () => {
    const key = 'x'.repeat(243);
    // Of the five fields, score, evidence and action have the longest keys.
    expect(fitOf(withItem('1.1.2', { key }))).toEqual(Array(3).fill(`definition.too-long ${key}`));
  });

  const withReferences = (...references: readonly Partial<Reference>[]): Instrument =>
    changed({
      references: references.map((reference, index) => ({
        key: `table-${index + 1}`,
        title: 'A table',
        shortTitle: `Table ${index + 1}`,
        introduction: 'To look up.',
        columns: ['Term', 'Meaning'],
        rows: [['PCT', 'Primary care trust']],
        ...reference,
      })),
    });

  test('a table for reference does', () => {
    expect(fitOf(withReferences({}, {}))).toEqual([]);
  });

  test.each([
    ['too long', [{ shortTitle: 'x'.repeat(32) }], 'definition.sheet-name table-1'],
    ['with a forbidden character', [{ shortTitle: 'a/b' }], 'definition.sheet-name table-1'],
    ['that a sheet of every workbook has', [{ shortTitle: 'resources' }], 'definition.sheet-name table-1'],
    ['that a section has', [{ shortTitle: '1 needs' }], 'definition.sheet-name table-1'],
    ['that another table has', [{ shortTitle: 'Terms' }, { shortTitle: 'terms' }], 'definition.sheet-name table-2'],
  ])('the sheet of a table for reference has no name %s', (_what, references, expected) => {
    expect(fitOf(withReferences(...references))).toEqual([expected]);
  });

  test('two headings of a table for reference that are alike are told', () => {
    const columns = ['Term', 'TERM'];
    expect(fitOf(withReferences({ columns }))).toEqual(['definition.heading-clash table-1']);
  });

  test('a level that is chosen by its label is not called as another column of the scorecard', () => {
    const called = (label: string): Instrument =>
      withScale({ chosenBy: 'label', options: [option(1), option(2), { ...option(3), label }] });
    expect(fitOf(called('Good'))).toEqual([]);
    expect(fitOf(called('position'))).toEqual(['definition.heading-clash achievement']);
    expect(
      fitOf({
        ...called('Position'),
        ...withScale({ options: [option(1), option(2), { ...option(3), label: 'Position' }] }),
      }),
    ).toEqual([]);
  });

  test('the key of a view or of a table for reference leaves room for the name of its table', () => {
    const key = 'x'.repeat(246);
    expect(fitOf(withReferences({ key }))).toEqual([`definition.too-long ${key}`]);
    expect(fitOf(withReferences({ key: key.slice(1) }))).toEqual([]);
  });

  test('two tables for reference whose keys make one name are told', () => {
    expect(fitOf(withReferences({ key: 'a.b' }, { key: 'a-b' }))).toEqual(['definition.name-clash a-b']);
  });

  test.each(['A1', 'xfd1048576', 'R1C1', 'RC'])('no sheet is called %s, as a cell is', (shortTitle) => {
    expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
      'definition.sheet-name participants',
    ]);
  });

  test.each(['a1', 'r1c1', '1', 'xfd-1', 'c'])('the names of cells that the key %s makes are no addresses', (key) => {
    for (const name of [answerName(key, 'a1'), entryName(key, 1, 'c')]) expect(name).toMatch(/^answer_\w+$/);
  });

  test('a list that stands in one cell has at most 32,767 characters, with its bullets', () => {
    const half = 'x'.repeat(16_381);
    // Two bullets, two spaces and a line break.
    expect(fitOf(withItem('1.1.2', { evidence: [half, half] }))).toEqual([]);
    expect(fitOf(withItem('1.1.2', { evidence: [half, `${half}x`] }))).toEqual(['definition.too-long 1.1.2']);
    const guidance = [half, half, 'x'];
    expect(fitOf(withItem('1.1.2', { guidance }))).toEqual(['definition.too-long 1.1.2']);
  });

  test('texts are named with their limits: 32,767 characters of a cell, 255 of a prompt', () => {
    const evidence = ['x'.repeat(32_768)];
    const [text] = findingsIn(withItem('1.1.2', { evidence }));
    expect(text?.message).toContain('32,767');
    expect(text?.place.key).toBe('1.1.2');
    const [prompt] = findingsIn(
      withEntries((section) => ({
        ...section,
        fields: section.fields.map((field) => ({ ...field, prompt: 'x'.repeat(256) })),
      })),
    );
    expect(prompt?.message).toContain('255');
    expect(prompt?.place.key).toBe('name');
  });

  test('more than 2,000 questions do, with a warning', () => {
    const section = withEntries((one) => one).sections[0];
    const [activity] = section?.shape === 'items' ? section.activities : [];
    const [first] = activity?.items ?? [];
    if (section?.shape !== 'items' || activity === undefined || first === undefined) throw new Error('No such item');
    const of = (count: number): Instrument => ({
      ...sampleDefinition,
      sections: [
        {
          ...section,
          activities: [
            { ...activity, items: Array.from({ length: count }, (_, index) => ({ ...first, key: `q${index}` })) },
          ],
        },
      ],
    });
    expect(fitOf(of(2000))).toEqual([]);
    const found = checkFit(defineInstrument(of(5000)));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['definition.many-items', 'warning']]);
  });
});

test.each(['con', 'nul.2026', 'x'.repeat(61)])(
  'an instrument cannot have the key %s, as files bear its name',
  (key) => {
    expect(() => defineInstrument({ ...sampleDefinition, key })).toThrow(`key is "${key.slice(0, 60)}`);
  },
);
