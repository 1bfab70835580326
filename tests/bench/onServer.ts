import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSchema } from '../tools/newSchema.ts';
import { startCluster } from '../tools/postgresCluster.ts';
import { inOwnProcess } from './ownProcess.ts';
import { met, print } from './target.ts';

/** Returns that are imported where no other number is given. */
const usual = 2_000;

/**
 * Wanted: the rate of an import on the server with one reader as a share of that into a file, and the rate of two workers
 * as a multiple of that of one, on two processors.
 */
const wanted = { onServer: 0.7, twoWorkers: 1.7 } as const;

const main = join('dist', 'bundle', 'main.js');

/**
 * Imports the same returns into a register in a file, into one on a PostgreSQL server, and from its queue with one, two and four
 * workers. Prints files to a second and the ratios.
 */
export async function reportServer(given = ''): Promise<void> {
  const count = given === '' ? usual : Number(given);
  const cluster = startCluster();
  if (cluster === undefined) {
    print('PostgreSQL is not installed.');
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-bench-'));
  const returns = join(folder, 'returns');
  try {
    spawnSync('mkdir', [returns]);
    // In a process of its own, which has written the whole register to its file when it ends.
    inOwnProcess('main', 'write-returns', returns, String(count));
    const issued = join(folder, 'issued.db');
    for (const name of readdirSync(returns).filter((one) => one.startsWith('issued.db')))
      copyFileSync(join(returns, name), join(folder, name));
    for (const name of readdirSync(returns)) if (!name.endsWith('.xlsx')) rmSync(join(returns, name));
    const onServer = async (): Promise<string> => {
      const address = await newSchema(cluster.server);
      await seconds('register', 'copy', issued, address);
      return address;
    };
    print(`${count} returns:`);
    const report = (what: string, time: number): number => {
      const rate = count / time;
      print(`  ${what}: ${time.toFixed(1)} s, ${rate.toFixed(0)} files/s`);
      return rate;
    };
    const importing = ['import', returns, '--workers', '1', '--register'];
    copyFileSync(issued, join(folder, 'file.db'));
    const file = report('import into a file', await seconds(...importing, join(folder, 'file.db')));
    const server = report('import on the server', await seconds(...importing, await onServer()));
    const share = server / file;
    print(`    ${share.toFixed(2)} of that (wanted: at least ${wanted.onServer}): ${met(share >= wanted.onServer)}`);
    const working = async (what: string, workers: number, run: typeof seconds): Promise<number> => {
      const address = await onServer();
      const stored = await seconds('import', '--queue', returns, '--register', address);
      print(`  stored in the queue: ${stored.toFixed(1)} s`);
      const start = performance.now();
      const work = ['work', '--until-empty', '--register', address];
      await Promise.all(Array.from({ length: workers }, () => run(...work)));
      return report(what, (performance.now() - start) / 1000);
    };
    const held = await working('one worker that is held to one processor', 1, secondsOnOne);
    const one = await working('one worker', 1, seconds);
    const two = await working('two workers', 2, seconds);
    await working('four workers', 4, seconds);
    const times = two / one;
    print(
      `    two beside one: ${times.toFixed(2)} times (wanted: at least ${wanted.twoWorkers}): ${met(times >= wanted.twoWorkers)}`,
    );
    print(`    two beside one that is held to one processor: ${(two / held).toFixed(2)} times`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    cluster.remove();
  }
}

/** How long a command takes. @throws Error when it fails otherwise than by what it finds in the files. */
const seconds = (...args: readonly string[]): Promise<number> => secondsOf(process.execPath, main, ...args);

/**
 * The same, on the first processor alone. Otherwise the collector and the compiler of one worker use another processor
 * beside it, so that two workers on two processors cannot be twice as fast.
 */
const secondsOnOne = (...args: readonly string[]): Promise<number> =>
  secondsOf('taskset', '--cpu-list', '0', process.execPath, main, ...args);

async function secondsOf(program: string, ...args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors = `${errors}${data}`.slice(-2_000);
  });
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${errors}`);
  return (performance.now() - start) / 1000;
}
