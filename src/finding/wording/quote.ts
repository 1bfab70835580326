/** Without what moves the cursor of a terminal or turns the words about it round: what is told comes from strangers. */
export const inSight = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '?');

/** A quoted value, cut so that a stray essay does not fill the screen. */
export const quoted = (value: string): string => {
  const line = inSight(value.replace(/\s+/g, ' ').trim());
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
};

export const list = (values: readonly string[]): string => values.map(quoted).join(', ');

export const both = (values: readonly string[]): string => values.map(quoted).join(' and ');

/** Keys, as many as fit a sentence. */
export const few = (keys: readonly string[]): string =>
  keys.length > 20 ? `${keys.slice(0, 20).join(', ')} and ${keys.length - 20} more` : keys.join(', ');
