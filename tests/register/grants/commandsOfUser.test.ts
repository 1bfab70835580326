import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsFor, commandsOfOthers } from '../../../src/register/grants/commandsOfUser.ts';
import * as tried from '../server/commandLines.ts';

const src = join(import.meta.dirname, '../../../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const linesOf = (name: string): readonly string[] =>
  readFileSync(join(src, name), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*\*|import |export \{)/.test(line));

test.each([
  ['read', 'reader'],
  ['record', 'recorder'],
  ['all', 'all'],
] as const)('the commands for those who %s are those that the tests try', (work, isFor) => {
  expect(commandsFor[work].toSorted()).toEqual(tried.commandsFor(isFor).toSorted());
});

describe('what a text asks for', () => {
  test.each([
    ['Undo that change first: "round show" has its number, for "round undo".', ['round show', 'round undo']],
    ['put them together with scorebook return\n  merge 7 8 --reason TEXT', ['return merge']],
    ['say which counts with scorebook return prefer 6 --reason TEXT (or 5)', []],
    ['errors in the returns of X01: scorebook correct --round 2026', ['correct']],
    ['"scorebook review generate --round 2026 --partner X01" writes one', ['review generate']],
    ['It is not in FOLDER. Generate it again, or give its folder with --workbooks.', ['generate']],
    ['Say with --workbooks where the workbooks are, or generate them.', ['generate']],
    ['Correct the e-mail address and send again', ['round partner']],
    ['Correct the answers from which it follows, if they are wrong.', []],
    ['The work is correct, and partners agree: the return counts in the round.', []],
  ])('%j', (text, commands) => expect(commandsOfOthers(text, 'record')).toEqual(commands));

  test('more is for others than one who only reads', () => {
    const text = 'say which counts with scorebook return prefer 6, or scorebook return merge 5 6';
    expect(commandsOfOthers(text, 'read')).toEqual(['return prefer', 'return merge']);
  });
});

describe('the messages of the program', () => {
  /** They know no register. */
  const others = ['wording', 'instruments', 'show', 'check', 'new', 'schema', 'example', 'round --help'];
  const known = [...Object.values(commandsFor).flat(), ...others];

  test('name no command that nobody has', () => {
    const named = sources.flatMap((name) =>
      linesOf(name).flatMap((line) =>
        [
          ...line.matchAll(
            /(?:["'`:] ?|\bthen )scorebook (?!\$|<|log)((?:round|return|register|review) [a-z-]+|[a-z]+)/g,
          ),
          ...line.matchAll(/"((?:round|return|register|review) [a-z-]+)/g),
        ].map(([, command = '']) => command),
      ),
    );
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((command) => !known.includes(command))).toEqual([]);
  });

  test('ask for workbooks to be generated in words that are recognised', () => {
    const asking = sources
      .filter((name) => /finding.catalogues|disk|operations|rollup/.test(name))
      .flatMap((name) =>
        linesOf(name).filter((line) => /["'`].*\b(?:and|or|or,|\.|,|:) generate |[.] Generate /.test(line)),
      );
    expect(asking.length).toBeGreaterThan(10);
    expect(asking.filter((line) => !commandsOfOthers(line, 'record').includes('generate'))).toEqual([]);
  });
});
