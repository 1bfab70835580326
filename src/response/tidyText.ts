import { memoizeLast, memoizeText } from '../spreadsheet/xml/memoizeText.ts';

/** Folds white space of every kind and removes invisible characters: for comparing, never for storing. */
export const tidyText = (text: string): string => (text.length > long ? longTidied(text) : foldedText(text));

const foldedText = (text: string): string => (tidyPattern.test(text) ? text : (tidied(text) ?? text));

/** Characters of a text that takes longer to examine than to recognise. */
const long = 2_000;
const longTidied = memoizeLast(foldedText);

const tidied = memoizeText((text) =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/**
 * Most texts are tidy, and every cell of a workbook is compared several times: only texts that do not consist of these
 * words, with single spaces between them, are examined further. Outside ASCII most texts have only dashes and quotation
 * marks.
 */
const tidyPattern = /^[!-~\u2010-\u2027]+(?: [!-~\u2010-\u2027]+)*$/;
