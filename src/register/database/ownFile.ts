import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** The register holds the key of the seals and all answers: no one but its owner can read or write it. Windows ignores this. */
const ownMode = 0o600;

/**
 * Makes an empty file for a database, unless there is a file already. SQLite takes its mode for the files beside it, too:
 * https://sqlite.org/src/file/src/os_unix.c, `findCreateFileMode`.
 */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', ownMode));
  } catch {
    // It is there, or SQLite will meet what is in the way and say so.
  }
}

/** Takes a database, and what SQLite has beside it, away from everybody else. */
export function closeToOthers(path: string): void {
  for (const file of ['', '-wal', '-shm', '-journal'].map((ending) => `${path}${ending}`)) {
    try {
      if (existsSync(file)) chmodSync(file, ownMode);
    } catch {
      // Another person's file can be written to by a group, and only its owner can change its mode.
    }
  }
}
