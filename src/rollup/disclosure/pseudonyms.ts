import { createHmac } from 'node:crypto';
import type { Round } from '../../rounds/round/roundStatus.ts';

/** No vowels, so that no words result, and no digits, so that no program takes one for a number. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Two groups of five: among 10,000 names, two are alike in one of 200,000 rounds. */
const length = 10;

/**
 * Returns a function that replaces a text by a pseudonym: the same for the same text, in every run of a round. It is derived from
 * the register's key, so that nobody without the key can find the text by trying likely ones. It differs between rounds and
 * instruments, so that a partner cannot be followed from one to another.
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
