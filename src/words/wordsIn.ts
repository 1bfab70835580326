import { english } from './english/english.ts';
import type { Words } from './words.ts';
import { wordsOf } from './wordsOf.ts';

/**
 * The words by which a workbook was written, as its sheets are named: those of its instrument's language or, where there
 * was no catalogue of that when the workbook went out, English.
 */
export function wordsIn(
  instrument: { readonly language: string },
  sheets: readonly { readonly name: string }[],
): Words {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const found = (words: Words): number =>
    Object.values(words.sheets).filter((name) => names.has(name.toLowerCase())).length;
  const own = wordsOf(instrument);
  return found(english) > found(own) ? english : own;
}
