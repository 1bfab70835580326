import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** The register holds the key of the seals and all answers: no one but its owner can read or write it. Windows ignores this. */
const ownMode = 0o600;

/**
 * Makes an empty file for a database, unless there is a file already. SQLite gives its mode to the files beside it as well:
 * https://sqlite.org/src/file/src/os_unix.c, `findCreateFileMode`.
 */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', ownMode));
  } catch {
    // It exists, or SQLite will meet the same obstacle and report it.
  }
}

/** Removes everybody else's access to a database and to the files that SQLite has beside it. */
export function restrictToOwner(path: string): void {
  for (const file of ['', '-wal', '-shm', '-journal'].map((ending) => `${path}${ending}`)) {
    try {
      if (existsSync(file)) chmodSync(file, ownMode);
    } catch {
      // Another person's file can be written to by a group, and only its owner can change its mode.
    }
  }
}
