import { cellText } from '../../../spreadsheet/plan/cellText.ts';
import type { Formula } from '../../../spreadsheet/plan/content.ts';
import { quotedText } from '../../../spreadsheet/plan/formulaText.ts';

/** A part of a sentence: words, a number, or a formula that shows one of them. */
export type Phrase = string | number | Formula;

/** Excel's limit for a text in a formula, in characters. */
const longestText = 255;

/** Joins phrases. The sentence is a formula if one of them is. */
export function sentence(...phrases: readonly Phrase[]): Formula | string {
  const result = cellText(phrases.map((phrase) => (typeof phrase === 'object' ? phrase.result : phrase)).join(''));
  if (phrases.every((phrase) => typeof phrase !== 'object')) return result;
  return { formula: phrases.flatMap(operandsOf).join('&'), result };
}

function operandsOf(phrase: Phrase): readonly string[] {
  if (typeof phrase === 'object') return [`(${phrase.formula})`];
  return piecesOf(cellText(String(phrase))).map(quotedText);
}

/** A text in pieces that formulas can hold. */
function piecesOf(text: string): readonly string[] {
  const characters = [...text];
  const count = Math.ceil(text.length / longestText);
  // No character is longer than two units of a text.
  const size = Math.floor(longestText / 2);
  return count <= 1
    ? [text]
    : Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
        characters.slice(index * size, (index + 1) * size).join(''),
      );
}

/**
 * A share in whole per cent, halves rounded up. The division comes last, so that a half is exact and all programs round it
 * alike.
 */
export function percentOf(part: Formula | number, whole: Formula | number): Phrase {
  const [some, all] = [part, whole].map((one) => (typeof one === 'object' ? one.formula : String(one)));
  const [count, total] = [part, whole].map((one) => Number(typeof one === 'object' ? one.result : one));
  if (count === undefined || total === undefined || total === 0) return '0%';
  const result = `${Math.round((100 * count) / total)}%`;
  if (typeof part !== 'object' && typeof whole !== 'object') return result;
  return { formula: `IF(${all}=0,0,ROUND(100*${some}/${all},0))&"%"`, result };
}

/** Cuts a text at the end of a word, so that it fits. */
export function cutAtWord(text: string, fits: (text: string) => boolean): string {
  const words = text.trim().split(/\s+/);
  const whole = words.join(' ');
  if (fits(whole)) return whole;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const start = `${withoutClosingMarks(words.slice(0, count).join(' '))}…`;
    if (fits(start)) return start;
  }
  return `${words[0] ?? ''}…`;
}

/** A text without the commas, colons and dashes at its end. */
function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ',;:–-'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
