import type { Instrument } from '../../instrument/model/schema.ts';
import { english } from './english.ts';

/** The same sentences and headings, of any wording. */
type Worded<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Part in keyof Catalogue]: Worded<Catalogue[Part]> };

/** Everything that a workbook says by itself in one language. */
export type Words = Worded<typeof english>;

/** The catalogue of each language, by the first part of its tag. */
const catalogues: ReadonlyMap<string, Words> = new Map([['en', english]]);

const catalogueOf = (language: string): Words | undefined => catalogues.get(language.split('-')[0] ?? '');

/** Whether there is a catalogue of a language, written as in `en-GB`. */
export const hasWords = (language: string): boolean => catalogueOf(language) !== undefined;

/** The words in the language of an instrument; English if there is no catalogue of it, which `check` reports. */
export const wordsOf = ({ language }: Pick<Instrument, 'language'>): Words => catalogueOf(language) ?? english;
