import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './makeFolder.ts';

/**
 * Writes a new file completely or not at all: under another name first, then renamed.
 *
 * @param write Writes the file at the path that it is given.
 * @throws Error with the code `EEXIST` when a file of that name exists.
 */
export async function writeNewFile(path: string, write: (draft: string) => void | Promise<void>): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  makeFolder(dirname(path));
  try {
    await write(draft);
    const descriptor = openSync(draft, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    // The name is reserved first, so that no file of that name that another command makes meanwhile is overwritten.
    closeSync(openSync(path, 'wx', 0o600));
    renameSync(draft, path);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
