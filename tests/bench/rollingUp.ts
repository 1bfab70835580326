import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { rollUp } from '../../src/operations/rollUp.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { largeRegion } from '../rollup/largeRegion.ts';
import { inOwnProcess } from './ownProcess.ts';
import { peakMb } from './peakMb.ts';
import { startTimes, type Times } from './startTimes.ts';
import { met, print } from './target.ts';
import { round } from './writeRound.ts';

/** Partners whose answers are rolled up. */
const sizes = [151, 1_000, 10_000] as const;
const made = new Date('2027-01-04T09:00:00Z');

interface Run extends Times {
  readonly peakMb: number;
}

/**
 * Wanted of a roll-up of the fewest partners, in milliseconds, and of the most, in megabytes. What the processor works for each
 * partner must not grow with their number, a little noise apart.
 */
const wanted = { ms: 1_000, peakMb: 700, growth: 1.15 } as const;

/**
 * Rolls up rounds of more and more partners, each from a register on disk and in a process of its own. Were time and
 * memory to grow faster than the number of partners, the ratios would rise.
 */
export function reportRollUps(only?: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-bench-'));
  try {
    let first = 0;
    for (const size of sizes.filter((one) => only === undefined || one === Number(only))) {
      inOwnProcess('main', 'write-round', pathIn(folder, size), String(size));
      const { ms, processorMs, peakMb } = inOwnProcess('main', 'roll-up', folder, String(size)) as Run;
      const each = processorMs / size;
      first ||= each;
      const growth = each / first;
      print(
        `Roll-up of ${size} partners: ${seconds(ms)}, of the processor ${seconds(processorMs)}, ${each.toFixed(1)} ms each`,
      );
      if (size === sizes[0]) print(`  time (wanted: at most ${seconds(wanted.ms)}): ${met(ms <= wanted.ms)}`);
      else
        print(
          `  ${growth.toFixed(2)} times the first (wanted: at most ${wanted.growth}): ${met(growth <= wanted.growth)}`,
        );
      print(`  peak ${peakMb.toFixed(0)} MB (wanted: at most ${wanted.peakMb} MB): ${met(peakMb <= wanted.peakMb)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The work of the command, from the register to the bytes of the workbook. */
export async function timeRollUp(folder: string, size: number): Promise<Run> {
  // The first one also pays for what is loaded only when it is needed.
  await writeRollUp(largeRegion(instrument, 3), made);
  const register = await openRegister(pathIn(folder, size), 'read');
  const timed = startTimes();
  await rollUp({ register, instruments: [instrument], now: () => made }, { round });
  const times = timed();
  await register.close();
  return { ...times, peakMb: peakMb() };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const pathIn = (folder: string, size: number): string => join(folder, `${size}.db`);
