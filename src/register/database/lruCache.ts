/**
 * Remembers what was made for the latest keys, up to so many: returns that are imported together have most of what they
 * need in common.
 *
 * @returns what gives that which was made for a key, and makes it where it is not known any more
 */
export function lruCache<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
