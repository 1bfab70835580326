import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { sampleDefinition } from '../sampleInstrument.ts';
import { changed, faultsOf, withItem } from './changedSample.ts';

describe('a definition without faults', () => {
  test('is returned unchanged', () => {
    expect(defineInstrument(sampleDefinition)).toEqual(sampleDefinition);
  });

  test('is frozen to its leaves', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(defineInstrument(sampleDefinition))).toBe(true);
  });

  test('leaves the object that was passed in unchanged', () => {
    const given = structuredClone(sampleDefinition);
    defineInstrument(given);
    expect(Object.isFrozen(given)).toBe(false);
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

test.each(['con', 'nul.2026', 'x'.repeat(61)])(
  'an instrument cannot have the key %s, as files bear its name',
  (key) => {
    expect(() => defineInstrument({ ...sampleDefinition, key })).toThrow(`key is "${key.slice(0, 60)}`);
  },
);
