/**
 * The text without characters that move the cursor of a terminal or change the direction of the text around them: quoted values
 * come from strangers.
 */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '?');

/** A value in quotation marks, on one line and cut at 80 characters so that an essay does not fill the screen. */
export const quoted = (value: string): string => {
  const line = printable(value.replace(/\s+/g, ' ').trim());
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
};

/** Quoted values with commas between them. */
export const list = (values: readonly string[]): string => values.map(quoted).join(', ');

/** Quoted values of which all are meant: "a" and "b". */
export const andList = (values: readonly string[]): string => values.map(quoted).join(' and ');

/** Quoted values of which one is meant: "a" or "b". */
export const orList = (values: readonly string[]): string => values.map(quoted).join(' or ');

/** The first 20 keys, and how many more there are. */
export const firstFew = (keys: readonly string[]): string =>
  keys.length > 20 ? `${keys.slice(0, 20).join(', ')} and ${keys.length - 20} more` : keys.join(', ');

/** The first 20 values in quotation marks, and how many more there are. */
export const firstQuoted = (values: readonly string[]): string =>
  values.length > 20 ? `${list(values.slice(0, 20))} and ${values.length - 20} more` : list(values);

/** A sentence that names other places with the same fault; empty if there are none. */
export const alsoIn = (places: readonly string[]): string => {
  if (places.length === 0) return '';
  const rest = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return ` The same in ${counted(places.length, 'other place')}: ${places.slice(0, 3).join(', ')}${rest}.`;
};

/** A count with its noun: 1 answer, 3 answers. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  count === 1 ? `1 ${noun}` : `${count} ${plural}`;
