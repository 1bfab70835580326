import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyRegister } from '../../../../src/register/copy/copyRegister.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { openWorkplace, type Ran, type Workplace } from '../../../cli/workplace.ts';
import { openMailServer, type TestServer } from '../../../mail/openMailServer.ts';
import { type Cluster, startCluster } from '../../../tools/postgresCluster.ts';
import { withClient } from '../twoRegions.ts';

function started(): Cluster {
  const cluster = startCluster();
  if (cluster === undefined) throw new Error('PostgreSQL is not installed');
  return cluster;
}

/** An empty database, in a tablespace if one is given. */
async function database(cluster: Cluster, name: string, tablespace?: string): Promise<string> {
  await withClient(cluster.server, async (client) => {
    if (tablespace !== undefined) await client.query(`create tablespace ${name} location '${tablespace}'`);
    await client.query(`create database ${name} ${tablespace === undefined ? '' : `tablespace ${name}`}`);
  });
  return cluster.server.replace('/scorebook', `/${name}`);
}

describe.skipIf(process.getuid?.() !== 0)('a disk of the server that is full', () => {
  let cluster: Cluster;
  let small: string;
  beforeAll(() => {
    cluster = started();
    small = join(cluster.folder, 'small');
    mkdirSync(small);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', small]).status).toBe(0);
    spawnSync('chown', ['postgres', small]);
  }, 60_000);
  afterAll(() => {
    cluster.stop();
    spawnSync('umount', [small]);
    cluster.remove();
  });

  test('loses nothing, and the same command carries on when there is room', { timeout: 120_000 }, async () => {
    const place = openWorkplace();
    try {
      await place.generate(4);
      const codes = ['X01', 'X02', 'X03', 'X04'];
      for (const partner of codes) place.put(`returns/${partner}.xlsx`, place.filledIn(partner));
      const address = await database(cluster, 'small', small);
      const from = await openRegister(place.at('register.db'), 'read');
      const to = await openRegister(address, 'copy');
      await copyRegister(from, to, () => undefined);
      await Promise.all([from.close(), to.close()]);
      const { bavail, bsize } = statfsSync(small);
      writeFileSync(join(small, 'others'), new Uint8Array(bavail * bsize - 400 * 1024));
      const importing = (): Promise<Ran> => place.scorebook('import', place.at('returns'), '--register', address);
      const { code, err } = await importing();
      expect(code).toBe(1);
      expect(err).toContain(
        'the disk of its server is full. Nothing is lost: make room on it, and give the same command',
      );
      expect(err).not.toMatch(/\n\s+at /);
      rmSync(join(small, 'others'));
      expect((await importing()).code).toBe(0);
      expect((await place.scorebook('status', '--round', '2026', '--register', address)).out).toContain('4 of 4');
      expect((await place.scorebook('register', 'check', '--register', address)).code).toBe(0);
    } finally {
      place.remove();
    }
  });
});

describe('in the middle of a send', () => {
  let cluster: Cluster;
  let mail: TestServer;
  let place: Workplace;
  /** Addresses to which a message was taken over. */
  let taken: string[];
  /** What happens when the mail server has the message to X02. */
  let atX02: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    cluster = started();
    mail = await openMailServer({
      onData: (stream, { envelope }, done) => {
        stream.resume();
        stream.on('end', () => {
          const [{ address = '' } = {}] = envelope.rcptTo;
          taken.push(address);
          const broken = address === emailOf('X02') ? atX02?.() : undefined;
          void Promise.resolve(broken).then(() => done());
        });
      },
    });
    place = openWorkplace({ environment: { SCOREBOOK_SMTP: mail.url } });
  }, 60_000);
  afterAll(async () => {
    cluster.remove();
    await mail.close();
    place.remove();
  });
  beforeEach(() => {
    taken = [];
  });

  const codes = ['X01', 'X02', 'X03'];
  const emailOf = (code: string): string => `${code.toLowerCase()}@pct.example`;

  const workbooksOf = (address: string): string => place.at(new URL(address).pathname.slice(1));

  async function generate(address: string): Promise<void> {
    const list = codes.map((code) => `${code},Sample PCT ${code},${emailOf(code)}\n`).join('');
    const { code, err } = await place.scorebook(
      ...['generate', 'pct-self-assessment', '--partners', place.put('partners.csv', `code,name,email\n${list}`)],
      ...['--round', '2026', '--due', '2026-12-18 12:00', '--return-to', 'returns@region.example'],
      ...['--out', workbooksOf(address), '--register', address],
    );
    expect([code, err]).toEqual([0, expect.any(String)]);
  }

  const send = (address: string, ...more: readonly string[]): Promise<Ran> =>
    place.scorebook(
      ...['send', '--round', '2026', '--smtp', '--per-minute', '60000', '--workbooks', workbooksOf(address)],
      ...['--register', address, ...more],
    );

  test('a connection that is cut is made again, and each message goes out once', { timeout: 60_000 }, async () => {
    const address = await database(cluster, 'cut');
    await generate(address);
    atX02 = () =>
      withClient(address, async (client) => {
        await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'scorebook' and datname = current_database()`);
      });
    expect(await send(address)).toMatchObject({ code: 0 });
    expect(taken).toEqual(codes.map(emailOf));
    expect((await place.scorebook('register', 'check', '--register', address)).code).toBe(0);
  });

  test('a server that stops is reported, and nobody gets the message twice', { timeout: 60_000 }, async () => {
    const address = await database(cluster, 'stopped');
    await generate(address);
    atX02 = async () => cluster.stop('immediate');
    const stopped = await send(address);
    expect([stopped.code, stopped.err]).toEqual([
      1,
      expect.stringMatching(/Nothing is lost: give the same command again/),
    ]);
    expect(taken).toEqual(['X01', 'X02'].map(emailOf));
    atX02 = undefined;
    cluster.start();
    const { sentBefore, messages, findings } = JSON.parse((await send(address, '--json')).out);
    expect([sentBefore, messages, findings]).toMatchObject([
      1,
      [{ partner: 'X03', outcome: 'sent' }],
      [{ code: 'mail.may-have-gone' }],
    ]);
    expect(taken).toEqual(codes.map(emailOf));
    expect((await place.scorebook('register', 'check', '--register', address)).code).toBe(0);
  });
});
