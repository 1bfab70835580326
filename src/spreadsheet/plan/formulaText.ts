/** A text as formulas write it. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * A sentence of which the facts are worked out, as a formula: its words are those of the sentence, whatever the order in
 * which a language names the facts.
 *
 * @param facts Formulas, each in the place of a fact.
 */
export function sentenceFormula<Facts extends readonly string[]>(
  sentence: (...facts: Facts) => string,
  ...facts: Facts
): string {
  // The compiler does not see that as many are mapped as there are.
  const places = facts.map((_fact, index) => String.fromCharCode(firstPlace + index)) as unknown as Facts;
  return sentence(...places)
    .split(/([\ue000-\ue0ff])/)
    .filter((piece) => piece !== '')
    .map((piece) => facts[piece.charCodeAt(0) - firstPlace] ?? quotedText(piece))
    .join('&');
}

/** Characters for private use, which no sentence has. */
const firstPlace = 0xe000;

/** The text at which a sentence begins, before its first fact. */
export const beginningOf = (sentence: (fact: string) => string): string =>
  sentence(String.fromCharCode(firstPlace)).split(String.fromCharCode(firstPlace))[0] ?? '';

/** A number of things, as a formula. */
export const countFormula = (
  count: string,
  one: (count: string) => string,
  several: (count: string) => string,
): string => `IF(${count}=1,${quotedText(one('1'))},${sentenceFormula(several, count)})`;

/** The same for a number that is known. */
export const countText = (count: number, one: (count: number) => string, several: (count: number) => string): string =>
  count === 1 ? one(count) : several(count);
