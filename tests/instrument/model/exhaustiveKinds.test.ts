import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fieldTraits } from '../../../src/instrument/model/fieldKinds.ts';

const kinds = Object.keys(fieldTraits);

/** What the compiler says about a record with a function for each of these kinds of field. */
function compilerSays(named: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-kinds-'));
  const file = join(folder, 'record.ts');
  writeFileSync(
    file,
    `import type { ByKind } from '${resolve('src/instrument/model/fieldKinds.ts')}';
export const record: ByKind<[], string> = { ${named.map((kind) => `'${kind}': () => ''`).join(', ')} };`,
  );
  const options = ['--strict', '--module', 'nodenext', '--allowImportingTsExtensions', '--skipLibCheck'];
  try {
    const { stdout } = spawnSync(
      'node_modules/.bin/tsc',
      ['--noEmit', '--ignoreConfig', '--types', '', '--target', 'es2024', ...options, file],
      { encoding: 'utf8' },
    );
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a record with a function for every kind of field compiles', () => {
  expect(compilerSays(kinds)).toBe('');
});

test.each(kinds)('a record without the kind %s does not compile, and the compiler names it', (kind) => {
  expect(compilerSays(kinds.filter((other) => other !== kind))).toContain(
    `error TS2741: Property ${/^\w+$/.test(kind) ? `'${kind}'` : `'"${kind}"'`} is missing`,
  );
});
