/** Different values, each once and with a number, counted from 0. */
export interface Numbered<Value> {
  /** Returns the number of an equal value; a new one gets the next. */
  readonly numberOf: (value: Value) => number;
  readonly values: readonly Value[];
}

/** @param keyOf Equal for values that are equal. */
export function numbered<Value>(keyOf: (value: Value) => string): Numbered<Value> {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    numberOf(value) {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
