import { memoizeText } from '../spreadsheet/xml/memoizeText.ts';

/** White space of every kind folded, and characters that show nothing removed: for comparing, never for keeping. */
export const tidyText = (text: string): string => (tidyWords.test(text) ? text : (tidied(text) ?? text));

const tidied = memoizeText((text) =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/**
 * Most texts are tidy, and every cell of a workbook is compared several times: so only what is not made of these words,
 * with one space between two of them, is looked at more closely. Beyond ASCII most texts have dashes and quotes alone.
 */
const tidyWords = /^[!-~\u2010-\u2027]+(?: [!-~\u2010-\u2027]+)*$/;
