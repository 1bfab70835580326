import { rememberTexts } from '../spreadsheet/rememberTexts.ts';

/** White space of every kind folded, and characters that show nothing removed: for comparing, never for keeping. */
export const tidyText = (text: string): string => (mayBeUntidy(text) ? (tidied(text) ?? text) : text);

const tidied = rememberTexts((text) =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/**
 * Most texts are tidy, and every cell of a workbook is compared several times: so it is
 * looked at more closely only with white space that might have to be folded, or a character that might show nothing.
 */
function mayBeUntidy(text: string): boolean {
  let wasSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 0x20;
    if (isSpace ? wasSpace : code < 0x20 || (code > 0x7e && !isDashOrQuote(code))) return true;
    wasSpace = isSpace;
  }
  return wasSpace;
}

/** The only characters outside of ASCII in most texts. */
const isDashOrQuote = (code: number): boolean => code >= 0x2010 && code <= 0x2027;
