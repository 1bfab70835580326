import { afterAll, expect, test } from 'vitest';
import { readFileAt, readFileIfThere } from '../../../src/disk/files/readFile.ts';
import { Refusal } from '../../../src/refusal.ts';
import { openWorkplace } from '../../cli/workplace.ts';

const place = openWorkplace();
afterAll(place.remove);

const file = place.put('notes.txt', 'notes');

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof Refusal) return `${failure.code}: ${failure.describe((input) => `--${input}`)}`;
    throw failure;
  }
  return 'none';
}

test('a file is read whole', () => {
  expect(new TextDecoder().decode(readFileAt(file))).toBe('notes');
  expect(new TextDecoder().decode(readFileIfThere(file))).toBe('notes');
});

test('a file that is not there is refused, with the input that names it, or is undefined', () => {
  const missing = place.at('none.txt');
  expect(refusalOf(() => readFileAt(missing))).toBe(
    `file.unreadable: ${missing} cannot be read: there is no such file.`,
  );
  expect(refusalOf(() => readFileAt('none', 'partners', ' There is another.'))).toBe(
    'file.unreadable: --partners none cannot be read: there is no such file. There is another.',
  );
  expect([readFileIfThere(missing), readFileIfThere(`${file}/below.txt`)]).toEqual([undefined, undefined]);
});

test('a folder is not taken for a missing file', () => {
  expect(refusalOf(() => readFileIfThere(place.at()))).toContain('cannot be read: it is a folder, not a file.');
  expect(() => readFileIfThere(place.at(), () => new RangeError('own'))).toThrow(RangeError);
});
