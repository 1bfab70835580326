import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { registerFolder } from './registerFolder.ts';

/**
 * The folder of a round, as the register has it, seen from here. The register stores it as seen from where the command ran then,
 * which is mostly the folder above that of the register.
 *
 * @returns The folder unchanged when it is nowhere.
 */
export function foundFolder(folder: string, register: string): string {
  if (isAbsolute(folder)) return folder;
  const beside = registerFolder(register);
  return [dirname(beside), '.', beside].map((start) => join(start, folder)).find((path) => existsSync(path)) ?? folder;
}
