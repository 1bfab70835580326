import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegister } from '../../src/register/openRegister.ts';
import { hostileFiles } from '../hostile/hostileFiles.ts';
import { ordinaryReturn } from '../hostile/ordinaryReturn.ts';
import { inOwnProcess } from './ownProcess.ts';
import { met } from './target.ts';

/** What one file cost and came to. */
interface Verdict {
  readonly status: string;
  readonly reported: readonly string[];
  readonly findings: number;
  /** From beginning to end, and what the processor took for it: less, while others wait for it too; more, with several cores. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Wanted of every file: milliseconds of the processor, and megabytes above the peak of an ordinary return. */
const max = { ms: 1_000, mb: 200 } as const;

/** Runs of a file before it counts as over: a busy machine takes longer for the same work. The fastest counts. */
const attempts = 3;

/**
 * Imports every hostile file into a register of its own, each in a process of its own, beside an ordinary return. Prints what each came to, how long
 * the import took, and the peak memory of its process, which includes Node and Scorebook. The time is that of the import
 * alone, in a process that has read no file before: much of it is the compiling of code that is run for the first time.
 */
export function reportHostile(only = ''): void {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-hostile-'));
  try {
    inOwnProcess('main', 'write-hostile', folder, only);
    const ordinary = judged(folder, 'ordinary');
    const isOver = ({ cpuMs, peakMb }: Verdict): boolean => cpuMs > max.ms || peakMb - ordinary.peakMb > max.mb;
    process.stdout.write(
      `Hostile files (wanted: at most ${max.ms} ms of the processor, and ${max.mb} MB above the ordinary return's ${ordinary.peakMb.toFixed(0)} MB; it takes ${ordinary.cpuMs.toFixed(0)} ms)\n`,
    );
    const verdicts: Verdict[] = [];
    for (const [index, { what }] of hostileFiles.entries()) {
      if (!what.includes(only)) continue;
      let verdict = judged(folder, String(index));
      for (let again = 1; again < attempts && isOver(verdict); again += 1) {
        const next = judged(folder, String(index));
        if (next.cpuMs < verdict.cpuMs) verdict = next;
      }
      verdicts.push(verdict);
      process.stdout.write(`  ${what.padEnd(58)} ${line(verdict)}${isOver(verdict) ? '  OVER' : ''}\n`);
    }
    const over = verdicts.filter(isOver).length;
    const [ms, mb] = [
      Math.max(...verdicts.map(({ cpuMs }) => cpuMs)),
      Math.max(...verdicts.map(({ peakMb }) => peakMb)),
    ];
    process.stdout.write(
      `${verdicts.length} files, ${over} over: at most ${ms.toFixed(0)} ms of the processor and ${mb.toFixed(0)} MB, ${(mb - ordinary.peakMb).toFixed(0)} MB above the ordinary return: ${met(over === 0)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line({ status, reported, ms, cpuMs, peakMb }: Verdict): string {
  const figures = `${figure(ms)} ms (processor ${figure(cpuMs)} ms) ${figure(peakMb)} MB`;
  return `${figures}  ${[status, ...reported].join(' ')}`;
}

const figure = (value: number): string => value.toFixed(0).padStart(5);

function judged(folder: string, file: string): Verdict {
  copyFileSync(join(folder, 'issued.db'), join(folder, 'register.db'));
  try {
    return inOwnProcess('judge', folder, file) as Verdict;
  } catch (failure) {
    return {
      status: `BROKE OFF (${String(failure).slice(0, 2_000)})`,
      reported: [],
      findings: 0,
      ms: Infinity,
      cpuMs: Infinity,
      peakMb: Infinity,
    };
  }
}

/** Writes a register and the files to a folder. */
export async function writeHostile(folder: string, only: string): Promise<null> {
  const register = await openRegister(join(folder, 'issued.db'));
  const ordinary = await ordinaryReturn(register);
  await register.close();
  writeFileSync(join(folder, 'ordinary'), ordinary);
  for (const [index, { what, make }] of hostileFiles.entries()) {
    if (what.includes(only)) writeFileSync(join(folder, String(index)), make(ordinary));
  }
  return null;
}
