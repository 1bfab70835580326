import { readFileSync } from 'node:fs';
import { Refusal } from '../../refusal.ts';
import { readingProblemOf } from './fileProblem.ts';

/**
 * The bytes of a file that somebody named.
 *
 * @param input The input that names it, where the message is to say so.
 * @param hint What the message ends with.
 * @throws Refusal when it cannot be read.
 */
export function readFileAt(path: string, input?: string, hint = ''): Uint8Array {
  try {
    return readFileSync(path);
  } catch (failure) {
    throw unreadable(path, failure, input, hint);
  }
}

/**
 * The bytes of a file; undefined when there is none.
 *
 * @param refuse Makes what is thrown when it cannot be read: a Refusal, where nothing else is given.
 */
export function readFileIfThere(
  path: string,
  refuse: (failure: unknown) => Error = (failure) => unreadable(path, failure),
): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    // Where a file is in place of a folder, there is no file below it either.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw refuse(failure);
  }
}

function unreadable(path: string, failure: unknown, input?: string, hint = ''): Refusal {
  return new Refusal('file.unreadable', (nameOf) => {
    const named = input === undefined ? path : `${nameOf(input)} ${path}`;
    return `${named} cannot be read: ${readingProblemOf(failure)}.${hint}`;
  });
}
