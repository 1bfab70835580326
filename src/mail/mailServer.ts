import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** Where messages are handed over. */
export interface MailServer {
  /** `mail.region.example:587`: without the credentials, which are never shown. */
  readonly name: string;
  readonly options: SMTPConnection.Options;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * Reads the address of a mail server: `smtp://user:password@host:587`, or `smtps://` where TLS comes first (port 465).
 * The way there is encrypted and the certificate checked, always; only on this machine itself it need not be.
 *
 * @returns what is wrong with it as a sentence, where it cannot be read; the address is not repeated, as it has a password.
 */
export function mailServer(address: string): MailServer | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    return 'It is not the address of a mail server. Write it as smtp://USER:PASSWORD@mail.region.example:587, with characters such as @ and / in the password as %40 and %2F.';
  }
  if (url.pathname.length > 1 || url.search !== '' || url.hash !== '') {
    return 'It goes on after the port. Leave that out; characters such as / and # in the password are written %2F and %23.';
  }
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || pass === undefined) {
    return 'It has a % that begins no character. Write a % in the password as %25.';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port);
  const secure = url.protocol === 'smtps:' || port === 465;
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  return {
    name: `${url.hostname}:${port}`,
    login: user === '' ? undefined : { user, pass },
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

/** In milliseconds. A server may take its time to look through an attachment; RFC 5321 would give it ten minutes. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
