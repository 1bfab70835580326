import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { type Finding, FindingsError } from '../../src/finding.ts';
import { defineInstrument, parseInstrument } from '../../src/instrument/defineInstrument.ts';
import { fingerprint } from '../../src/instrument/fingerprint.ts';
import type {
  EntriesSection,
  Example,
  Instrument,
  Item,
  ItemsSection,
  Reference,
  Scale,
} from '../../src/instrument/schema.ts';
import { checkFit } from '../../src/workbook/checkFit.ts';
import { answerName, entryName } from '../../src/workbook/layout.ts';
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
    const definition = withScale({ options: levels.map(option) });
    expect(faultsOf({ ...definition, sections: definition.sections.slice(2) })).toEqual([
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
    ['field', { field: 'gaps', is: ['No gap'] }, 'gaps'],
    ['option', { field: 'gap', is: ['No gap', 'No hole'] }, 'No hole'],
    ['level', { field: 'effectiveness', is: [5, 6] }, '6'],
  ])('an excluded answer names a known %s', (what, excluded, named) => {
    const sections = needsOutcomesOptions.sections.map((section) =>
      section.key === 'options'
        ? { ...section, rules: [{ when: { field: 'preferred', is: ['No'] }, needs: ['gap'], excludes: [excluded] }] }
        : section,
    );
    const findings = findingsIn({ ...needsOutcomesOptions, sections });
    expect(findings.map(({ code, facts }) => [code, facts['what'], facts['named']])).toEqual([
      ['definition.unknown-reference', what, named],
    ]);
  });

  test('of structure are told all at once', () => {
    const { title: _title, ...untitled } = sampleDefinition;
    const definition = { ...untitled, scales: undefined, sections: [{ shape: 'circle', key: '1' }, 'text'] };
    const faults = faultsOf(definition);
    expect(faults).toHaveLength(4);
    expect(faults).toContain('definition.invalid 1');
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
    expect(text?.message).toContain('32767');
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
