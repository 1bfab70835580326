import { placeholder } from './readWording.ts';
import type { Wording } from './wordingParts.ts';

/** Fills in the placeholders of an e-mail. Braces in the values that are filled in have no meaning. */
export function fillWording({ subject, text }: Wording, fillings: Readonly<Record<string, string>>): Wording {
  const known = new Map<string, string>(Object.entries(fillings));
  const filled = (words: string): string => words.replace(placeholder, (_, name: string) => known.get(name) ?? '');
  return {
    subject: oneLine(filled(subject)),
    text: filled(text)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

/**
 * Makes a text safe for a header. Line breaks of every kind become spaces, control characters are removed, and anything that looks
 * like an encoded word (RFC 2047) is broken up, because nodemailer passes it on and mail programs would decode it.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => (/\s/.test(control) ? ' ' : ''))
    .replaceAll('=?', '= ?')
    .replace(/\s+/g, ' ')
    .trim();
