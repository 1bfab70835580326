import { issuedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';
import { casesFor } from './recalculation.ts';
import { describeSavedAgain } from './savedAgain.ts';

/** Random answers to every kind of field go through the programs that calculate, and come back the same. */

const seed = 20_261_130;

describeSavedAgain(
  `kinds of field (seed ${seed})`,
  kindsInstrument,
  issuedFor(kindsInstrument),
  casesFor(kindsInstrument, seed, 12),
  10,
);
