import type { Correspondent } from '../../register/rows/receivedMessage.ts';

/** Shortens a subject, to be stored and shown. Outlook allows 255 characters; a hostile one may have a million. */
export const shortSubject = (subject: string): string => shortened(subject, 300);

/** Shortens a sender, to be stored and shown. An address has 254 characters at most (RFC 5321, 4.5.3.1.3). */
export const shortCorrespondent = ({ name, address }: Correspondent): Correspondent => ({
  name: shortened(name, 200),
  address: shortened(address, 254),
});

/** Shortens a text without splitting a surrogate pair. */
function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
