import { describe, expect, test } from 'vitest';
import { readDefinition } from '../../../src/instrument/readDefinition.ts';
import { startDefinition } from '../../../src/operations/definitions/startDefinition.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { refusedWith } from '../refusedWith.ts';

const context = { instruments: [sampleInstrument], now: () => new Date('2026-11-20T10:00:00Z') };

describe('a definition is begun', () => {
  test('as a sound one, with the key and the year', () => {
    const begun = readDefinition(startDefinition(context, 'winter-plan.2'), 'winter-plan.2.yaml');
    expect([begun.key, begun.published, begun.edition]).toEqual(['winter-plan.2', '2026', '1']);
  });

  test.each(['', 'Winter', 'winter plan', 'winter--plan', '-winter', 'winter.', 'hiver-été', 'x'.repeat(101)])(
    'not with the key "%s"',
    async (key) => {
      expect(await refusedWith(() => startDefinition(context, key))).toBe('instrument.key-unusable');
    },
  );

  test('not with the key of another instrument', async () => {
    expect(await refusedWith(() => startDefinition(context, 'sample'))).toBe('instrument.key-taken');
  });
});
