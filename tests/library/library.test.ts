import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const example = readFileSync(join(root, 'tests/library/round.ts'), 'utf8');

/** The output of a program of Node; its output is in the message where it fails. */
function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, [...args], { cwd: root, encoding: 'utf8' });
}

describe('a program that uses the library', () => {
  test('compiles against the declarations of the build, and takes a round from definition to roll-up', () => {
    node('node_modules/typescript/bin/tsc', '--project', 'tests/library/tsconfig.json');
    expect(node('dist/tests/library/round.js').split('\n')).toEqual([
      '2 workbooks, 2 returns',
      'Roll-up: 2 of 2 partners',
      '',
    ]);
  }, 120_000);

  test('needs no declarations of a package that is not installed with it', () => {
    const files = node(
      'node_modules/typescript/bin/tsc',
      '--project',
      'tests/library/tsconfig.json',
      '--listFilesOnly',
    );
    const own = files.split('\n').filter((path) => path.includes('/dist/src/'));
    const imports = own.flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g),
    ]);
    const packages = new Set(imports.map(([, name = '']) => name).filter((name) => !name.startsWith('node:')));
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...packages]));
    expect([...packages]).toContain('zod');
  });

  test('is shown whole in src/README.md, in at most 40 lines', () => {
    expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(readFileSync(join(root, 'src/README.md'), 'utf8')).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
  });
});

test('the register does not hand out its database', () => {
  const declared = readFileSync(join(root, 'dist/src/register/tables/register.d.ts'), 'utf8');
  expect(declared).not.toMatch(/Kysely<|sealKey/);
  expect(declared).toContain('close: () => Promise<void>');
});
