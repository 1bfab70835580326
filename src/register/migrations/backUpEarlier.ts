import { existsSync, rmSync } from 'node:fs';
import { format, parse } from 'node:path';
import Database from 'libsql';
import { writeNewFile } from '../database/newFile.ts';
import { makeOwnFile } from '../database/ownFile.ts';

/** A copy of a register of an earlier version. */
export interface Backup {
  /** As in `register.version-3.db`. */
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Copies the register of an earlier version beside itself, before it is migrated. Nobody else can read the copy.
 * Uses a connection of its own, because SQLite copies no database inside a transaction.
 *
 * @throws Error when the copy cannot be written, or the register is damaged; no copy is left then.
 */
export async function backUpEarlier(path: string, version: number): Promise<Backup> {
  const copy = freeName(path, version);
  await writeNewFile(copy, (draft) => {
    makeOwnFile(draft);
    const database = new Database(path);
    try {
      // A prepared statement would keep the connection open after it is closed, until its memory is freed.
      database.exec(`vacuum into '${draft.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
  });
  return { path: copy, remove: () => rmSync(copy) };
}

/** An older copy is never overwritten: the register may be one that was restored from it. */
function freeName(path: string, version: number): string {
  const { dir, name, ext } = parse(path);
  const named = (ending: string): string => format({ dir, name: `${name}.version-${version}${ending}`, ext });
  let number = 1;
  let candidate = named('');
  while (existsSync(candidate)) {
    number += 1;
    candidate = named(`-${number}`);
  }
  return candidate;
}
