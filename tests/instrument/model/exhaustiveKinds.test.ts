import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fieldTraits } from '../../../src/instrument/model/fieldKinds.ts';

const kinds = Object.keys(fieldTraits);

const recordOf = (named: readonly string[]): string =>
  `export const without${kinds.findIndex((kind) => !named.includes(kind)) + 1}: ByKind<[], string> = { ${named.map((kind) => `'${kind}': () => ''`).join(', ')} };`;

/**
 * What the compiler says about a record with a function for every kind of field, and of one without each of them, in the
 * order of the kinds. They are compiled together, as the compiler takes a second to start.
 */
function compilerSays(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-kinds-'));
  const records = [kinds, ...kinds.map((kind) => kinds.filter((other) => other !== kind))].map(recordOf);
  const file = join(folder, 'records.ts');
  const imported = `import type { ByKind } from '${resolve('src/instrument/model/fieldKinds.ts')}';`;
  writeFileSync(file, [imported, ...records].join('\n'));
  const options = ['--strict', '--module', 'nodenext', '--allowImportingTsExtensions', '--skipLibCheck'];
  try {
    const { stdout } = spawnSync(
      'node_modules/.bin/tsc',
      ['--noEmit', '--ignoreConfig', '--types', '', '--target', 'es2024', ...options, file],
      { encoding: 'utf8' },
    );
    const errors = stdout.split('\n');
    return records.map((_, index) => errors.filter((line) => line.includes(`records.ts(${index + 2},`)).join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let ofEvery: string | undefined;
let withoutEach: readonly string[];
beforeAll(() => {
  [ofEvery, ...withoutEach] = compilerSays();
});

test('a record with a function for every kind of field compiles', () => {
  expect(ofEvery).toBe('');
});

test.each(kinds.map((kind, index) => [kind, index] as const))(
  'a record without the kind %s does not compile, and the compiler names it',
  (kind, index) => {
    expect(withoutEach[index]).toContain(
      `error TS2741: Property ${/^\w+$/.test(kind) ? `'${kind}'` : `'"${kind}"'`} is missing`,
    );
  },
);
