import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePiecesWhole } from '../../../src/disk/files/writeFile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-pieces-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('pieces are written to the file one after the other', async () => {
  await writePiecesWhole(join(folder, 'deep', 'data.csv'), [bytes('one,'), bytes(''), bytes('two')]);
  expect(readFileSync(join(folder, 'deep', 'data.csv'), 'utf8')).toBe('one,two');
});

test('when making the pieces fails, the older file is still there and nothing is left beside it', async () => {
  const path = join(folder, 'data.csv');
  writeFileSync(path, 'older');
  function* broken(): Generator<Uint8Array> {
    yield bytes('half of it');
    throw new TypeError('a bug');
  }
  await expect(writePiecesWhole(path, broken())).rejects.toThrow(TypeError);
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['data.csv'], 'older']);
});

test('a folder with the name of the file is reported as a folder', async () => {
  await expect(writePiecesWhole(folder, [bytes('one')])).rejects.toThrow('there is a folder with that name');
});
