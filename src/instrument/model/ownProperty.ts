/**
 * Looks up a key in a record from a definition. Keys such as `constructor` would otherwise find inherited properties.
 */
export const ownProperty = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
