import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { type ImapServer, startImapServer } from '../../mail/imapServer.ts';
import { mail } from '../../mail/mails.ts';
import { withDovecot } from '../../programs.ts';

const main = resolve('dist/bundle/main.js');
const received = new Date('2026-11-19T08:00:00Z');

/**
 * Writes the most bytes of buffers that the command held at any time to the end of standard error. Garbage is collected
 * before each look: how much of it waits depends on the machine.
 */
const maxBytesHeld = `
  let most = 0;
  const look = () => { gc(); most = Math.max(most, process.memoryUsage().arrayBuffers); };
  setInterval(look, 60).unref();
  process.on('exit', () => console.error(most));
`;

withDovecot('the built command, on a mailbox', () => {
  let place: Workplace;
  let server: ImapServer;
  beforeEach(async () => {
    place = openWorkplace();
    await place.generate(4);
    server = await startImapServer();
  });
  afterEach(async () => {
    await server.stop();
    place.remove();
  });

  /** Starts an import; other variables of the environment may be given. */
  const importing = (environment: Readonly<Record<string, string>> = {}): ChildProcess =>
    spawn(
      process.execPath,
      [
        ...['--expose-gc', '--import', `data:text/javascript,${maxBytesHeld}`],
        ...[main, 'import', '--imap', '--register', place.at('register.db')],
      ],
      { env: { ...process.env, SCOREBOOK_IMAP: `imap://ann:secret@127.0.0.1:${server.port}`, ...environment } },
    );

  async function ended(started: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
    let [out, err] = ['', ''];
    started.stdout?.on('data', (text) => {
      out += text;
    });
    started.stderr?.on('data', (text) => {
      err += text;
    });
    const code = await new Promise<number | null>((done) => started.once('close', done));
    return { code, out, err };
  }

  const sendBack = (partner: string): void =>
    server.put(
      mail({
        from: `ann@${partner.toLowerCase()}.example`,
        attached: [{ name: `${partner}.xlsx`, bytes: place.filledIn(partner) }],
      }),
      received,
    );

  function rows(query: string): readonly unknown[] {
    const database = new Database(place.at('register.db'));
    try {
      return database.prepare(query).raw().all();
    } finally {
      database.close();
    }
  }

  test('reads it over TLS, with a certificate that is known', { timeout: 60_000 }, async () => {
    sendBack('X01');
    const { code, out } = await ended(
      importing({
        SCOREBOOK_IMAP: `imaps://ann:secret@localhost:${server.tlsPort}`,
        NODE_EXTRA_CA_CERTS: server.certificate,
      }),
    );
    expect([code, out.includes('accepted: X01')]).toEqual([0, true]);
    expect(readFileSync(server.certificate, 'utf8')).toContain('BEGIN CERTIFICATE');
  });

  test('loses nothing and takes nothing twice when it is killed on the way', { timeout: 120_000 }, async () => {
    for (const partner of ['X01', 'X02', 'X03', 'X04']) sendBack(partner);
    let broken = 0;
    for (const imported of [1, 2, 3]) {
      const started = importing();
      const end = ended(started);
      started.stdout?.on('data', (text) => {
        if (String(text).includes(`accepted: X0${imported}`)) started.kill('SIGKILL');
      });
      if ((await end).code === null) broken += 1;
    }
    expect(broken).toBeGreaterThan(0);
    expect((await ended(importing())).code).toBe(0);
    expect(
      rows('select workbook.partner, received_at from return join workbook on workbook.id = workbook order by 1'),
    ).toEqual(['X01', 'X02', 'X03', 'X04'].map((partner) => [partner, received.toISOString()]));
    expect(rows('select uid from seen_message order by 1')).toEqual([[1], [2], [3], [4]]);
    expect(rows('select count(*) from received_message')).toEqual([[4]]);
    expect((await ended(importing())).out).toContain('0 files');
  });

  test('keeps no more than a few messages in memory', { timeout: 240_000 }, async () => {
    const evidence = { name: 'evidence.pdf', bytes: `%PDF-1.7${'x'.repeat(1_000_000)}` };
    const message = mail({ attached: [evidence] });
    for (let count = 0; count < 60; count += 1) server.put(message, received);
    const { code, out, err } = await ended(importing());
    expect([code, out.includes('60 without a return')]).toEqual([0, true]);
    const held = Number(err.trim().split('\n').at(-1)) / 1e6;
    // All of them have 82 MB. Up to 8 MB are fetched together; a message is there as text and as bytes while it is read.
    expect(held).toBeGreaterThan(1);
    expect(held).toBeLessThan(40);
  });
});
