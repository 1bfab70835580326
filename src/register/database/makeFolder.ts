import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and the missing ones above it.
 *
 * One at a time, because Node's own recursive option never ends where an existing folder refuses a new one with "no such
 * file", as below /proc.
 */
export function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there === undefined) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (failure) {
    // Another command may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw failure;
  }
}
