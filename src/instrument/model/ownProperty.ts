/** What a record from a definition has under a key. Keys such as `constructor` would otherwise find what every object has. */
export const ownProperty = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
