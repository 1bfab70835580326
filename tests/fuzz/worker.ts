import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mutantOf, originals } from './mutants.ts';

/**
 * Judges mutants from one turn on until it is stopped. Before each it writes its turn, and afterwards the outcome as JSON:
 * from these the process that started it knows which one never ended. Writing is synchronous for the same reason.
 */
const [, , seed = '', first = '', folder = '', last = ''] = process.argv;

/** Seconds of the processor that one may take. */
const longest = 2;

const all = await originals();
for (let turn = Number(first); last === '' || turn < Number(last); turn += 1) {
  writeSync(1, `${JSON.stringify({ turn })}\n`);
  const mutant = mutantOf(all, Number(seed), turn);
  const before = process.cpuUsage();
  const judged = judge(mutant.judge);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const found = seconds > longest ? { outcome: 'SLOW', details: `${seconds.toFixed(1)} s` } : judged;
  if (/^[A-Z]+$/.test(found.outcome)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}-${turn}.xlsx`), mutant.bytes);
  }
  writeSync(1, `${JSON.stringify({ turn, ...found, what: mutant.what })}\n`);
}

function judge(work: () => { readonly outcome: string; readonly details: string }): ReturnType<typeof work> {
  try {
    return work();
  } catch (failure) {
    return {
      outcome: 'CRASH',
      details: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure),
    };
  }
}
