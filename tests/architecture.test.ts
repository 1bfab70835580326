import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { instruments } from '../definitions/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The stages of the data, from left to right. `writtenTime`, `time` and `refusal` are files of src. */
const line = [
  'words',
  'writtenTime',
  'time',
  'refusal',
  'finding',
  'instrument',
  'spreadsheet',
  'response',
  'scoring',
  'workbook',
  'partners',
  'register',
  'rounds',
  'mail',
  'intake',
  'rollup',
  'letters',
  'operations',
  'disk',
  'cli',
];

/**
 * The rooms of the large stages, from left to right, each with the reason for its place. `.` is the stage's own folder: first
 * where it holds what all rooms use, last where it is the door through which others come in.
 */
const rooms: Readonly<Record<string, readonly (readonly [room: string, reason: string])[]>> = {
  words: [
    ['english', 'what a workbook says by itself, in one language'],
    ['.', 'its catalogue is found by the language of an instrument'],
  ],
  finding: [
    ['wording', 'how a message quotes what it is about'],
    ['catalogues', 'what can be wrong in each stage, with its message'],
    ['.', 'all catalogues become one; a finding is made by it'],
  ],
  instrument: [
    ['model', 'what a definition is'],
    ['parse', 'text and data are brought into that shape'],
    ['figures', 'numbers that are asked for are checked for what they can be, and are to each other'],
    ['check', 'what has the shape is checked for sense'],
    ['.', 'a definition comes in here: parsed, then checked'],
  ],
  spreadsheet: [
    ['model', 'cells, sheets and addresses as values'],
    ['compound', 'the container of old Office files, which knows no zip'],
    ['zip', 'a package is an archive'],
    ['xml', 'the parts of an archive are XML'],
    ['drawings', 'some parts draw what lies on a sheet'],
    ['read', 'reading brings the parts together'],
    ['style', 'writing begins with how things look'],
    ['charts', 'and with what charts are'],
    ['plan', 'what a sheet says is planned as data'],
    ['repair', 'what the renderer lacks or gets wrong is put right in its package'],
    ['write', 'and plans are rendered into a package'],
  ],
  scoring: [
    ['.', 'levels, positions and coverage of one response'],
    ['figures', 'figures that follow from the numbers in it'],
    ['conditions', 'what is asked, by answers and by partner'],
    ['editions', 'answers carried to another edition'],
    ['area', 'agreement between partners of an area'],
    ['plans', 'what a response still lacks, and what it plans, by its positions'],
  ],
  workbook: [
    ['columns', 'what a sheet with answers has side by side'],
    ['layout', 'where everything is'],
    ['read/cells', 'cells are found by what is in them and around them'],
    ['read', 'answers are read by the layout alone'],
    ['numbers', 'figures that follow from others, as formulas'],
    ['parts', 'what several sheets have in common'],
    ['calculations', 'figures that sheets refer to'],
    ['checklist', 'what is open, by these figures'],
    ['planned', 'the actions that are gathered'],
    ['scorecard', 'positions, answers and actions as they look together'],
    ['sheets', 'the other sheets that people see'],
    ['.', 'all sheets become one workbook'],
    ['compare', 'a return is compared with what was written'],
  ],
  partners: [
    ['list', 'a list is rows of text below headings'],
    ['.', 'what the rows mean'],
  ],
  register: [
    ['tables', 'what the tables hold'],
    ['database', 'a SQLite file or a server, whatever is in it'],
    ['log', 'every change is logged'],
    ['rows', 'values to rows and back'],
    ['counts', 'rows are counted where they are'],
    ['migrations', 'rows of earlier versions are brought up to date'],
    ['copy', 'a copy has the rows of the present version'],
    ['grants', 'who sees what on a server, also of a copy that is complete'],
    ['server', 'a register on PostgreSQL may be such a copy, of which its user sees a part'],
    ['queue', 'files wait in a register on a server'],
    ['.', 'opening a register migrates it'],
  ],
  rounds: [
    ['changes', 'what was changed of a round since it began'],
    ['round', 'a round and its instrument'],
    ['returns', 'the responses that came back in it'],
    ['issue', 'workbooks show responses of earlier rounds'],
    ['progress', 'where each partner is, by all of these'],
  ],
  mail: [
    ['limits', 'how much of a message is read'],
    ['message', 'one message, and what kind it is'],
    ['files', 'files that hold messages'],
    ['mailbox', 'a server that holds them'],
    ['.', 'the files in a message come out here'],
  ],
  intake: [
    ['compare', 'a return is compared with others'],
    ['record', 'a file is stored with what was made of it'],
    ['.', 'one file is imported'],
    ['entered', 'or entered by an analyst'],
    ['files', 'many files are imported'],
    ['integrity', 'what was imported is read again and checked'],
  ],
  rollup: [
    ['load', 'the responses of a round, side by side'],
    ['disclosure', 'what could identify somebody is suppressed before anything is counted'],
    ['figures', 'then figures are worked out'],
    ['figures/fields', 'also of numbers and choices'],
    ['figures/terms', 'and for several instruments side by side'],
    ['figures/counts', 'and of partners too many to be held together'],
    ['export', 'and leave as data'],
    ['sheets/parts', 'or on sheets, of which several have parts in common'],
    ['sheets/reviews', 'sheets of second opinions'],
    ['feedback', 'one partner among the others'],
    ['feedback/cases', "or its own cases, which are compared with nobody's"],
    ['sheets/positions', 'sheets of positions'],
    ['sheets/questions', 'sheets of questions'],
    ['sheets/change', 'sheets of what changed since earlier rounds'],
    ['sheets/board', 'one page that refers to both'],
    ['sheets/large', 'sheets of too many partners for a row each'],
    ['sheets/terms', 'sheets that set instruments side by side'],
    ['sheets/tracker', 'sheets of a round in progress'],
    ['sheets/findings', 'sheets of an import'],
    ['sheets', 'the sheets that refer to others'],
    ['.', 'all sheets become one workbook'],
  ],
  letters: [
    ['wording', 'the words of letters'],
    ['.', 'letters are written with them'],
  ],
  operations: [
    ['rounds', 'which rounds and partners a call is about'],
    ['rounds/changes', 'one function for each change of a round'],
    ['rounds/returns', 'and for each decision about its returns'],
    ['rounds/tracker', 'several of them, as a tracker says that comes back'],
    ['workbooks', 'workbooks are issued and saved'],
    ['mail', 'messages are written and delivered, workbooks with them'],
    ['definitions', 'one function for each command of an author'],
    ['register', 'one function for each command for the register itself'],
    ['.', 'one function for each command'],
    ['queue', 'workers do for each file what one command does for all'],
  ],
  disk: [
    ['files', 'a file is read, or written whole, in a place that may be written to'],
    ['read', 'files that people write are read'],
    ['save', 'results are saved, and overwrite nothing else'],
    ['.', 'the register is opened at its path'],
  ],
  cli: [
    ['terminal', 'what a command sees of the world'],
    ['options', 'what was typed becomes values'],
    ['output', 'results are shown'],
    ['commands/register', 'commands for the register itself'],
    ['commands/define', 'commands for an author'],
    ['commands/results', 'commands for results'],
    ['commands/rounds', 'commands for what a round is'],
    ['commands/round', 'commands for a round'],
    ['.', 'all commands become one program'],
  ],
};

const reason = `A file imports from its own folder and from folders to its left: ${line.slice(3).join(', ')}.
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

/** The folder of the line that a file is in; undefined for src/index.ts, which may import everything. */
function stageOf(path: string): string | undefined {
  if (path === 'src/index.ts') return undefined;
  return path.startsWith('definitions/') ? 'definitions' : path.split('/')[1]?.replace(/\.ts$/, '');
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
  // Definitions are data: only the outermost stage chooses which of them there are.
  if (other === 'definitions') return own === 'cli';
  return other !== undefined && line.indexOf(other) >= 0 && line.indexOf(other) < line.indexOf(own);
}

/** The room of a file within its stage, `.` for the stage's own folder; undefined for a stage without rooms. */
function roomOf(path: string): string | undefined {
  const stage = stageOf(path);
  if (stage === undefined || rooms[stage] === undefined) return undefined;
  const inside = posix.dirname(path).slice(`src/${stage}`.length + 1);
  return inside === '' ? '.' : inside;
}

/** The place of a room in its stage, counted from the left; -1 for one that is not listed. */
const placeOf = (path: string): number =>
  (rooms[stageOf(path) ?? ''] ?? []).findIndex(([room]) => room === roomOf(path));

/** Imports from a room to one on its right, as `from imports to: reason`. */
const againstRooms = (file: SourceFile): readonly string[] =>
  roomOf(file.path) === undefined
    ? []
    : ownImportsOf(file)
        .filter((to) => stageOf(to) === stageOf(file.path) && placeOf(to) > placeOf(file.path))
        .map((to) => `${file.path} imports ${to}`);

/** The files that import each other in a circle, itself included, through whatever number of others. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const reaches = (from: string, wanted: string): boolean => {
    const seen = new Set<string>();
    const ahead = [...(imports.get(from) ?? [])];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (next === wanted) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      ahead.push(...(imports.get(next) ?? []));
    }
    return false;
  };
  return [...imports.keys()].filter((path) => reaches(path, path));
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
    ['words', 10],
    ['writtenTime', 1],
    ['time', 1],
    ['refusal', 1],
    ['finding', 20],
    ['instrument', 5],
    ['spreadsheet', 20],
    ['response', 3],
    ['scoring', 3],
    ['workbook', 20],
    ['partners', 5],
    ['register', 10],
    ['rounds', 10],
    ['mail', 10],
    ['intake', 10],
    ['rollup', 10],
    ['letters', 8],
    ['operations', 6],
    ['disk', 10],
    ['cli', 8],
    ['definitions', 2],
  ])('%s has at least %i files', (stage, min) => {
    expect(files.filter(({ path }) => stageOf(path) === stage).length).toBeGreaterThanOrEqual(min);
  });

  test('every file is in a folder of the line', () => {
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
    const named = (path: string): boolean => path !== 'src/disk/read/loadModule.ts';
    expect(linesMatching(/\b(?:import|require)\s*\((?!\s*['"])/, named)).toEqual([]);
  });

  test('the rule itself distinguishes right from left', () => {
    expect(isAllowed('src/workbook/sheets/cover.ts', 'src/spreadsheet/style/theme.ts')).toBe(true);
    expect(isAllowed('src/spreadsheet/style/theme.ts', 'src/workbook/layout/layout.ts')).toBe(false);
    expect(isAllowed('src/finding/finding.ts', 'src/instrument/model/schema.ts')).toBe(false);
    expect(isAllowed('src/cli/run.ts', 'tests/tools/fillIn.ts')).toBe(false);
    expect(isAllowed('src/workbook/layout/layout.ts', 'definitions/index.ts')).toBe(false);
    expect(isAllowed('definitions/index.ts', 'src/scoring/position.ts')).toBe(false);
    expect(isAllowed('src/index.ts', 'src/cli/run.ts')).toBe(true);
  });
});

describe('the rooms', () => {
  const inRooms = files.filter(({ path }) => roomOf(path) !== undefined);

  test('most files are in one', () => {
    expect(inRooms.length).toBeGreaterThan(300);
  });

  test('every folder of a stage with rooms is listed', () => {
    expect(inRooms.map(({ path }) => path).filter((path) => placeOf(path) < 0)).toEqual([]);
  });

  test.each(Object.entries(rooms))('%s has a file in each of its rooms', (stage, listed) => {
    const found = new Set(inRooms.filter(({ path }) => stageOf(path) === stage).map(({ path }) => roomOf(path)));
    expect(listed.map(([room]) => room).filter((room) => !found.has(room))).toEqual([]);
  });

  test('nothing imports from a room to its right', () => {
    const order = Object.entries(rooms).map(
      ([stage, listed]) => `${stage}: ${listed.map(([room, why]) => `${room} (${why})`).join(', ')}`,
    );
    expect(inRooms.flatMap(againstRooms), order.join('\n')).toEqual([]);
  });

  test('no folder has more than 15 files', () => {
    const counts = new Map<string, number>();
    for (const { path } of files.filter((file) => file.path.startsWith('src/'))) {
      const folder = posix.dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(30);
    expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
  });

  test('no file of the command line is longer than a page, of 150 lines', () => {
    const lengths = readdirSync(join(root, 'src/cli'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, readFileSync(join(root, 'src/cli', file), 'utf8').split('\n').length - 1] as const);
    expect(lengths.length).toBeGreaterThan(30);
    expect(lengths.filter(([, length]) => length > 150)).toEqual([]);
  });

  test('no file imports itself through others, not even for a type', () => {
    const imports = new Map(files.map((file) => [file.path, ownImportsOf(file)]));
    expect(circlesOf(imports)).toEqual([]);
  });

  test('a circle would be found', () => {
    const imports = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(circlesOf(imports)).toEqual(['b.ts', 'c.ts']);
  });
});

describe('no instrument is a special case', () => {
  /** A comparison of an instrument's key with a text in the code, on either side, or a branch for it. */
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
  ])('the patterns find %s', (line) => {
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
  test('is imported only by the renderer of plans', () => {
    const importing = files.filter((file) => importsOf(file).some((named) => /^exceljs(?:\/|$)/.test(named)));
    expect(importing.map(({ path }) => path).sort()).toEqual([
      'src/spreadsheet/write/exceljsSheet.ts',
      'src/spreadsheet/write/renderTemplate.ts',
    ]);
  });

  test('never reads a file: a returned one can hang it, exhaust it and make it pollute prototypes', () => {
    expect(linesMatching(/\.load\s*\(|\.readFile\s*\(|\bxlsx\s*\.\s*read|\bstream\.xlsx\b/, () => true)).toEqual([]);
  });
});

describe('the outside world', () => {
  const outermost = (path: string): boolean => /^src\/cli\//.test(path);
  const registerFiles = new Set(
    ['openRegister', 'database/makeFolder', 'database/ownFile', 'database/newFile', 'migrations/backUpEarlier'].map(
      (name) => `src/register/${name}.ts`,
    ),
  );

  test('terminal, environment and exit codes belong to the command line', () => {
    // Its message names what a module may have called.
    const naming = (path: string): boolean => path === 'src/disk/read/loadModule.ts';
    const used = linesMatching(
      /\b(?:process|console)\s*[.[]|['"](?:node:)?process['"]/,
      (path) => !outermost(path) && !naming(path),
    );
    expect(used, 'The library takes and gives values and bytes: return them, or take them as an argument.').toEqual([]);
  });

  test('files belong to disk/, and the file of the register to five files of its stage', () => {
    const used = linesMatching(
      /['"](?:node:)?fs(?:\/promises)?['"]/,
      (path) => !path.startsWith('src/disk/') && !registerFiles.has(path),
    );
    expect(used, 'Operations take and give bytes, and commands name files: let disk/ read and write them.').toEqual([]);
  });
});
