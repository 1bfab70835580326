import type { Finding } from '../../../src/finding/index.ts';

/** Severity and message of each code. */
export const describeMessages = (examples: readonly Finding[]): Readonly<Record<string, string>> =>
  Object.fromEntries(examples.map(({ code, severity, message }) => [code, `${severity}: ${message}`]));

/** A fact that is missing in a message, or a sentence that is not put together well. */
export const hole = /undefined|null|NaN|\[object|\.\.$|\s{2}/;
