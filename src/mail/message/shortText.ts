import type { Correspondent } from '../../register/rows/receivedMessage.ts';

/** A subject as it is stored and shown. Outlook takes 255 characters, and a hostile one may have a million. */
export const shortSubject = (subject: string): string => shortened(subject, 300);

/** A sender as it is stored and shown. An address has 254 characters at most (RFC 5321 4.5.3.1.3). */
export const shortCorrespondent = ({ name, address }: Correspondent): Correspondent => ({
  name: shortened(name, 200),
  address: shortened(address, 254),
});

/** Never ends in the middle of a character. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
