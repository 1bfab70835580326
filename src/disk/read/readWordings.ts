import { basename } from 'node:path';
import { defaultWording } from '../../letters/wording/defaultWording.ts';
import { readWording } from '../../letters/wording/readWording.ts';
import type { Wordings } from '../../letters/wording/wordingParts.ts';
import { readFileAt } from '../files/readFile.ts';

/**
 * The words of the e-mails, from a file where one is given.
 *
 * @throws Refusal when it cannot be read.
 * @throws FindingsError with everything that is wrong in it.
 */
export const readWordings = (path?: string): Wordings =>
  path === undefined
    ? readWording(new TextEncoder().encode(defaultWording), '')
    : readWording(readFileAt(path, 'wording'), basename(path));
