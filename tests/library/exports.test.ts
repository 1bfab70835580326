import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { unnamedTypes } from './unnamedTypes.ts';

const root = join(import.meta.dirname, '../..');

test('every type that a program meets in the library can be named in it', () => {
  const entryPoints = ['dist/src/index.d.ts', 'dist/definitions/index.d.ts'].map((path) => join(root, path));
  expect(unnamedTypes(join(root, 'tests/library/tsconfig.json'), entryPoints)).toEqual([]);
});

describe('a type that is not exported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-exports-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const unnamedIn = (index: string, model: string): readonly string[] => {
    writeFileSync(join(folder, 'tsconfig.json'), '{ "files": ["index.d.ts"], "compilerOptions": { "types": [] } }');
    writeFileSync(join(folder, 'index.d.ts'), index);
    writeFileSync(join(folder, 'model.d.ts'), model);
    return unnamedTypes(join(folder, 'tsconfig.json'), [join(folder, 'index.d.ts')]);
  };

  test('is found in a signature, a property, a base and a type argument', () => {
    const index = `import type { Base, Given, Held, Many, Result } from './model';
      export interface Shape extends Base { readonly held: Held; readonly many: ReadonlyMap<string, Many> }
      export declare function run(given: Given, shape: Shape): Promise<Result>;`;
    const model = `export interface Base {} export interface Held {} export interface Many {}
      export interface Given {} export interface Result {}`;
    expect(unnamedIn(index, model)).toEqual([
      'Shape > Base',
      'Shape > Held',
      'Shape > Many',
      'run > Given',
      'run > Result',
    ]);
  });

  test('is found behind another that is not exported, and where it is only imported by its path', () => {
    const index = `export declare const outer: import('./model').Outer;`;
    expect(unnamedIn(index, 'export interface Outer { inner: Inner } interface Inner {}')).toEqual([
      'outer > Outer',
      'outer > Outer > Inner',
    ]);
  });

  test('is of no concern where a declaration does not name it, or another package declares it', () => {
    const index = `import { values } from './model';
      export type Key = keyof typeof values;
      export type Later = Promise<Date>;`;
    expect(unnamedIn(index, 'interface Value {} export declare const values: { readonly a: Value };')).toEqual([]);
  });

  test('can be named when it is exported under another name', () => {
    const index = `export type { Held as Kept } from './model';
      import type { Held } from './model';
      export interface Shape { readonly held: Held }`;
    expect(unnamedIn(index, 'export interface Held {}')).toEqual([]);
  });
});
