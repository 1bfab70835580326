import { createHmac } from 'node:crypto';
import type { Round } from '../../rounds/round/roundStatus.ts';

/** No vowels, so that no words come out, and no digits, so that no program takes one for a number. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Two groups of five: even among 10,000 names, two are alike in one of 200,000 rounds. */
const length = 10;

/**
 * Stands in for what is not to be known: the same for the same text, in every run of a round. It comes from the key of
 * the register, so that nobody who has not got it can tell what is behind, or try; and it differs between rounds and
 * instruments, so that what one of them shows of a partner cannot be looked up in another.
 */
export function pseudonymsOf(key: Uint8Array, { round, instrument }: Round): (text: string) => string {
  return (text) => {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify(['anonymous', instrument, round, text]))
      .digest();
    const drawn = Array.from({ length }, (_, index) => letters[digest.readUInt16BE(index * 2) % letters.length]);
    return `${drawn.slice(0, length / 2).join('')}-${drawn.slice(length / 2).join('')}`;
  };
}
