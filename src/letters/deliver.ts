import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import { inTime } from '../mail/mailbox/patience.ts';
import type { MailServer } from './mailServer.ts';
import { oneLine } from './wording/fillWording.ts';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export type Delivery =
  /** The server has taken it over. `refused` says which addresses it did not take; some give it a Message-ID of their own. */
  | {
      readonly outcome: 'sent';
      readonly detail: string;
      readonly refused: string | undefined;
      readonly messageId: string | undefined;
    }
  /** It certainly did not go, because of this message or its addresses. */
  | { readonly outcome: 'refused'; readonly detail: string }
  /** It certainly did not go, and the next would fare no better. */
  | { readonly outcome: 'not sent'; readonly problem: string }
  /** The connection broke off between the end of the message and the server's word on it. */
  | { readonly outcome: 'unknown'; readonly problem: string };

/**
 * Hands one message over, by a connection of its own. nodemailer's transports are not used: a pooled one sends a message
 * again by itself when a connection breaks, and none tells how far it had come.
 */
export async function deliver(server: MailServer, envelope: Envelope, message: Uint8Array): Promise<Delivery> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({ ...server.options });
  const body = Readable.from([message]);
  const { answer, slowest } = server.patience;
  const patiently = <T>(work: Promise<T>, more = 0): Promise<T> =>
    inTime(
      work,
      () => answer + more,
      () => connection.close(),
    );
  try {
    await patiently(connected(connection));
    if (server.login !== undefined) await patiently(loggedIn(connection, server.login));
    // It answers several times on the way, and may look through the message before the last of them.
    const handingOver = sent(connection, envelope, message.length, body);
    const { response, rejected, errors, messageId } = await patiently(
      handingOver,
      answer + (message.length / slowest) * 1000,
    );
    const refused = errors.map((failure) => said(failure, server)).join('; ');
    return {
      outcome: 'sent',
      detail: withoutLogin(oneLine(response), server),
      refused: rejected.length === 0 ? undefined : `${rejected.join(', ')}: ${refused}`,
      messageId,
    };
  } catch (failure) {
    return failed(failure, server, body.readableEnded);
  } finally {
    connection.quit();
    connection.close();
  }
}

/** With this reply a server ends the connection, whatever was asked. */
const closing = 421;

/** @param wasHandedOver Whether the server had the whole message. */
function failed(failure: unknown, server: MailServer, wasHandedOver: boolean): Delivery {
  const { code, command, responseCode } = factsOf(failure);
  const detail = said(failure, server);
  if (responseCode === undefined && wasHandedOver) return { outcome: 'unknown', problem: detail };
  // Of what is no fault of the addresses, the next message has its share too, unless it is refused for good.
  const isForGood = responseCode !== undefined && responseCode >= 500;
  const isTooLarge = (code === 'EMESSAGE' && responseCode === undefined) || responseCode === 552;
  const isAboutMessage = command === 'RCPT TO' || isTooLarge || (command === 'DATA' && isForGood);
  if (isAboutMessage && responseCode !== closing) return { outcome: 'refused', detail };
  return { outcome: 'not sent', problem: detail };
}

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // It stays, as a connection may fail at any time, and what waits then has been told so already.
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

/** What nodemailer puts beside the message of an error. */
const factsOf = (failure: unknown): Facts => facts.safeParse(failure).data ?? {};

const facts = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** What went wrong, in words. Servers may repeat in their answers who asked, which is not shown. */
function said(failure: unknown, server: MailServer): string {
  const { code, responseCode } = factsOf(failure);
  const whole = withoutLogin(oneLine(failure instanceof Error ? failure.message : String(failure)), server);
  const message = whole.replace(/^Can't send mail - all recipients were rejected: /, '');
  const cut = message.length > 200 ? `${message.slice(0, 199)}…` : message;
  if (responseCode === closing) return `it takes no more for now (${cut}); wait a while`;
  if (/certificate|altnames/i.test(message)) {
    return `its certificate cannot be trusted (${cut}); ask those who run it, and name the file of an authority of your own in NODE_EXTRA_CA_CERTS`;
  }
  if (/wrong version number|packet length too long/i.test(message)) {
    return 'it does not speak TLS from the start there; check the port in its address: smtps:// mostly has 465, smtp:// 587';
  }
  const words = problems[code ?? ''];
  return words === undefined ? cut : `${words} (${cut})`;
}

const problems: Readonly<Record<string, string>> = {
  DeadlinePassed: 'it answers too slowly, or not to the end; if it stays so, ask those who run it',
  EAUTH: 'it does not accept the user name and password',
  ECONNECTION: 'the connection ended unexpectedly',
  EDNS: 'there is no server of that name',
  ESOCKET: 'no connection to it could be made',
  EPROTOCOL: 'what answers there is no mail server that takes messages; check the port in its address',
  ETIMEDOUT: 'it does not answer; if it stays so, check the port in its address: smtps:// mostly has 465, smtp:// 587',
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
