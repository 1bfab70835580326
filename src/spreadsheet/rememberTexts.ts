/** A return has a thousand formulas and as many texts, most of them those of the others; few are longer. */
const mostKnown = 4_000;
const longestKnown = 2_000;

/**
 * Remembers what a function makes of a text: formulas and what is printed are the same in every return of a round. When
 * it knows too many, as after a hostile file, it begins anew.
 *
 * @param make gives undefined where nothing can be made of the text; that is not remembered.
 */
export function rememberTexts(make: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (made === undefined || text.length > longestKnown) return made;
    const [key, value] = [ownCopy(text), ownCopy(made)];
    if (known.size >= mostKnown) known.clear();
    // Halves of characters are not copied as they are; nothing needs to be remembered of them.
    if (key === text && value === made) known.set(key, value);
    return made;
  };
}

/** What was cut out of a part keeps all of the part in memory. */
const ownCopy = (text: string): string => Buffer.from(text).toString();
