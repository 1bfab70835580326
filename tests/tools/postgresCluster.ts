import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = '/usr/lib/postgresql';

/** A cluster of PostgreSQL in a folder of its own, which only its socket reaches unless it is `open`. */
export interface Cluster {
  /** The address of an empty database. */
  readonly server: string;
  readonly folder: string;
  readonly stop: (how?: 'fast' | 'immediate') => void;
  readonly start: () => void;
  readonly remove: () => void;
}

/** A cluster that this computer reaches by a port, with encryption and a password only. */
export interface OpenCluster {
  readonly port: number;
  /** The certificate of the server, which it signed itself, and its key, as PEM. */
  readonly certificate: string;
  readonly key: string;
}

/** Undefined where PostgreSQL is not installed. */
export function startCluster(open?: OpenCluster): Cluster | undefined {
  const version = existsSync(programs) ? readdirSync(programs).sort().at(-1) : undefined;
  if (version === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-postgres-'));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? userOf('postgres') : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: readonly string[]): void => {
    const ran = spawnSync(join(programs, version, 'bin', program), args, {
      ...{ cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...user },
      // The server would hold a pipe open for as long as it runs.
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status ?? ran.error?.message}`);
  };
  const data = join(folder, 'data');
  const listening = open === undefined ? '-c listen_addresses=' : `-c listen_addresses=localhost -p ${open.port}`;
  const options = `-k ${folder} ${listening} -c fsync=off -c max_connections=50`;
  const start = (): void => run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start');
  const stop = (how = 'fast'): void => run('pg_ctl', '-D', data, '-w', '-m', how, 'stop');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N');
  if (open !== undefined) {
    const put = (name: string, text: string): void => {
      writeFileSync(join(data, name), text);
      chmodSync(join(data, name), 0o600);
      if (user !== undefined) chownSync(join(data, name), user.uid, user.gid);
    };
    put('postgresql.auto.conf', 'ssl = on\n');
    put('server.crt', open.certificate);
    put('server.key', open.key);
    put('pg_hba.conf', 'local all all trust\nhostssl all all localhost scram-sha-256\n');
  }
  start();
  const port = open === undefined ? [] : ['-p', String(open.port)];
  run('createdb', '-h', folder, ...port, '-U', 'postgres', 'scorebook');
  return {
    ...{
      server: `postgres://postgres@localhost${open === undefined ? '' : `:${open.port}`}/scorebook?host=${folder}`,
      folder,
    },
    start,
    stop,
    remove: () => {
      // A test may have stopped it.
      if (existsSync(join(data, 'postmaster.pid'))) stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userOf(name: string): { readonly uid: number; readonly gid: number } {
  const id = (option: string): number => Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}
