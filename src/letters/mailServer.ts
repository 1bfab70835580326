import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { defaultPatience, type Patience } from '../mail/mailbox/patience.ts';
import { serverAddress } from '../mail/mailbox/serverAddress.ts';

/** Where messages are handed over. */
export interface MailServer {
  /** `mail.region.example:587`: without the credentials, which are never shown. */
  readonly name: string;
  readonly options: SMTPConnection.Options;
  /** How long it may take for each answer. */
  readonly patience: Patience;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * Reads the address of a mail server: `smtp://user:password@host:587`, or `smtps://` where TLS comes first (port 465).
 * The way there is encrypted and the certificate checked, always; only on this machine itself it need not be.
 *
 * @returns what is wrong with it as a sentence, where it cannot be read.
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

/** Of silence, in milliseconds. A server may take its time to look through an attachment; RFC 5321 would give it ten minutes. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };
