import { describe, expect, test } from 'vitest';
import { parseInstrument } from '../../../src/instrument/defineInstrument.ts';
import { fingerprint } from '../../../src/instrument/model/fingerprint.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { changed, withEntries, withItem, withScale } from '../changedSample.ts';

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
