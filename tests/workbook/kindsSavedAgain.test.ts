import type { Field } from '../../src/instrument/model/schema.ts';
import { issuedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';
import { ownFields, withFields } from '../ownFields.ts';
import { casesFor } from './recalculation.ts';
import { describeSavedAgain } from './savedAgain.ts';

/**
 * Random answers to every kind of field, of a section and of one question alone, go through the programs that calculate, and
 * come back the same.
 */

const seed = 20_261_130;
const both: Field = {
  ...{ kind: 'computed', key: 'both', heading: 'Both budgets', prompt: 'Its own and the other.' },
  ...{ as: 'money', decimals: 0, by: 'sum', of: ['own-budget', 'budget'] },
};
const instrument = withFields(kindsInstrument, { '1.1.2': [...Object.values(ownFields), both] });

describeSavedAgain(
  `kinds of field (seed ${seed})`,
  instrument,
  issuedFor(instrument),
  casesFor(instrument, seed, 12),
  10,
);
