import { type Finding, finding } from '../../finding/index.ts';
import { printable } from '../../spreadsheet/model/printable.ts';
import type { MailboxAddress } from './mailboxAddress.ts';

/** Describes a failure of a mailbox, without anything that may contain a password. */
export function mailboxProblem(failure: unknown, { name }: MailboxAddress, folder: string): Finding {
  const facts = factsOf(failure);
  const known = problems.find(({ when }) => when(facts));
  const { problem, cure } = known ?? {
    problem: `the server ${name} gave an unexpected reply${facts.reply === '' ? '' : ` ("${printable(facts.reply)}")`}`,
    cure: 'Try again later.',
  };
  const named = (text: string): string => text.replace('SERVER', name).replace('FOLDER', printable(folder));
  return finding('mailbox.failed', {}, { problem: named(problem), cure });
}

interface Facts {
  readonly code: string;
  readonly reply: string;
  /** Whether the user or the password was refused. */
  readonly isRefused: boolean;
  /** Whether the folder does not exist. */
  readonly isMissing: boolean;
  readonly isUnencrypted: boolean;
}

function factsOf(failure: unknown): Facts {
  const property = (name: string): unknown =>
    typeof failure === 'object' && failure !== null ? Reflect.get(failure, name) : undefined;
  const text = (name: string): string => {
    const value = property(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    code: text('code'),
    reply: text('responseText').slice(0, 100),
    isRefused: property('authenticationFailed') === true,
    isMissing: property('mailboxMissing') === true,
    isUnencrypted: text('message') === 'Server does not support STARTTLS',
  };
}

interface Problem {
  readonly when: (facts: Facts) => boolean;
  readonly problem: string;
  readonly cure: string;
}

const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: Facts): boolean =>
    codes.includes(code);

const problems: readonly Problem[] = [
  {
    when: ({ isRefused }) => isRefused,
    problem: 'the server SERVER does not accept this user and password',
    cure: 'Check them in SCOREBOOK_IMAP; where people sign in with a second factor, ask for an app password.',
  },
  {
    when: ({ isMissing }) => isMissing,
    problem: 'it has no folder "FOLDER"',
    cure: 'Check --folder; a folder inside another is written with its path on the server, as in INBOX/Returns.',
  },
  {
    when: ({ isUnencrypted }) => isUnencrypted,
    problem: 'the server SERVER offers no encrypted connection',
    cure: 'Write imaps:// in SCOREBOOK_IMAP, or ask those who run the server.',
  },
  {
    when: hasCode('CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'),
    problem: 'the certificate of the server SERVER is out of date, or the clock of this computer is wrong',
    cure: 'Inform those who run the server.',
  },
  {
    when: hasCode('ERR_TLS_CERT_ALTNAME_INVALID'),
    problem: 'the certificate is that of another server than SERVER',
    cure: 'Check the name of the server in SCOREBOOK_IMAP.',
  },
  {
    when: ({ code }) => /CERT|SELF_SIGNED|UNABLE_TO_/.test(code),
    problem:
      'the certificate of the server SERVER is not signed by a known authority, so another server may be pretending to be it',
    cure: 'Ask those who run it; if you have a certificate authority of your own, give its file in NODE_EXTRA_CA_CERTS.',
  },
  {
    when: hasCode('EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'),
    problem: 'the server SERVER does not use TLS on this port',
    cure: 'Check the port in SCOREBOOK_IMAP: imaps:// usually has 993, imap:// 143.',
  },
  {
    when: hasCode('ENOTFOUND', 'EAI_AGAIN'),
    problem: 'the server SERVER is not known',
    cure: 'Check its name in SCOREBOOK_IMAP and the connection to the network.',
  },
  {
    when: hasCode('ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'),
    problem: 'the server SERVER cannot be reached',
    cure: 'Check its name and port in SCOREBOOK_IMAP and the connection to the network.',
  },
  {
    when: hasCode('DeadlinePassed'),
    problem: 'the server SERVER replies too slowly or not completely',
    cure: 'Try again later; if this continues, ask those who run the server.',
  },
  {
    when: hasCode('CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT', 'ETIMEDOUT', 'LockTimeout'),
    problem: 'the server SERVER does not reply',
    cure: 'Try again later; if this continues, check the port in SCOREBOOK_IMAP.',
  },
  {
    when: ({ code }) =>
      /^(?:NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect.*|ECONNRESET|EPIPE)$/.test(code),
    problem: 'the server SERVER closed the connection',
    cure: 'Run the import again.',
  },
  {
    when: hasCode('LiteralTooLarge', 'ResponseTooLarge', 'LineTooLarge'),
    problem: 'the server SERVER sends more than it announced',
    cure: 'Save the messages in an e-mail program and import the files.',
  },
];
