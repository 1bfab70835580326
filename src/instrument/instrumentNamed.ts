import { Refusal } from '../refusal.ts';
import type { Instrument } from './model/schema.ts';

/** The instrument with a key, in its latest edition. @throws Refusal for a key that no instrument has. */
export function instrumentNamed(key: string, known: readonly Instrument[]): Instrument {
  const instrument = known.findLast((candidate) => candidate.key === key);
  if (instrument !== undefined) return instrument;
  const keys = known.map((one) => one.key).join(', ');
  throw new Refusal('instrument.unknown', () => `There is no instrument "${key}". There are: ${keys}.`);
}
