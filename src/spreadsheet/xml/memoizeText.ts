/** A return has a thousand formulas and as many texts, most of them those of the others; few are longer. */
const maxKnown = 4_000;
const longestKnown = 2_000;

interface Known {
  readonly text: string;
  readonly made: string;
  /** What came after it the last time. */
  next?: Known;
}

/**
 * Remembers what a function makes of a text: formulas and what is printed are the same in every return of a round, and
 * mostly come in the same order, so that comparing a text with the one expected finds it sooner than looking it up. When
 * it knows too many, as after a hostile file, it begins anew.
 *
 * @param make gives undefined where nothing can be made of the text; that is not remembered.
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
    // Halves of characters are not copied as they are; nothing needs to be remembered of them.
    if (one.text !== text || one.made !== made) return made;
    if (known.size >= maxKnown) {
      known.clear();
      last = undefined;
    }
    known.set(one.text, one);
    return found(one);
  };
}

/** What was cut out of a part keeps all of the part in memory. */
const ownCopy = (text: string): string => Buffer.from(text).toString();
