import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are not there.
 *
 * Step by step, because Node's own recursive way never ends where a folder that is there takes no new one and says
 * "no such file", as below /proc.
 */
export function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there === undefined) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (failure) {
    // Another command may have made it in between.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw failure;
  }
}
