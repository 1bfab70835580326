import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts processors' time in hundredths of a second. */
const msInTick = 10;

/**
 * Milliseconds of the processor that a PostgreSQL server has used since it started, with its processes that have ended: they
 * are the children of the one that its data folder names. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function serverProcessorMs(folder: string): number {
  const [server = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
  const { own, ended } = timesOf(server);
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter(({ parent }) => parent === server);
  return msInTick * running.reduce((sum, child) => sum + child.own, own + ended);
}

interface ProcessTimes {
  readonly parent: string;
  /** In ticks, as the next. */
  readonly own: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

/** Zero for a process that has ended meanwhile. */
function timesOf(process: string): ProcessTimes {
  try {
    const text = readFileSync(join('/proc', process, 'stat'), 'utf8');
    // The name of the program is in brackets before the rest, and may have spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const sum = (from: number): number => Number(fields[from]) + Number(fields[from + 1]);
    return { parent: fields[1] ?? '', own: sum(11), ended: sum(13) };
  } catch {
    return { parent: '', own: 0, ended: 0 };
  }
}
