/** White space of every kind folded, and characters that show nothing removed: for comparing, never for keeping. */
export const tidyText = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
