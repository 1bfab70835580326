import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { withItems } from '../instrument/changedSample.ts';

const { scorecard: _scorecard, ...rest } = withItems((item) => ({ ...item, groups: {} }));

/** An instrument that scores no questions. */
export const unscoredInstrument = defineInstrument({ ...rest, key: 'unscored' });
