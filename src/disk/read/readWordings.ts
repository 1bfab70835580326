import { basename } from 'node:path';
import { readWording } from '../../letters/wording/readWording.ts';
import type { Wordings } from '../../letters/wording/wordingParts.ts';
import { readFileAt } from '../files/readFile.ts';

/**
 * The words of the e-mails, from a file.
 *
 * @throws Refusal when it cannot be read.
 * @throws FindingsError with everything that is wrong in it.
 */
export const readWordings = (path: string): Wordings => readWording(readFileAt(path, 'wording'), basename(path));
