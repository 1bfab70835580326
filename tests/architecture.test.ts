import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { instruments } from '../definitions/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The stages of the data, from left to right. `leftmost` stands for src/finding.ts and src/time.ts. */
const line = [
  'leftmost',
  'instrument',
  'spreadsheet',
  'response',
  'scoring',
  'workbook',
  'register',
  'rollup',
  'mail',
  'cli',
  'demo',
];

const reason = `A file imports from its own folder and from folders to its left: ${line.slice(1).join(', ')}.
So each stage can be read, tested and replaced knowing only what comes before it; an import to the right closes a circle.
Move what is shared to the left, or hand it over as an argument.`;

interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const files: readonly SourceFile[] = ['src', 'definitions'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(root, path).split(sep).join('/'), text: withoutComments(readFileSync(path, 'utf8')) };
    }),
);

/** Comments that begin a line, or follow the code of one after a space. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** What a file imports or re-exports, statically or at run time; types too. */
function importsOf({ text }: SourceFile): readonly string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])([^'"`]+)\1/g)].map(
    ([, , named = '']) => named,
  );
}

/** The folder of the line that a file stands in; undefined for src/index.ts, which may import everything. */
function stageOf(path: string): string | undefined {
  if (path === 'src/finding.ts' || path === 'src/time.ts') return 'leftmost';
  if (path === 'src/index.ts') return undefined;
  return path.startsWith('definitions/') ? 'definitions' : path.split('/')[1];
}

/** The files of the project that a file imports, as paths from the project's folder. */
const ownImportsOf = (file: SourceFile): readonly string[] =>
  importsOf(file)
    .filter((named) => named.startsWith('.'))
    .map((named) => posix.join(posix.dirname(file.path), named));

function isAllowed(from: string, to: string): boolean {
  const own = stageOf(from);
  const other = stageOf(to);
  if (own === undefined || own === other) return true;
  if (own === 'definitions') return other === 'instrument';
  // Definitions are data: only the outermost stages choose which of them there are.
  if (other === 'definitions') return own === 'cli' || own === 'demo';
  return other !== undefined && line.indexOf(other) >= 0 && line.indexOf(other) < line.indexOf(own);
}

/** Lines of src that match a pattern, as `path: line`. */
const linesMatching = (pattern: RegExp, within: (path: string) => boolean): readonly string[] =>
  files
    .filter(({ path }) => path.startsWith('src/') && within(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((content) => pattern.test(content))
        .map((content) => `${path}: ${content.trim()}`),
    );

describe('what these tests look at', () => {
  test.each([
    ['leftmost', 2],
    ['instrument', 5],
    ['spreadsheet', 20],
    ['response', 3],
    ['scoring', 3],
    ['workbook', 20],
    ['register', 10],
    ['rollup', 10],
    ['mail', 10],
    ['cli', 8],
    ['demo', 4],
    ['definitions', 2],
  ])('%s has at least %i files', (stage, least) => {
    expect(files.filter(({ path }) => stageOf(path) === stage).length).toBeGreaterThanOrEqual(least);
  });

  test('every file stands in a folder of the line', () => {
    const elsewhere = files.filter(({ path }) => !['definitions', undefined, ...line].includes(stageOf(path)));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test('imports of every form are seen', () => {
    const text = `import a from './a.ts';
import {
  b,
} from "./b.ts";
import './c.ts';
export * from './d.ts';
export type { E } from './e.ts';
const f = await import('./f.ts');
type G = import('./g.ts').G;
// import h from './h.ts';`;
    const seen = importsOf({ path: 'src/x.ts', text: withoutComments(text) });
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`));
  });

  test('own imports are found in every folder that has neighbours', () => {
    expect(files.flatMap(ownImportsOf).length).toBeGreaterThan(150);
  });
});

describe('the line', () => {
  test('nothing imports rightwards', () => {
    const rightwards = files.flatMap((file) =>
      ownImportsOf(file)
        .filter((to) => !isAllowed(file.path, to))
        .map((to) => `${file.path} imports ${to}`),
    );
    expect(rightwards, reason).toEqual([]);
  });

  test('what is imported at run time is named by a plain text, so that it can be checked', () => {
    // A definition that somebody built outside the package is named on the command line.
    const named = (path: string): boolean => path !== 'src/cli/loadModule.ts';
    expect(linesMatching(/\b(?:import|require)\s*\((?!\s*['"])/, named)).toEqual([]);
  });

  test('the rule itself tells right from left', () => {
    expect(isAllowed('src/workbook/sheets/cover.ts', 'src/spreadsheet/theme.ts')).toBe(true);
    expect(isAllowed('src/spreadsheet/theme.ts', 'src/workbook/layout.ts')).toBe(false);
    expect(isAllowed('src/finding.ts', 'src/instrument/schema.ts')).toBe(false);
    expect(isAllowed('src/cli/run.ts', 'src/demo/fillIn.ts')).toBe(false);
    expect(isAllowed('src/workbook/layout.ts', 'definitions/index.ts')).toBe(false);
    expect(isAllowed('definitions/index.ts', 'src/scoring/position.ts')).toBe(false);
    expect(isAllowed('src/index.ts', 'src/cli/run.ts')).toBe(true);
  });
});

describe('no instrument is a special case', () => {
  /** A comparison of an instrument's key with a text in the code, whichever side it stands on, or a branch for it. */
  const comparisons = [
    /\b[iI]nstrument(?:\??\.key)?\s*[!=]==?\s*['"`]/,
    /['"`]\s*[!=]==?\s*\w*[iI]nstrument(?:\??\.key)?\b/,
    /(?:[!=]==?|\bcase|\.includes\(|\.startsWith\(|\bhas\()\s*['"`](?:KEYS)['"`]/,
    /['"`](?:KEYS)['"`]\s*[!=]==?/,
    /switch\s*\(\s*[\w.?]*[iI]nstrument\??\.key/,
  ];

  const keys = instruments.map(({ key }) => key);
  const patterns = comparisons.map(({ source }) => new RegExp(source.replace('KEYS', keys.join('|'))));
  const isComparison = (line: string): boolean => patterns.some((pattern) => pattern.test(line));

  test('these tests see the source and the keys', () => {
    expect(files.filter(({ path }) => path.startsWith('src/')).length).toBeGreaterThan(100);
    expect(keys).toContain('pct-self-assessment');
    expect(keys.length).toBeGreaterThanOrEqual(6);
  });

  test.each([
    "if (instrument.key === 'sample') {",
    "if ('sample' !== instrument?.key) {",
    "const special = key === 'pct-self-assessment';",
    "  case 'ccg-framework':",
    "if ('ccg-framework' == key) {",
    'switch (content.instrument.key) {',
  ])('they would find %s', (line) => {
    expect(isComparison(line)).toBe(true);
  });

  test("nothing compares an instrument's key with a text", () => {
    const found = files
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter(isComparison)
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(found, 'What one instrument needs, its definition says: give the schema a property for it.').toEqual([]);
  });
});

describe('exceljs', () => {
  test('is imported only where workbooks are written', () => {
    const importing = files.filter((file) => importsOf(file).some((named) => /^exceljs(?:\/|$)/.test(named)));
    expect(importing.length).toBeGreaterThan(10);
    expect(
      importing.map(({ path }) => path).filter((path) => !/^src\/(?:spreadsheet|workbook|rollup)\//.test(path)),
    ).toEqual([]);
  });

  test('never reads a file: a returned one can hang it, exhaust it and make it pollute prototypes', () => {
    expect(linesMatching(/\.load\s*\(|\.readFile\s*\(|\bxlsx\s*\.\s*read|\bstream\.xlsx\b/, () => true)).toEqual([]);
  });
});

describe('the outside world', () => {
  const outermost = (path: string): boolean => /^src\/(?:cli|demo)\//.test(path);
  const registerFiles = new Set(
    ['openRegister', 'makeFolder', 'ownFile', 'newFile', 'backUpEarlier'].map((name) => `src/register/${name}.ts`),
  );

  test('terminal, environment and exit codes belong to the command line', () => {
    const used = linesMatching(/\b(?:process|console)\s*[.[]|['"](?:node:)?process['"]/, (path) => !outermost(path));
    expect(used, 'The library takes and gives values and bytes: return them, or take them as an argument.').toEqual([]);
  });

  test('files belong to the command line, and the file of the register to five files of its stage', () => {
    const used = linesMatching(
      /['"](?:node:)?fs(?:\/promises)?['"]/,
      (path) => !outermost(path) && !registerFiles.has(path),
    );
    expect(used, 'The library takes and gives bytes: let the command read and write them.').toEqual([]);
  });
});
