import type { FieldKind } from '../../src/instrument/model/schema.ts';
import type { TypedCell } from './fillIn.ts';

/** What a partner may type into a field of a kind; for a choice, its first option. Computed figures are not typed. */
export const typicalValues: Readonly<Record<Exclude<FieldKind, 'choice' | 'computed'>, TypedCell['value']>> = {
  score: 2,
  text: 'As minuted.',
  date: { day: '2027-03-31' },
  number: 12,
  'yes-no': 'Yes',
  link: 'https://a.example',
  choices: '1',
};
