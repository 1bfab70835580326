import { createHash } from 'node:crypto';
import { type ServerAddress, serverAddress } from './serverAddress.ts';

/** A mailbox on an IMAP server. */
export interface MailboxAddress extends ServerAddress {
  /** The identity of the mailbox in the register: a digest of server and user. */
  readonly digest: string;
}

/**
 * Reads the address of a mailbox: `imaps://USER:PASSWORD@host:993`, or `imap://` for TLS after the greeting (STARTTLS).
 *
 * @returns a sentence with the fault, if the address cannot be read.
 */
export function mailboxAddress(address: string): MailboxAddress | string {
  const read = serverAddress(address, {
    ...{ scheme: 'imap', port: 143, securePort: 993, what: 'a mailbox', example },
    cure: 'Give the folder with --folder',
  });
  if (typeof read === 'string') return read;
  const { name, user, password } = read;
  if (user === '' || password === '') return `It lacks the user or the password. Write it as ${example}.`;
  return { ...read, digest: createHash('sha256').update(`${name} ${user}`).digest('hex').slice(0, 16) };
}

const example = 'imaps://USER:PASSWORD@imap.region.example';
