/** What was made for the latest keys that were asked for. */
export interface Recent<T> {
  /** What was made for a key, and if it is not known any more, what is made for it now. */
  readonly get: (key: string, make: () => T) => T;
  readonly known: ReadonlyMap<string, T>;
}

/** Remembers what was made, up to so many: returns that are imported together have most of what they need in common. */
export function recent<T>(most: number): Recent<T> {
  const known = new Map<string, T>();
  return {
    known,
    get(key, make) {
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = make();
      known.set(key, made);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return made;
    },
  };
}
