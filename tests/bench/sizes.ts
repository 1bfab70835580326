import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newSchema } from '../tools/newSchema.ts';
import { startCluster } from '../tools/postgresCluster.ts';
import { inOwnProcess } from './ownProcess.ts';
import { serverProcessorMs } from './serverProcessor.ts';
import type { Times } from './startTimes.ts';
import { met, print } from './target.ts';
import { round } from './writeRound.ts';

const sizes = [1_000, 10_000, 100_000] as const;

/** How many times as long a command may take for ten times as many partners. */
const wantedGrowth = 11;

interface Run extends Times {
  readonly peakMb: number;
  /** Milliseconds of the processor that the server used meanwhile. */
  readonly serverMs: number;
}

/** The commands that are measured; `{folder}` is one of their own. */
const commands: Readonly<Record<string, readonly string[]>> = {
  status: ['status'],
  'roll-up': ['rollup', '--out', '{folder}/roll-up.xlsx'],
  'export to Parquet': ['export', '--format', 'parquet', '--out', '{folder}/data.parquet'],
};

/**
 * Writes registers with more and more partners, made by code, in a file and on a PostgreSQL server; and measures what the
 * commands that read them all take. `npm run bench -- sizes 10000` does one size alone; all take an hour or more.
 */
export async function reportSizes(only?: string): Promise<void> {
  const wanted = sizes.filter((size) => only === undefined || size === Number(only));
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-bench-'));
  const cluster = startCluster();
  if (cluster === undefined) print('PostgreSQL is not installed: only files are measured.');
  try {
    const before = new Map<string, Run>();
    for (const size of wanted) {
      const file = join(folder, `${size}.db`);
      write(`${size} partners in a file`, file, size);
      print(`  ${(statSync(file).size / 1e6).toFixed(0)} MB`);
      measure('file', file, join(folder, `${size}`), before, () => 0);
      rmSync(file);
      if (cluster === undefined) continue;
      const address = await newSchema(cluster.server);
      write(`${size} partners on the server`, address, size);
      print(`  ${((await sizeOf(address)) / 1e6).toFixed(0)} MB`);
      measure('server', address, join(folder, `${size}-server`), before, () => serverProcessorMs(cluster.folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    cluster?.remove();
  }
}

function write(what: string, place: string, size: number): void {
  const start = performance.now();
  inOwnProcess('main', 'write-round', place, String(size));
  print(`${what}: written in ${seconds(performance.now() - start)}`);
}

function measure(
  where: string,
  place: string,
  folder: string,
  before: Map<string, Run>,
  serverNow: () => number,
): void {
  for (const [name, args] of Object.entries(commands)) {
    const own = args.map((arg) => arg.replace('{folder}', folder));
    const start = serverNow();
    const times = inOwnProcess('command', ...own, '--round', round, '--register', place) as Omit<Run, 'serverMs'>;
    const run: Run = { ...times, serverMs: serverNow() - start };
    const known = before.get(`${where} ${name}`);
    before.set(`${where} ${name}`, run);
    const processor = `${seconds(run.processorMs)}${run.serverMs > 0 ? ` and of the server ${seconds(run.serverMs)}` : ''}`;
    print(`  ${name}: ${seconds(run.ms)}, of the processor ${processor}, peak ${run.peakMb.toFixed(0)} MB`);
    if (known !== undefined) {
      // The processor's time is the same on a busy machine.
      const growth = (run.processorMs + run.serverMs) / (known.processorMs + known.serverMs);
      print(`    ${growth.toFixed(1)} times (wanted: at most ${wantedGrowth}): ${met(growth <= wantedGrowth)}`);
    }
  }
  const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = written.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  print(`  written: ${written.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
}

/** Bytes of all tables and indexes of a register on a server. */
async function sizeOf(address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    'select sum(pg_total_relation_size(oid)) as bytes from pg_class where relnamespace = current_schema()::regnamespace and relkind = $1',
    ['r'],
  );
  await client.end();
  return Number(rows[0]?.bytes);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
