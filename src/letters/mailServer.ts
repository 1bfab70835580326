import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { defaultPatience, type Patience } from '../mail/mailbox/patience.ts';
import { serverAddress } from '../mail/mailbox/serverAddress.ts';

/** The server to which messages are delivered. */
export interface MailServer {
  /** `mail.region.example:587`, without credentials. */
  readonly name: string;
  /** @internal */
  readonly options: SMTPConnection.Options;
  /**
   * The time allowed for each reply.
   *
   * @internal
   */
  readonly patience: Patience;
  /** @internal */
  readonly login: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * Reads the address of a mail server: `smtp://user:password@host:587`, or `smtps://` for TLS from the start (port 465).
 * The connection is always encrypted and the certificate checked; only a server on this machine need not offer TLS.
 *
 * @returns a sentence with the fault, if the address cannot be read.
 */
export function mailServer(address: string): MailServer | string {
  const read = serverAddress(address, {
    ...{ scheme: 'smtp', port: 587, securePort: 465, what: 'a mail server' },
    ...{ example: 'smtp://USER:PASSWORD@mail.region.example:587', cure: 'Leave that out' },
  });
  if (typeof read === 'string') return read;
  const { name, host, port, secure, isHere, user, password } = read;
  return {
    name,
    patience: defaultPatience,
    login: user === '' ? undefined : { user, pass: password },
    options: {
      host,
      port,
      secure,
      requireTLS: !secure && !isHere,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
      ...timeouts,
    },
  };
}

/** Milliseconds without a reply. A server may need time to scan an attachment; RFC 5321, 4.5.3.2.6, allows ten minutes. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };
