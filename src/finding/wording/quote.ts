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

/** A count with its noun: 1 answer, 3 answers. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  count === 1 ? `1 ${noun}` : `${count} ${plural}`;
