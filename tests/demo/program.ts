import { spawnSync } from 'node:child_process';

/** Bytes. The text of a roll-up's pages is more than the megabyte that Node accepts by default. */
const maxPrinted = 100_000_000;

/** Runs a program and returns its output. @throws Error if it fails. */
export function program(name: string, ...args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(name, [...args], { maxBuffer: maxPrinted });
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr}`);
  return stdout;
}
