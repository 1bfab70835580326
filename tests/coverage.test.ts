import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coveredBy } from './coveredBy.ts';

/** A file with logic is longer than this, in lines. */
const shortFile = 40;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

const lengthOf = (path: string): number => readFileSync(path, 'utf8').trimEnd().split('\n').length;

const testOf = (file: string): string => `tests/${file.replace(/\.ts$/, '.test.ts')}`;

/** Source files that a test imports, itself or through others. */
function reachedFrom(test: string): ReadonlySet<string> {
  const reached = new Set([test]);
  for (const path of reached) {
    if (!existsSync(path)) continue;
    for (const [, named = ''] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
      reached.add(posix.join(posix.dirname(path), named));
  }
  return reached;
}

describe('tests that can be found', () => {
  const listed = coveredBy.flatMap(({ files }) => files);
  // The index has no logic: it names what the library exports.
  const isLogic = (file: string): boolean => file !== 'index.ts' && !file.startsWith('words/english/');
  const long = filesIn('src').filter((file) => isLogic(file) && lengthOf(`src/${file}`) > shortFile);

  test('every source file with logic has a test of the same path, or is listed with the one that covers it', () => {
    expect(long.length).toBeGreaterThan(200);
    expect(long.filter((file) => !existsSync(testOf(file)) && !listed.includes(file))).toEqual([]);
  });

  test('no file is listed that has a test of the same path, is short, or is gone', () => {
    expect(listed.filter((file) => existsSync(testOf(file)) || !long.includes(file))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test.each(coveredBy)('$test imports what it covers', ({ test: name, files }) => {
    const reached = reachedFrom(`tests/${name}`);
    expect(files.filter((file) => !reached.has(`src/${file}`))).toEqual([]);
  });

  test('no file of tests is longer than 600 lines', () => {
    const tooLong = filesIn('tests').filter((file) => file.endsWith('.test.ts') && lengthOf(`tests/${file}`) > 600);
    expect(tooLong).toEqual([]);
  });
});
