/** A return has a thousand formulas and as many texts, mostly the same as in other returns; few are longer. */
const maxKnown = 4_000;
const longestKnown = 2_000;

interface Known {
  readonly text: string;
  readonly made: string;
  /** The text that followed it the last time. */
  next?: Known;
}

/**
 * Caches the result of a function by its text. Formulas and fixed texts are the same in every return of a round and
 * mostly occur in the same order, so comparing a text with the expected one is faster than a lookup. The cache is
 * cleared when it is full, as after a hostile file.
 *
 * @param make returns undefined if it has no result for the text; that is not cached.
 */
export function memoizeText(make: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, Known>();
  let last: Known | undefined;
  const found = (one: Known): string => {
    if (last !== undefined) last.next = one;
    last = one;
    return one.made;
  };
  return (text) => {
    const expected = last?.next;
    if (expected?.text === text) {
      last = expected;
      return expected.made;
    }
    const before = known.get(text);
    if (before !== undefined) return found(before);
    const made = make(text);
    if (made === undefined || text.length > longestKnown) return made;
    const one = { text: ownCopy(text), made: ownCopy(made) };
    // Unpaired surrogates change when copied; such texts are not cached.
    if (one.text !== text || one.made !== made) return made;
    if (known.size >= maxKnown) {
      known.clear();
      last = undefined;
    }
    known.set(one.text, one);
    return found(one);
  };
}

/**
 * Caches the result for the last text, which takes no time where it is the same string: one shared text of many
 * thousand characters may be in every cell.
 */
export function memoizeLast(make: (text: string) => string): (text: string) => string {
  let last: { readonly text: string; readonly made: string } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}

/** A slice of a part retains the whole part in memory. */
const ownCopy = (text: string): string => Buffer.from(text).toString();
