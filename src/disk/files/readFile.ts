import { readFileSync } from 'node:fs';
import { Refusal } from '../../refusal.ts';
import { readingProblemOf } from './fileProblem.ts';

/**
 * The bytes of a file that somebody named.
 *
 * @param input The input with its path, if the message is to name it.
 * @param hint The end of the message.
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
 * @param refuse Makes the error for a file that cannot be read; by default a Refusal.
 */
export function readFileIfThere(
  path: string,
  refuse: (failure: unknown) => Error = (failure) => unreadable(path, failure),
): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    // Below a file that takes the place of a folder there is no file either.
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
