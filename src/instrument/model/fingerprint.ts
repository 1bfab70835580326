import { createHash } from 'node:crypto';
import type { Instrument } from './schema.ts';

/**
 * Sixteen hexadecimal digits that change when anything in the definition changes, and do not depend on the order in
 * which its properties are written. A workbook carries the fingerprint, so that a return shows which wording it
 * answers.
 */
export function fingerprint(instrument: Instrument): string {
  const known = fingerprints.get(instrument);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(canonicalJson(instrument)).digest('hex').slice(0, 16);
  fingerprints.set(instrument, made);
  return made;
}

/** Definitions are immutable, and the import of every return asks for the fingerprint several times. */
const fingerprints = new WeakMap<Instrument, string>();

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
