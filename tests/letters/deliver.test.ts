import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { type Delivery, deliver } from '../../src/letters/deliver.ts';
import { type MailServer, mailServer } from '../../src/letters/mailServer.ts';
import { openMailServer, openOddServer, reply } from '../mail/openMailServer.ts';

const message = Buffer.from('Subject: Test\r\n\r\n.\r\nText\r\n');
const envelope = { from: 'returns@region.example', to: ['a@x.example', 'b@x.example'] };

const serverAt = (url: string): MailServer => {
  const server = mailServer(url);
  if (typeof server === 'string') throw new Error(server);
  return server;
};

async function deliverTo(
  options: SMTPServerOptions,
  login = '',
  changes: Partial<MailServer['options']> = {},
): Promise<Delivery> {
  const server = await openMailServer(options);
  const { options: own, ...at } = serverAt(server.url.replace('//', `//${login}`));
  try {
    return await deliver({ ...at, options: { ...own, ...changes } }, envelope, message);
  } finally {
    await server.close();
  }
}

async function deliverOddly(answer: (line: string, socket: Socket) => string | undefined): Promise<Delivery> {
  const server = await openOddServer(answer);
  try {
    return await deliver(patient(serverAt(server.url)), envelope, message);
  } finally {
    await server.close();
  }
}

/** A certificate for this machine, which nobody has signed, and its key. */
function certified(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-key-'));
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const both = { key: read('key.pem'), cert: read('cert.pem') };
  rmSync(folder, { recursive: true });
  return both;
}

/** Waits half a second where people wait two minutes. */
const patient = (server: MailServer): MailServer => ({
  ...server,
  options: { ...server.options, greetingTimeout: 500, socketTimeout: 500 },
});

const refusing =
  (...refused: readonly string[]): NonNullable<SMTPServerOptions['onRcptTo']> =>
  ({ address }, _session, done) =>
    done(refused.includes(address) ? reply(550, 'no such user') : null);

describe('a message that is handed over', () => {
  test('arrives as it is, at all of its addresses', async () => {
    const server = await openMailServer();
    const delivery = await deliver(serverAt(server.url), envelope, message);
    await server.close();
    expect(delivery).toMatchObject({ outcome: 'sent', refused: undefined });
    expect(server.received).toEqual([{ ...envelope, bytes: message }]);
  });

  test('goes by an encrypted way where the server offers one, and its certificate is known', async () => {
    const { key, cert } = certified();
    const ways: boolean[] = [];
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, { secure }, done) => {
      ways.push(secure);
      done();
    };
    const tls = { ...serverAt('smtp://mail.region.example').options.tls, ca: cert };
    const options = { disabledCommands: ['AUTH'], key, cert, onMailFrom };
    expect(await deliverTo(options, '', { requireTLS: true, tls })).toMatchObject({ outcome: 'sent' });
    expect(ways).toEqual([true]);
  });

  test('is sent when one of two addresses is refused, which is reported', async () => {
    expect(await deliverTo({ onRcptTo: refusing('b@x.example') })).toMatchObject({
      outcome: 'sent',
      refused: expect.stringMatching(/^b@x\.example: .*550 no such user/),
    });
  });

  test('is refused when all of them are', async () => {
    expect(await deliverTo({ onRcptTo: refusing(...envelope.to) })).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('550 no such user'),
    });
  });

  test('is refused when the server rejects the message', async () => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(reply(554, 'looks like spam')));
    };
    expect(await deliverTo({ onData })).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('554 looks like spam'),
    });
  });

  test('is refused when it is larger than the server takes', async () => {
    expect(await deliverTo({ size: 10 })).toMatchObject({ outcome: 'refused' });
  });
});

describe('a message that was certainly not sent', () => {
  const notSent = (words: string) => ({ outcome: 'not sent', problem: expect.stringContaining(words) });

  test('because nobody listens there', async () => {
    const server = await openMailServer();
    await server.close();
    expect(await deliver(serverAt(server.url), envelope, message)).toMatchObject(notSent('no connection'));
  });

  test('because the sender is not allowed', async () => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, done) => done(reply(553, 'not yours'));
    expect(await deliverTo({ onMailFrom })).toMatchObject(notSent('553 not yours'));
  });

  test('because the server accepts no more messages for now', async () => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, done) => done(reply(421, 'too many'));
    expect(await deliverTo({ onRcptTo })).toMatchObject(notSent('accepts no more messages for now'));
  });

  test('because the server is out of order when it has the message', async () => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(reply(452, 'disk full')));
    };
    expect(await deliverTo({ onData })).toMatchObject(notSent('452 disk full'));
  });

  test('because the password is wrong, which is never shown in any form', async () => {
    const secret = 'pa:ss/wörd@1';
    const login = `anne%40region:${encodeURIComponent(secret)}@`;
    const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
      done(
        reply(
          535,
          `no such login: ${username} ${password} ${Buffer.from(`\0${username}\0${password}`).toString('base64')}`,
        ),
      );
    const delivery = await deliverTo({ onAuth }, login);
    expect(delivery).toMatchObject(notSent('does not accept the user name and password'));
    const described = JSON.stringify(delivery);
    for (const part of [secret, 'anne@region', Buffer.from(`\0anne@region\0${secret}`).toString('base64')]) {
      expect(described).not.toContain(part);
    }
    expect(described).toContain('(not shown)');
  });

  test('because there is another server at the address, or one without TLS from the start', async () => {
    const server = await openMailServer();
    const secure = await deliver(serverAt(server.url.replace('smtp:', 'smtps:')), envelope, message);
    await server.close();
    expect(secure).toMatchObject(notSent('does not use TLS from the start on this port'));
    expect(secure).toMatchObject(notSent('smtps:// usually has 465, smtp:// 587'));
    const odd = await openOddServer(() => undefined, '* OK IMAP4rev1 ready');
    const delivery = await deliver(patient(serverAt(odd.url)), envelope, message);
    await odd.close();
    expect(delivery).toMatchObject(notSent('the server at this address does not accept messages'));
  });

  test('because the server says nothing', async () => {
    expect(await deliverOddly(() => undefined)).toMatchObject(notSent('does not reply'));
  });

  test('because the server hangs up before the message', async () => {
    const answer = (line: string, socket: Socket): string | undefined => {
      if (line.startsWith('EHLO')) return '250 odd.example';
      socket.destroy();
      return undefined;
    };
    expect(await deliverOddly(answer)).toMatchObject(notSent('connection ended unexpectedly'));
  });

  test('because the certificate cannot be trusted', async () => {
    expect(await deliverTo({ disabledCommands: ['AUTH'], ...certified() })).toMatchObject(
      notSent('certificate cannot be trusted'),
    );
  });

  test('because the server offers no encryption, wherever it is but on this machine', async () => {
    const { requireTLS } = serverAt('smtp://mail.region.example').options;
    expect(await deliverTo({}, '', { requireTLS: requireTLS ?? false })).toMatchObject(
      notSent('no encrypted connection'),
    );
  });
});

describe('a server that drips a byte at a time', () => {
  /** Answers politely up to a command, and then drips without an end. */
  const dripping =
    (command: string) =>
    (line: string, socket: Socket): string | undefined => {
      if (line.startsWith(command)) {
        const timer = setInterval(() => socket.write('2'), 10);
        socket.on('close', () => clearInterval(timer));
        return undefined;
      }
      if (line === 'DATA') return '354 go on';
      return /^(?:EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : undefined;
    };

  test.each([
    ['EHLO', 'not sent'],
    ['MAIL', 'not sent'],
    ['RCPT', 'not sent'],
    ['DATA', 'not sent'],
    ['.', 'unknown'],
  ])('is abandoned in time from %s on', async (command, outcome) => {
    const server = await openOddServer(dripping(command));
    const own = { ...serverAt(server.url), patience: { answer: 300, slowest: 1_000_000 } };
    const delivery = await deliver(own, envelope, message);
    await server.close();
    expect(delivery).toMatchObject({ outcome, problem: expect.stringContaining('replies too slowly') });
  });

  test('is given time for the size of the message', async () => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => setTimeout(() => done(), 600));
    };
    const server = await openMailServer({ onData });
    const own = { ...serverAt(server.url), patience: { answer: 300, slowest: 100 } };
    expect(await deliver(own, envelope, Buffer.alloc(100, 'x'))).toMatchObject({ outcome: 'sent' });
    await server.close();
  });
});

describe('a message of which nobody knows', () => {
  const untilText =
    (then: (socket: Socket) => void) =>
    (line: string, socket: Socket): string | undefined => {
      if (line === 'DATA') return '354 go on';
      if (line === '.') then(socket);
      return /^(?:EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : undefined;
    };

  test.each([
    ['hangs up', (socket: Socket) => socket.destroy(), 'connection ended unexpectedly'],
    ['says nothing more', () => {}, 'does not reply'],
  ])('because the server has it and %s', async (_what, then, words) => {
    expect(await deliverOddly(untilText(then))).toMatchObject({
      outcome: 'unknown',
      problem: expect.stringContaining(words),
    });
  });
});

describe('the address of a mail server', () => {
  test.each([
    ['smtp://mail.region.example', { host: 'mail.region.example', port: 587, secure: false, requireTLS: true }],
    ['smtps://mail.region.example', { port: 465, secure: true }],
    ['smtp://mail.region.example:465', { port: 465, secure: true }],
    ['smtp://mail.region.example:25', { port: 25, secure: false, requireTLS: true }],
    ['smtp://127.0.0.1:2525', { secure: false, requireTLS: false }],
    ['smtp://127.0.0.1.region.example', { requireTLS: true }],
  ])('%s is encrypted as required, and its certificate is checked', (url, options) => {
    const { options: found } = serverAt(url);
    expect(found).toMatchObject({ ...options, tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true } });
    expect(found).not.toHaveProperty('ignoreTLS');
  });

  test('has a password that its name does not show', () => {
    const { name, login } = serverAt('smtp://anne%40region:p%40ss%2F1@mail.region.example');
    expect([name, login]).toEqual(['mail.region.example:587', { user: 'anne@region', pass: 'p@ss/1' }]);
  });

  test.each([
    '',
    'mail.region.example',
    'http://mail.region.example',
    'smtp://',
    'smtp://anne:pass/word@x',
    'smtp://a:%@x',
    'smtp://x?tls=no',
  ])('%j is not one, and is not repeated in the report', (url) => {
    const problem = mailServer(url);
    expect(typeof problem).toBe('string');
    expect(problem).not.toContain('anne');
  });
});
