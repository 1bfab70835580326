import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';

/** A later edition of the sample, as somebody revises it in JSON. */
export const revised = (change: (json: string) => string, edition = '2'): Instrument =>
  defineInstrument({ ...JSON.parse(change(JSON.stringify(sampleDefinition))), edition });
