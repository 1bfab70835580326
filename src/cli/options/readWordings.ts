import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultWording } from '../../letters/wording/defaultWording.ts';
import { readWording } from '../../letters/wording/readWording.ts';
import type { Wordings } from '../../letters/wording/wordingParts.ts';
import { readingProblemOf } from '../files/writeFile.ts';
import { UsageError } from '../terminal/context.ts';

/**
 * The words of the e-mails, from a file where one is given.
 *
 * @throws UsageError when it cannot be read.
 * @throws FindingsError with everything that is wrong in it.
 */
export function readWordings(path: string | undefined): Wordings {
  if (path === undefined) return readWording(new TextEncoder().encode(defaultWording), '');
  return readWording(bytesAt(path), basename(path));
}

function bytesAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (failure) {
    throw new UsageError(`--wording ${path} cannot be read: ${readingProblemOf(failure)}.`);
  }
}
