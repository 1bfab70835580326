import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { faultsOf, findingsIn, option, withItem, withItems } from '../changedSample.ts';

describe('several faults', () => {
  test('are reported all at once, each with the key of its part', () => {
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

  test('of structure are reported all at once', () => {
    const { title: _title, ...untitled } = sampleDefinition;
    const definition = { ...untitled, scales: undefined, sections: [{ shape: 'circle', key: '1' }, 'text'] };
    const faults = faultsOf(definition);
    expect(faults).toHaveLength(4);
    expect(faults).toContain('definition.invalid 1');
  });

  const { title: _title, strapline: _strapline, ...unnamed } = withItem('1.2.1', { groups: { subject: 'persons' } });
  const without = (part: Readonly<Record<string, unknown>>, name: string) =>
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
  ])('an item without %s hides nothing, and nothing is reported because of it', (name, expected) => {
    const { sections } = withItem('1.1.2', { key: '1.1.1' });
    const gappy = sections.map((section) =>
      section.shape === 'entries'
        ? section
        : {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => (item.key === '2.1.1' ? without(item, name) : item)),
            })),
          },
    );
    expect(faultsOf({ ...sampleDefinition, sections: gappy })).toEqual(expected);
  });

  test('of any structure are reported, whatever is in place of whatever', () => {
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

  test('what names a part that cannot be read is not reported', () => {
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

  test('the finding says where in the definition, what is there and what the rule is', () => {
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
