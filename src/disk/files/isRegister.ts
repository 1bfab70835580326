import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether a path is that of the register, or of a file that SQLite keeps beside it, under whatever name. */
export const isRegister = (path: string, register: string): boolean =>
  ['', '-wal', '-shm', '-journal'].some((ending) => isSameFile(path, `${register}${ending}`));

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}
