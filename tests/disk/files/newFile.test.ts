import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { writeNewFileAt, writeNewText, writeUnlessThere } from '../../../src/disk/files/newFile.ts';
import { openWorkplace } from '../../cli/workplace.ts';
import { refusedWith } from '../../operations/refusedWith.ts';

const place = openWorkplace();
afterAll(place.remove);

const older = place.put('older.txt', 'older');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const alreadyThere = expect.objectContaining({ findings: [expect.objectContaining({ code: 'output.already-there' })] });

test('a text is written where there is no file yet', async () => {
  writeNewText(place.at('new.txt'), 'new');
  expect(readFileSync(place.at('new.txt'), 'utf8')).toBe('new');
  expect(await refusedWith(() => writeNewText(older, 'new'))).toBe('place.taken');
  expect(readFileSync(older, 'utf8')).toBe('older');
});

test('a file is written unless the very same is there', () => {
  writeUnlessThere(older, bytes('older'));
  expect(() => writeUnlessThere(older, bytes('other'))).toThrow(alreadyThere);
  expect(() => writeUnlessThere(place.at(), bytes('other'))).toThrow(alreadyThere);
});

test('a new file that fails leaves nothing behind', async () => {
  const path = place.at('copies', 'copy.db');
  await expect(
    writeNewFileAt(path, async (draft) => {
      writeFileSync(draft, 'half of it');
      throw new RangeError('a bug');
    }),
  ).rejects.toThrow();
  expect(readdirSync(place.at('copies'))).toEqual([]);
  await writeNewFileAt(path, async (draft) => writeFileSync(draft, 'copy'));
  await expect(writeNewFileAt(path, async () => {})).rejects.toEqual(alreadyThere);
  expect(readFileSync(path, 'utf8')).toBe('copy');
});
