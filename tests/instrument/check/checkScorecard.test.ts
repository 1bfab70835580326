import { expect, test } from 'vitest';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { faultsOf, withItem } from '../changedSample.ts';

test('a target is a level of the scale', () => {
  const { scorecard } = sampleDefinition;
  const whole: Instrument = { ...sampleDefinition, scorecard: { ...scorecard, target: 4 } };
  expect(faultsOf(whole)).toEqual(['definition.unknown-level scorecard']);
  expect(faultsOf(withItem('1.1.1', { target: 0 }))).toEqual(['definition.unknown-level 1.1.1']);
  expect(faultsOf(withItem('1.1.1', { target: 3 }))).toEqual([]);
});
