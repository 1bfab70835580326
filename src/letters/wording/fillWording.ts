import { placeholder } from './readWording.ts';
import type { Wording } from './wordingParts.ts';

/** The words of an e-mail with what is filled in. What was filled in is never looked at for braces again. */
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
 * Text that can stand in a header: line breaks of every kind become spaces, control characters are left out, and what
 * looks like the code of another text (RFC 2047), which nodemailer lets through and readers would decode, is broken up.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => (/\s/.test(control) ? ' ' : ''))
    .replaceAll('=?', '= ?')
    .replace(/\s+/g, ' ')
    .trim();
