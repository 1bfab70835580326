import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a script of this folder in a process of its own, so that its peak memory is its own; gives what it prints as JSON. */
export function inOwnProcess(script: 'main' | 'judge' | 'command', ...args: readonly string[]): unknown {
  const path = fileURLToPath(new URL(`${script}.js`, import.meta.url));
  const child = spawnSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
    timeout: 3_600_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (child.status !== 0) throw new Error(`${script} ${args.join(' ')} failed: ${child.stderr}`);
  return JSON.parse(child.stdout);
}
