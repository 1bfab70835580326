import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = '/usr/lib/postgresql';

/** A cluster of PostgreSQL in a folder of its own, which only its socket reaches. */
export interface Cluster {
  /** The address of an empty database. */
  readonly server: string;
  readonly stop: (how?: 'fast' | 'immediate') => void;
  readonly start: () => void;
  readonly remove: () => void;
}

/** Undefined where PostgreSQL is not installed. */
export function startCluster(): Cluster | undefined {
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
  const options = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=50`;
  const start = (): void => run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start');
  const stop = (how = 'fast'): void => run('pg_ctl', '-D', data, '-w', '-m', how, 'stop');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N');
  start();
  run('createdb', '-h', folder, '-U', 'postgres', 'scorebook');
  return {
    server: `postgres://postgres@localhost/scorebook?host=${folder}`,
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
