import { english } from './english/english.ts';
import type { Words } from './words.ts';

/** The catalogue of each language, by the first part of its tag. */
export const catalogues: ReadonlyMap<string, Words> = new Map([['en', english]]);
