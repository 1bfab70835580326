import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './makeFolder.ts';

/**
 * Lets a new file be written whole or not at all: beside its place first, then renamed into it.
 *
 * @param write Writes the file that it is given the path of.
 * @throws Error with the code `EEXIST` when a file of that name is there already.
 */
export async function writeNewFile(path: string, write: (draft: string) => void | Promise<void>): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  makeFolder(dirname(path));
  try {
    await write(draft);
    const descriptor = openSync(draft, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    // Taking the name first keeps a file of that name that another command made meanwhile.
    closeSync(openSync(path, 'wx', 0o600));
    renameSync(draft, path);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
