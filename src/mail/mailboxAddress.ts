import { createHash } from 'node:crypto';

/** A mailbox on an IMAP server. */
export interface MailboxAddress {
  /** `imap.region.example:993`: without the credentials, which are never shown. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Where it is on this machine itself, the way need not be encrypted. */
  readonly isHere: boolean;
  readonly user: string;
  readonly password: string;
  /** By which the register knows it: a digest of server and user. */
  readonly digest: string;
}

/**
 * Reads the address of a mailbox: `imaps://USER:PASSWORD@host:993`, or `imap://` where TLS begins after a greeting (STARTTLS).
 *
 * @returns what is wrong with it as a sentence, where it cannot be read; the address is not repeated, as it has a password.
 */
export function mailboxAddress(address: string): MailboxAddress | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['imap:', 'imaps:'].includes(url.protocol) || url.hostname === '') {
    return 'It is not the address of a mailbox. Write it as imaps://USER:PASSWORD@imap.region.example, with characters such as @ and / in user and password as %40 and %2F.';
  }
  if (url.pathname.length > 1 || url.search !== '' || url.hash !== '') {
    return 'It goes on after the server. Name the folder by --folder; characters such as / and # in the password are written %2F and %23.';
  }
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) {
    return 'It has a % that begins no character. Write a % in the password as %25.';
  }
  if (user === '' || password === '') {
    return 'It lacks the user or the password. Write it as imaps://USER:PASSWORD@imap.region.example.';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'imaps:';
  const port = url.port === '' ? (secure ? 993 : 143) : Number(url.port);
  const name = `${url.hostname}:${port}`;
  return {
    name,
    host,
    port,
    secure,
    isHere: ['localhost', '127.0.0.1', '::1'].includes(host),
    user,
    password,
    digest: createHash('sha256').update(`${name} ${user}`).digest('hex').slice(0, 16),
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
