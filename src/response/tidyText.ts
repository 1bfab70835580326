/** White space of every kind folded, and characters that show nothing removed: for comparing, never for keeping. */
export const tidyText = (text: string): string =>
  untidy.test(text)
    ? text
        .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : text;

/** Most texts are tidy, and every cell of a workbook is compared several times. */
const untidy = /[\u200b-\u200d\u2060\ufeff\u00ad]|\s\s|[^\S ]|^\s|\s$/;
