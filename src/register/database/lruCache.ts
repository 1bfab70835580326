/**
 * Caches values for the latest keys, up to a maximum: returns that are imported together have most of what they need in
 * common.
 *
 * @returns A function that gives the value for a key, and makes it if it is no longer cached.
 */
export function lruCache<T>(max: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
