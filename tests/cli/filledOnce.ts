import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Written {
  /** Below the folder. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly mode: number;
}

/** By the name of the work that wrote them. */
const written = new Map<string, readonly Written[]>();

/**
 * Does the work that fills a folder once in a process. Later calls with the same name only write the same files into the
 * folder given: most tests of commands begin after the same `generate`, which takes a second. In a folder that has a
 * register already the work is always done: what comes of it depends on that register.
 *
 * @param name Of this work and no other: test files share the process.
 */
export async function filledOnce(name: string, folder: string, work: () => Promise<void>): Promise<void> {
  if (existsSync(join(folder, 'register.db'))) return work();
  const files = written.get(name);
  if (files === undefined) {
    await work();
    written.set(name, filesBelow(folder));
    return;
  }
  for (const { path, bytes, mode } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    chmodSync(join(folder, path), mode);
  }
}

/** SQLite's -shm files are left out: they belong to open connections, and SQLite makes them anew from the -wal file. */
const filesBelow = (folder: string): readonly Written[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path), bytes: readFileSync(path), mode: statSync(path).mode & 0o777 }));
