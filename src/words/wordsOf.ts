import { catalogues } from './catalogues.ts';
import { english } from './english/english.ts';
import type { Words } from './words.ts';

const catalogueOf = (language: string): Words | undefined => catalogues.get(language.split('-')[0] ?? '');

/** Whether there is a catalogue of a language, written as in `en-GB`. */
export const hasWords = (language: string): boolean => catalogueOf(language) !== undefined;

/** The words in the language of an instrument; English if there is no catalogue of it, which `check` reports. */
export const wordsOf = ({ language }: { readonly language: string }): Words => catalogueOf(language) ?? english;

/** The words of every language, for a workbook of which the language is unknown. */
export const allWords = (): readonly Words[] => [...catalogues.values()];
