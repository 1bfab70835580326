import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instruments } from '../definitions/index.ts';
import { run } from '../src/cli/run.ts';
import type { Instrument } from '../src/instrument/model/schema.ts';
import { planOutline } from './golden/planOutline.ts';
import { planFor } from './planned.ts';

/** A word that is not used, as src/README.md lists it, with what is written instead. */
interface UnusedWord {
  /** The cell of the table in src/README.md. */
  readonly listed: string;
  readonly instead: string;
  readonly pattern: RegExp;
}

const people = 'partners?|people|person|somebody|anybody|organisations?|children|those|one|analysts?|staff';
const participles =
  '\\w+ed|been|yet|come|sent|gone|found|seen|read|written|set|put|shown|begun|given|made|said|done|met|had|left|lost';

const words: readonly UnusedWord[] = [
  { listed: 'tell, tells, told', instead: 'report, show, say or distinguish', pattern: /\b(?:tells?|told|telling)\b/i },
  {
    listed: 'stand, stands, stood (for "is")',
    instead: 'is',
    pattern: /\b(?:stands?|stood)\b(?! (?:for|in for|alone)\b)/i,
  },
  {
    listed: 'whose (of things)',
    instead: 'of which, or another sentence',
    pattern: new RegExp(`(?<!\\b(?:${people})(?: in| from| for| to| by)? )\\bwhose(?:ver)?\\b`, 'i'),
  },
  { listed: 'ours, of ours', instead: "Scorebook's, or own", pattern: /\bours\b/i },
  {
    listed: 'has not, have not (for "does not have")',
    instead: 'has no, or have no',
    pattern: new RegExp(`(?<!\\bwho )\\b(?:has|have) not\\b(?! (?:${participles})\\b)`, 'i'),
  },
  { listed: 'mend, mended', instead: 'repair', pattern: /\bmend(?:s|ed|ing)?\b/i },
  { listed: 'that which', instead: 'what, or a noun', pattern: /\bthat which\b/i },
  {
    listed: 'what was … (at the head of a docstring)',
    instead: 'a noun phrase, or a verb in the third person',
    pattern: /^\/\/ What (?:was|were|is|are|stands?|came|comes|went|goes)\b/,
  },
  {
    listed: 'keep, keeps, kept (for "store")',
    instead: 'store, or stored',
    pattern: /\bkept\b(?! (?:together|apart|open|out|online|in view|in memory)\b)/i,
  },
  { listed: '…InWords', instead: 'describe…', pattern: /\b\w+InWords\b/ },
  { listed: 'most…, fewest… (at the head of a name)', instead: 'max… or min…', pattern: /\b(?:most|fewest)[A-Z]\w*/ },
  { listed: 'goes before', instead: 'takes precedence over', pattern: /\b(?:goes|go|went) before\b/i },
];

const documents = [
  'README.md',
  'src/README.md',
  'src/cli/README.md',
  'src/register/README.md',
  'definitions/README.md',
];

const sources = filesBelow('src');
const tests = filesBelow('tests').filter((file) => file !== 'tests/words.test.ts');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .toSorted();
}

/** The rooms of src, and its files that are in none. */
const rooms = [...new Set(sources.map((file) => /^src\/\w+(?=\/)/.exec(file)?.[0] ?? file))];

/** The lines of a text with an unused word, each with its replacement. */
function found(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    words.flatMap(({ pattern, instead }) => {
      const [word] = pattern.exec(text) ?? [];
      return word === undefined ? [] : [`"${word}", use ${instead}: ${text.slice(0, 200)}`];
    }),
  );
}

function expectPlain(texts: readonly string[]): void {
  expect(found(texts)).toEqual([]);
}

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*(?:\n\s*\/\/ .*)*/gm;

/** Comments, each on one line and after `//`, and the names in the code that begin or end with an unused word. */
function commentsAndNames(source: string): readonly string[] {
  const comments = (source.match(comment) ?? []).map((text) =>
    text
      .replace(/^\/\*+|\*\/$|^\s*(?:\*(?!\/)|\/\/)/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const names = source.replace(comment, '').match(/\b(?:(?:most|fewest)[A-Z]\w*|\w+InWords|told|tells?)\b/g) ?? [];
  return [...comments, ...names];
}

/** The code of a finding. */
const code = /\b[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\b/g;

/** The texts in a source that have several words: titles of tests and of their cases, and data. */
function textsOf(source: string): readonly string[] {
  const quoted = source.replace(comment, '').match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g);
  return (quoted ?? []).filter((text) => text.includes(' ')).map((text) => text.replace(code, ''));
}

describe('words that are not used', () => {
  test('are those of the table in src/README.md', () => {
    const table = readFileSync('src/README.md', 'utf8').split('### Words that are not used')[1] ?? '';
    const listed = [...table.matchAll(/^\| (?!not |---)(.*?) \|/gm)].map(([, cell]) => cell);
    expect(listed).toEqual(expect.arrayContaining(words.map((word) => word.listed)));
  });

  test('are recognised, and their good uses are not', () => {
    const bad = ['It tells more.', 'It stands there.', 'a sheet whose name', 'one of ours', 'that it has not.', 'kept'];
    expect(bad.filter((text) => found([text]).length === 0)).toEqual([]);
    const good = [
      'It stands for a text.',
      'partners whose returns',
      'that has not come',
      'kept together',
      'What to do.',
    ];
    expect(found(good)).toEqual([]);
  });

  test.each(rooms)('%s: comments and names', (room) => {
    const files = sources.filter((file) => file === room || file.startsWith(`${room}/`));
    expectPlain(files.flatMap((file) => commentsAndNames(readFileSync(file, 'utf8'))));
  });

  test('tests: comments, names and texts', () => {
    const unused = tests.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return found([...commentsAndNames(source), ...textsOf(source)]).map((text) => `${file}: ${text}`);
    });
    expect(unused).toEqual([]);
  });

  test('findings: the catalogues', () => {
    const texts = sources
      .filter((file) => file.startsWith('src/finding/catalogues/'))
      .flatMap(
        (file) =>
          readFileSync(file, 'utf8')
            .replace(/'[a-z-]+\.[a-z-]+'|\(\{[^}]*\}\) =>|\$\{\w+\}/g, '')
            .match(/'[^'\n]+'|`[^`]+`|"[^"\n]+"/g) ?? [],
      );
    expect(texts.length).toBeGreaterThan(200);
    expectPlain(texts);
  });

  test('help: every command', async () => {
    const overview = await helpOf();
    const commands = [...overview.matchAll(/^ {2}(\w+)(?: |$)/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(10);
    const texts = [overview];
    for (const command of commands) {
      const help = await helpOf(command);
      texts.push(help);
      const part = help.split('Commands:')[1] ?? '';
      for (const [, name = ''] of part.matchAll(/^ {2}(\w+)(?: |$)/gm)) texts.push(await helpOf(command, name));
    }
    expectPlain(texts.flatMap((text) => text.split('\n')));
  });

  test.each(documents)('%s', (document) => {
    // The table of words names those that are not used.
    const text = readFileSync(document, 'utf8').replace(/^## Words\n[\s\S]*?(?=^## )/m, '');
    expectPlain(text.split('\n'));
  });

  test('sheets of a roll-up', () => {
    expectPlain(readFileSync('tests/golden/roll-up.txt', 'utf8').split('\n'));
  });

  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'sheets of a workbook: %s',
    (_key, instrument) => {
      const outline = planOutline(planFor(instrument));
      expectPlain(withoutDefinition(outline.split('\n'), instrument));
    },
  );
});

/** Lines with an unused word, without the texts of the definition, which its fingerprint fixes. */
function withoutDefinition(lines: readonly string[], instrument: Instrument): readonly string[] {
  const texts = textsIn(instrument)
    .map((text) => JSON.stringify(text).slice(1, -1))
    .toSorted((a, b) => b.length - a.length);
  return lines
    .filter((line) => found([line]).length > 0)
    .map((line) => texts.reduce((rest, text) => rest.replaceAll(text, '…'), line));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function helpOf(...command: readonly string[]): Promise<string> {
  let help = '';
  const out = (text: string): void => {
    help += text;
  };
  await run([...command, '--help'], { out, err: out, isTerminal: false, now: () => new Date(0) });
  return help;
}
