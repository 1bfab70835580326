import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import { mailboxAddress } from '../../../src/mail/mailbox/mailboxAddress.ts';
import type { Patience } from '../../../src/mail/mailbox/patience.ts';
import { type MailboxMessage, readMailbox, type Wanted } from '../../../src/mail/mailbox/readMailbox.ts';
import { withDovecot } from '../../programs.ts';
import { freePort, type ImapServer, startImapServer } from '../imapServer.ts';
import { mail } from '../mails.ts';

const noneSeen: Wanted = { folder: 'INBOX', seen: async () => ({ uids: new Set(), formerIds: new Set() }) };

async function read(
  url: string,
  wanted: Partial<Wanted> = {},
  patience?: Patience,
): Promise<readonly MailboxMessage[]> {
  const address = mailboxAddress(url);
  if (typeof address === 'string') throw new Error(address);
  const all: MailboxMessage[] = [];
  for await (const message of readMailbox(address, { ...noneSeen, ...wanted }, patience)) all.push(message);
  return all;
}

/** What is said when the mailbox cannot be read. */
async function problemWith(url: string, wanted: Partial<Wanted> = {}, patience?: Patience): Promise<string> {
  const failure = await read(url, wanted, patience).catch((thrown: unknown) => thrown);
  if (!(failure instanceof FindingsError)) throw new Error(`no finding: ${String(failure)}`);
  expect(failure.findings.map(({ code }) => code)).toEqual(['mailbox.failed']);
  expect(failure.message).not.toContain('secret');
  return failure.message;
}

withDovecot('a mailbox', () => {
  let server: ImapServer;
  beforeAll(async () => {
    server = await startImapServer();
    server.put(mail({ subject: 'One', headers: ['Message-ID: <one@x>'] }), new Date('2026-11-10T23:30:00Z'));
    server.put(mail({ subject: 'Two', headers: ['Message-ID: <two@x>'] }), new Date('2026-11-12T09:00:00Z'));
    server.put(mail({ subject: 'Three' }), new Date('2026-11-13T09:00:00Z'));
    server.put(mail({ subject: 'Elsewhere' }), new Date('2026-11-13T09:00:00Z'), 'Returns');
  });
  afterAll(() => server.stop());
  const at = (port = server.port): string => `imap://ann:secret@127.0.0.1:${port}`;

  const shown = (messages: readonly MailboxMessage[]): readonly string[] =>
    messages.map(({ messageId, delivered, content, following }) => {
      const what = typeof content === 'object' && 'bytes' in content ? Buffer.from(content.bytes).toString() : 'none';
      const subject = /Subject: (.*)\r/.exec(what)?.[1] ?? 'none';
      return `${subject} ${messageId ?? '-'} ${delivered?.toISOString()} ${following}`;
    });

  test('is read oldest first, with the time at which it received each message', async () => {
    expect(shown(await read(at()))).toEqual([
      'One <one@x> 2026-11-10T23:30:00.000Z 2',
      'Two <two@x> 2026-11-12T09:00:00.000Z 1',
      'Three - 2026-11-13T09:00:00.000Z 0',
    ]);
  });

  test('is left as it was: nothing is marked, moved or deleted', async () => {
    const before = server.files();
    await read(at());
    expect(server.files()).toEqual(before);
    expect(before.every((name) => name.endsWith(':2,'))).toBe(true);
  });

  test('is read from a day on, or another folder of it', async () => {
    expect(shown(await read(at(), { since: new Date('2026-11-12T08:59:59Z') }))).toHaveLength(2);
    expect(shown(await read(at(), { since: new Date('2026-11-12T09:00:01Z') }))).toHaveLength(1);
    expect(shown(await read(at(), { folder: 'Returns' }))).toEqual(['Elsewhere - 2026-11-13T09:00:00.000Z 0']);
  });

  test('gives only what was not seen, by number or, when the server numbers anew, by Message-ID', async () => {
    const [first] = await read(at());
    const seen = { uids: new Set([first?.uid ?? 0]), formerIds: new Set<string>() };
    expect(shown(await read(at(), { seen: async () => seen }))).toEqual([
      'Two <two@x> 2026-11-12T09:00:00.000Z 1',
      'Three - 2026-11-13T09:00:00.000Z 0',
    ]);
    const former = { uids: new Set<number>(), formerIds: new Set(['<two@x>']) };
    expect((await read(at(), { seen: async () => former })).map(({ content }) => content === 'seen')).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('gives of a message over 60 MB only its size', async () => {
    server.put(`${mail({})}${`${'x'.repeat(998)}\r\n`.repeat(63_000)}`, new Date('2026-11-14T09:00:00Z'), 'Large');
    server.put(mail({}), new Date('2026-11-14T09:00:00Z'), 'Large');
    const [large, small] = (await read(at(), { folder: 'Large' })).toSorted((a, b) => a.uid - b.uid);
    expect(large?.content).toEqual({ size: expect.any(Number) });
    expect(small?.content).toMatchObject({ bytes: expect.any(Uint8Array) });
  });

  test('with a wrong password, without the folder, or with an unsigned certificate is described', async () => {
    expect(await problemWith(`imap://ann:wrong@127.0.0.1:${server.port}`)).toContain(
      'does not accept this user and password',
    );
    expect(await problemWith(at(), { folder: 'Retruns' })).toContain('it has no folder "Retruns"');
    expect(await problemWith(`imaps://ann:secret@127.0.0.1:${server.tlsPort}`)).toContain(
      'is not signed by a known authority',
    );
    expect(await problemWith(`imaps://ann:secret@127.0.0.1:${server.port}`)).toContain('does not use TLS');
  });
});

describe('a server that misbehaves', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A server that says something for each line that comes, by the command in it. */
  async function answering(
    answer: (socket: Socket, tag: string, line: string) => void,
    greet = (socket: Socket): unknown => socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n'),
  ): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      greet(socket);
      let pending = '';
      socket.on('data', (data) => {
        const lines = `${pending}${data}`.split('\r\n');
        pending = lines.pop() ?? '';
        for (const line of lines) answer(socket, line.split(' ')[0] ?? '', line.toUpperCase());
      });
    });
    servers.push(server);
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return `imap://ann:secret@127.0.0.1:${port}`;
  }

  /** Everything goes well up to the messages themselves. */
  function politely(socket: Socket, tag: string, line: string): boolean {
    if (line.includes('EXAMINE')) socket.write('* 2 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 3] x\r\n');
    else if (line.includes('SEARCH')) socket.write('* SEARCH 1 2\r\n');
    else if (line.includes('RFC822.SIZE')) {
      for (const uid of [1, 2]) {
        socket.write(
          `* ${uid} FETCH (UID ${uid} RFC822.SIZE 20 INTERNALDATE "12-Nov-2026 09:00:00 +0000" BODY[HEADER.FIELDS (MESSAGE-ID)] {2}\r\n\r\n)\r\n`,
        );
      }
    } else if (line.includes('FETCH')) return false;
    else if (line.includes('CAPABILITY')) socket.write('* CAPABILITY IMAP4rev1\r\n');
    socket.write(`${tag} OK done\r\n`);
    return true;
  }

  test('is not there', async () => {
    expect(await problemWith(`imap://ann:secret@127.0.0.1:${await freePort()}`)).toContain('cannot be reached');
  });

  test('hangs up in the middle of a message', async () => {
    const url = await answering((socket, tag, line) => {
      if (politely(socket, tag, line)) return;
      socket.write('* 1 FETCH (UID 1 BODY[] {2000}\r\nFrom: ann@netherby.example\r\n');
      socket.end();
    });
    expect(await problemWith(url)).toContain('closed the connection');
  });

  test('sends a message larger than it said', async () => {
    const url = await answering((socket, tag, line) => {
      if (!politely(socket, tag, line)) socket.write('* 1 FETCH (UID 1 BODY[] {2000000000}\r\n');
    });
    expect(await problemWith(url)).toContain('sends more than it announced');
  });

  /** Writes a byte at a time, without end where the text has none. */
  function drip(socket: Socket, text: string, pause = 10): void {
    let at = 0;
    const timer = setInterval(() => {
      if (at < text.length) socket.write(text[at] ?? '');
      at += 1;
    }, pause);
    socket.on('close', () => clearInterval(timer));
  }

  const endless = '* OK still here\r\n'.repeat(1_000);
  const impatient: Patience = { answer: 300, slowest: 1_000_000 };

  test.each(['LOGIN', 'EXAMINE', 'SEARCH', 'RFC822.SIZE', 'BODY.PEEK[]'])(
    'drips a byte at a time when it is to answer %s',
    async (command) => {
      let isClosed = false;
      const url = await answering((socket, tag, line) => {
        socket.on('close', () => {
          isClosed = true;
        });
        if (line.includes(command)) drip(socket, endless);
        else politely(socket, tag, line);
      });
      expect(await problemWith(url, {}, impatient)).toContain('replies too slowly or not completely');
      await vi.waitFor(() => expect(isClosed).toBe(true));
    },
  );

  test('drips its greeting', async () => {
    const url = await answering(
      () => {},
      (socket) => drip(socket, `* OK ${'x'.repeat(10_000)}`),
    );
    expect(await problemWith(url, {}, impatient)).toContain('replies too slowly or not completely');
  });

  test('goes on without an end', async () => {
    const line = `* OK ${'x'.repeat(990)}\r\n`;
    const url = await answering((socket, tag, command) => {
      if (!command.includes('SEARCH')) politely(socket, tag, command);
      else {
        const timer = setInterval(() => socket.write(line.repeat(200)), 10);
        socket.on('close', () => clearInterval(timer));
      }
    });
    // A megabyte is given a second; much more comes in it.
    const problem = await problemWith(url, {}, { answer: 300, slowest: 1_000_000 });
    expect(problem).toContain('replies too slowly or not completely');
  });

  test('drips its farewell, when everything was read', async () => {
    const source = mail({});
    const url = await answering((socket, tag, line) => {
      if (line.includes('LOGOUT')) drip(socket, endless);
      else if (!politely(socket, tag, line)) {
        for (const uid of [1, 2])
          socket.write(`* ${uid} FETCH (UID ${uid} BODY[] {${source.length}}\r\n${source})\r\n`);
        socket.write(`${tag} OK done\r\n`);
      }
    });
    expect(await read(url, {}, { answer: 1_000, slowest: 1_000_000 })).toHaveLength(2);
  });

  test('is slow but not too slow: the time allowed grows with what has come', async () => {
    const source = mail({ text: 'x'.repeat(1_200) });
    const url = await answering((socket, tag, line) => {
      if (politely(socket, tag, line)) return;
      drip(socket, `* 1 FETCH (UID 1 BODY[] {${source.length}}\r\n${source})\r\n${tag} OK done\r\n`, 1);
    });
    const started = performance.now();
    expect(await read(url, {}, { answer: 1_000, slowest: 10 })).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThan(1_000);
  });

  test('says no', async () => {
    const url = await answering((socket, tag, line) => {
      if (!politely(socket, tag, line)) socket.write(`${tag} NO come back tomorrow\r\n`);
    });
    expect(await problemWith(url)).toMatch(/gave an unexpected reply|closed the connection/);
  });
});

describe('the address of a mailbox', () => {
  test('has user and password with characters that addresses keep for themselves', () => {
    expect(mailboxAddress('imaps://ann%40netherby.example:a%2Fb%25@mail.example')).toMatchObject({
      name: 'mail.example:993',
      user: 'ann@netherby.example',
      password: 'a/b%',
      secure: true,
      isHere: false,
    });
  });

  test.each([
    'mail.example',
    'https://ann:secret@mail.example',
    'imaps://mail.example',
    'imaps://ann@mail.example',
    'imaps://ann:secret@mail.example/INBOX',
    'imaps://ann:%secret@mail.example',
  ])('%s is not one, and the password is not repeated', (url) => {
    const problem = mailboxAddress(url);
    expect(problem).toBeTypeOf('string');
    expect(problem).not.toContain('secret');
  });
});
