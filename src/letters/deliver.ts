import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import { withDeadline } from '../mail/mailbox/patience.ts';
import type { MailServer } from './mailServer.ts';
import { oneLine } from './wording/fillWording.ts';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export type Delivery =
  /** The server accepted the message. `refused` lists the addresses that it did not accept. Some servers assign a Message-ID of their own. */
  | {
      readonly outcome: 'sent';
      readonly detail: string;
      readonly refused: string | undefined;
      readonly messageId: string | undefined;
    }
  /** The message was certainly not sent, because of its content or addresses. */
  | { readonly outcome: 'refused'; readonly detail: string }
  /** The message was certainly not sent, and the next one would fail too. */
  | { readonly outcome: 'not sent'; readonly problem: string }
  /** The connection was lost after the end of the message and before the server's reply. */
  | { readonly outcome: 'unknown'; readonly problem: string };

/**
 * Delivers one message to the mail server, over a connection of its own. nodemailer's transports are not used: a pooled one
 * resends a message by itself after a lost connection, and none reports how far the delivery got.
 */
export async function deliver(server: MailServer, envelope: Envelope, message: Uint8Array): Promise<Delivery> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({ ...server.options });
  const body = Readable.from([message]);
  const { answer, slowest } = server.patience;
  const patiently = <T>(work: Promise<T>, more = 0): Promise<T> =>
    withDeadline(
      work,
      () => answer + more,
      () => connection.close(),
    );
  try {
    await patiently(connected(connection));
    if (server.login !== undefined) await patiently(loggedIn(connection, server.login));
    // The server replies several times, and may scan the message before its last reply.
    const sending = sent(connection, envelope, message.length, body);
    const { response, rejected, errors, messageId } = await patiently(
      sending,
      answer + (message.length / slowest) * 1000,
    );
    const refused = errors.map((failure) => describeFailure(failure, server)).join('; ');
    return {
      outcome: 'sent',
      detail: withoutLogin(oneLine(response), server),
      refused: rejected.length === 0 ? undefined : `${rejected.join(', ')}: ${refused}`,
      messageId,
    };
  } catch (failure) {
    return failedDelivery(failure, server, body.readableEnded);
  } finally {
    connection.quit();
    connection.close();
  }
}

/** The reply by which a server closes the connection, in answer to any command (RFC 5321, 3.8). */
const closing = 421;

/** @param wasTransmitted Whether the server had the whole message. */
function failedDelivery(failure: unknown, server: MailServer, wasTransmitted: boolean): Delivery {
  const { code, command, responseCode } = factsOf(failure);
  const detail = describeFailure(failure, server);
  if (responseCode === undefined && wasTransmitted) return { outcome: 'unknown', problem: detail };
  // A failure that neither the addresses nor a permanent refusal of the content explain would meet the next message too.
  const isPermanent = responseCode !== undefined && responseCode >= 500;
  const isTooLarge = (code === 'EMESSAGE' && responseCode === undefined) || responseCode === 552;
  const isAboutMessage = command === 'RCPT TO' || isTooLarge || (command === 'DATA' && isPermanent);
  if (isAboutMessage && responseCode !== closing) return { outcome: 'refused', detail };
  return { outcome: 'not sent', problem: detail };
}

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // The listener stays: a connection may fail at any time, and rejecting a settled promise changes nothing.
    connection.on('error', reject);
    connection.connect((failure) => (failure ? reject(failure) : resolve()));
  });
}

function loggedIn(connection: SMTPConnection, login: NonNullable<MailServer['login']>): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login({ ...login }, (failure) => (failure ? reject(failure) : resolve()));
  });
}

interface Sent {
  readonly response: string;
  readonly rejected: readonly string[];
  readonly errors: readonly unknown[];
  readonly messageId: string | undefined;
}

function sent(connection: SMTPConnection, { from, to }: Envelope, size: number, body: Readable): Promise<Sent> {
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [...to], size }, body, (failure, info) => {
      if (failure) reject(failure);
      else {
        const { response = '', rejected = [], rejectedErrors: errors = [], serverMessageId: messageId } = info ?? {};
        resolve({ response, rejected, errors, messageId });
      }
    });
  });
}

interface Facts {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Reads the properties that nodemailer adds to an error. */
const factsOf = (failure: unknown): Facts => facts.safeParse(failure).data ?? {};

const facts = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** Describes a failure. Credentials that a server repeats in its reply are not shown. */
function describeFailure(failure: unknown, server: MailServer): string {
  const { code, responseCode } = factsOf(failure);
  const whole = withoutLogin(oneLine(failure instanceof Error ? failure.message : String(failure)), server);
  const message = whole.replace(/^Can't send mail - all recipients were rejected: /, '');
  const cut = message.length > 200 ? `${message.slice(0, 199)}…` : message;
  if (responseCode === closing) return `it accepts no more messages for now (${cut}); wait a while`;
  if (/certificate|altnames/i.test(message)) {
    return `its certificate cannot be trusted (${cut}); ask those who run it, and give the file of your own certificate authority in NODE_EXTRA_CA_CERTS`;
  }
  if (/wrong version number|packet length too long/i.test(message)) {
    return 'it does not use TLS from the start on this port; check the port in its address: smtps:// usually has 465, smtp:// 587';
  }
  const words = problems[code ?? ''];
  return words === undefined ? cut : `${words} (${cut})`;
}

const problems: Readonly<Record<string, string>> = {
  DeadlinePassed: 'it replies too slowly or not completely; if this continues, ask those who run it',
  EAUTH: 'it does not accept the user name and password',
  ECONNECTION: 'the connection ended unexpectedly',
  EDNS: 'there is no server with that name',
  ESOCKET: 'no connection to it could be made',
  EPROTOCOL: 'the server at this address does not accept messages; check the port in its address',
  ETIMEDOUT:
    'it does not reply; if this continues, check the port in its address: smtps:// usually has 465, smtp:// 587',
  ETLS: 'no encrypted connection to it could be made',
};

function withoutLogin(text: string, { login }: MailServer): string {
  if (login === undefined) return text;
  const coded = (...parts: readonly string[]): string => Buffer.from(parts.join('\0')).toString('base64');
  const { user, pass } = login;
  return [coded('', user, pass), coded(pass), coded(user), pass, user]
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, '(not shown)'), text);
}
