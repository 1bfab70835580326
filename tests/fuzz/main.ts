import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Mutates the XML and the bytes of real returns of every instrument and reads them as an import does:
 * `npm run fuzz -- --seconds N --seed S`. The reading has a process of its own, which is ended when it hangs or takes too
 * much memory. Whatever is found lies in `output/fuzz/`; `--turn T` repeats one mutant of a seed.
 */

/** Milliseconds without a sign of life: until the returns are made, and for one mutant. The worker limits what it takes. */
const patience = { start: 300_000, mutant: 30_000 } as const;
/** Megabytes of the heap: an ordinary return takes some 50. */
const heap = 300;
/** Finds that are shown. */
const maxShown = 20;

const folder = 'output/fuzz';
const { seconds, seed, turn: only } = chosen();
const counts = new Map<string, number>();
let turn = only ?? 0;
let shown = 0;

process.stdout.write(`Seed ${seed}, ${only === undefined ? `${seconds} seconds` : `turn ${only}`}\n`);
const start = Date.now();
const isOver = (): boolean => (only === undefined ? Date.now() - start >= seconds * 1000 : turn > only);
while (!isOver()) await work();
const mutants = [...counts.values()].reduce((sum, count) => sum + count, 0);
const found = [...counts].filter(([outcome]) => isFind(outcome));
process.stdout.write(
  `${mutants} mutants, ${(mutants / ((Date.now() - start) / 1000)).toFixed(0)} a second: ${[...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;

/** One process, until time is over or a mutant ends it. */
async function work(): Promise<void> {
  const script = fileURLToPath(new URL('worker.js', import.meta.url));
  const args = [`--max-old-space-size=${heap}`, script, String(seed), String(turn), folder];
  const worker = spawn(process.execPath, only === undefined ? args : [...args, String(only + 1)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let begun = false;
  let hangs = false;
  let lastWords = '';
  worker.stderr.on('data', (words: Buffer) => {
    lastWords = `${lastWords}${words.toString()}`.slice(-2_000);
  });
  let timer = watch(worker, patience.start, () => {
    hangs = true;
  });
  for await (const line of createInterface({ input: worker.stdout })) {
    clearTimeout(timer);
    const judged = JSON.parse(line) as { turn: number; outcome?: string; details?: string; what?: string };
    begun = judged.outcome === undefined;
    turn = begun ? judged.turn : judged.turn + 1;
    if (judged.outcome !== undefined) report(judged.outcome, judged.turn, `${judged.what}: ${judged.details}`);
    if (isOver()) break;
    timer = watch(worker, patience.mutant, () => {
      hangs = true;
    });
  }
  clearTimeout(timer);
  worker.kill('SIGKILL');
  if (isOver()) return;
  if (!begun) throw new Error(`The worker did not start: ${lastWords}`);
  report(hangs ? 'HANG' : 'DIED', turn, lastWords);
  turn += 1;
}

function watch(worker: ChildProcess, wait: number, then: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    then();
    worker.kill('SIGKILL');
  }, wait);
}

function isFind(outcome: string): boolean {
  return /^[A-Z]+$/.test(outcome);
}

function report(outcome: string, of: number, details: string): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (!isFind(outcome) || shown >= maxShown) return;
  shown += 1;
  process.stdout.write(`${outcome} at turn ${of}: ${details.slice(0, 1_500)}\n`);
}

function chosen(): { readonly seconds: number; readonly seed: number; readonly turn: number | undefined } {
  const options = {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    turn: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const seconds = Number(values.seconds);
    const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed);
    const turn = values.turn === undefined ? undefined : Number(values.turn);
    if (seconds > 0 && Number.isInteger(seed) && (turn === undefined || Number.isInteger(turn)))
      return { seconds, seed, turn };
  } catch {
    // An unknown option is reported below, as a wrong value is.
  }
  process.stderr.write('Usage: npm run fuzz -- [--seconds NUMBER] [--seed NUMBER] [--turn NUMBER]\n');
  process.exit(2);
}
