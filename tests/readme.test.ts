import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { instruments } from '../definitions/index.ts';
import { run } from '../src/cli/run.ts';
import type { Instrument } from '../src/instrument/model/schema.ts';
import { factFields } from '../src/instrument/model/traverse.ts';
import { readDefinition } from '../src/instrument/readDefinition.ts';
import { checkFit } from '../src/workbook/layout/checkFit.ts';
import { writeWorkbook } from '../src/workbook/writeWorkbook.ts';
import { issuedFor } from './issued.ts';
import { fillIn } from './tools/fillIn.ts';
import { sampleReturn } from './tools/sampleReturns.ts';

const readme = readFileSync('README.md', 'utf8');
/** The README and those of folders to which it leads. */
const all = ['README.md', 'src/README.md', 'src/cli/README.md', 'definitions/README.md'].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const everything = all.map(({ text }) => text).join('\n');
const folder = mkdtempSync(join(tmpdir(), 'scorebook-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = (language: string): readonly string[] =>
  all.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code.trim()),
  );

/** The definition in YAML, after the name of its file. */
const definition = /`([a-z-]+\.yaml)`:\n\n```yaml\n(.*?)^```/ms.exec(everything);

function instrumentOf(keyOrFile: string): Instrument {
  const known = instruments.find(({ key }) => key === keyOrFile);
  return known ?? readDefinition(readFileSync(join(folder, keyOrFile), 'utf8'), keyOrFile);
}

/** Partners send the workbooks of the last `generate` back, filled in. */
function returnAll(generated: string, to: string): void {
  const [, instrument = '', round = ''] = / generate (\S+) .*--round (\S+)/.exec(generated) ?? [];
  const from = join(folder, 'output', round, 'workbooks');
  const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 1 };
  mkdirSync(to);
  for (const [index, name] of readdirSync(from).entries()) {
    const typed = sampleReturn(instrumentOf(instrument), manner, index);
    writeFileSync(join(to, name), fillIn(readFileSync(join(from, name)), typed));
  }
}

test('the commands run in the order in which they are given', { timeout: 180_000 }, () => {
  const [, file = '', text = ''] = definition ?? [];
  writeFileSync(join(folder, file), text);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(resolve('dist/bundle/main.js'), join(bin, 'scorebook'));
  const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) };
  const commands = blocks('sh').flatMap((block) => block.split('\n'));
  expect(commands.length).toBeGreaterThanOrEqual(8);
  let generated = '';
  for (const command of commands) {
    if (command.includes(' generate ')) generated = command;
    const [, returns] = / import (\S+)/.exec(command) ?? [];
    if (returns !== undefined) returnAll(generated, join(folder, returns));
    expect(command).toMatch(/^scorebook /);
    const ran = spawnSync(command, { cwd: folder, env, shell: true, encoding: 'utf8' });
    // The README says that one partner of the sample list has no address.
    const status = command.includes(' send ') ? 1 : 0;
    expect({ command, status: ran.status, stderr: ran.status === status ? '' : ran.stderr }).toEqual({
      command,
      status,
      stderr: '',
    });
    if (status === 1) expect(ran.stderr).toContain('X10: There is no e-mail address');
  }
});

test('the definition in YAML has fewer than 20 lines', () => {
  const lines = definition?.[2]?.trim().split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.length).toBeLessThan(20);
});

test('the section with facts can be added to the definition in YAML', () => {
  const [section = ''] = blocks('yaml').filter((block) => block.includes('given:'));
  const text = (definition?.[2] ?? '').replace('\nscorecard:', () => `\n  ${section}\nscorecard:`);
  const instrument = readDefinition(text, 'winter-plan.yaml');
  expect(factFields(instrument).map(({ item, given }) => `${item?.key} ${given.from}`)).toEqual([
    '3.1.1 partner-list',
    '3.1.2 last-round',
  ]);
  expect(checkFit(instrument)).toEqual([]);
});

test('the example of an instrument is one, and makes a workbook', async () => {
  const code = blocks('ts').find((block) => block.includes('export const example')) ?? '';
  const file = resolve('tests', `readme-example-${process.pid}.ts`);
  writeFileSync(file, code);
  try {
    const { example }: { example: Instrument } = await import(file);
    expect(checkFit(example)).toEqual([]);
    expect((await writeWorkbook(example, issuedFor(example))).length).toBeGreaterThan(10_000);
  } finally {
    rmSync(file);
  }
});

test('every option of a command is one that the command has', async () => {
  const helps = new Map<string, string>();
  const commands = all.flatMap(({ text }) => [...text.matchAll(/^scorebook ([a-z]+)( .*)?$/gm)]);
  for (const [, command = '', rest = ''] of commands) {
    const options = rest.match(/--[a-z-]+/g) ?? [];
    const words = [command, rest.trim().split(' ')[0] ?? ''].join(' ');
    const help = helps.get(words) ?? (await helpOf(...words.split(' ')));
    helps.set(words, help);
    for (const option of options) expect(help, `${command} ${option}`).toMatch(new RegExp(`${option}\\b`));
  }
  expect(helps.size).toBeGreaterThan(10);
});

async function helpOf(...words: readonly string[]): Promise<string> {
  let help = '';
  const out = (text: string): void => {
    help += text;
  };
  const command = words.filter((word) => /^[a-z][a-z-]*$/.test(word));
  await run([...command, '--help'], { out, err: out, isTerminal: false, now: () => new Date(0) });
  return help;
}

describe('no command line fetches a stranger’s package of the same name', () => {
  /** Lines of code: blocks in any language, and code within a line. */
  const code = all.flatMap(({ path, text }) => {
    const fenced = [...text.matchAll(/^```\w*\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'));
    const within = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
    return [...fenced, ...within].map((line) => `${path}: ${line.trim()}`);
  });

  test('by running it from the registry', () => {
    expect(code.length).toBeGreaterThan(300);
    expect(
      code.filter((line) => /\bnpx\b|\bbunx\b|\b(?:npm|pnpm|yarn) (?:exec|x|dlx|create|init)\b/.test(line)),
    ).toEqual([]);
  });

  test('by installing it by name: what is installed is a file', () => {
    const installing = code.filter((line) => /\b(?:npm|pnpm|yarn)(?:\.cmd)? (?:install|i|add)\b/.test(line));
    expect(installing.length).toBeGreaterThanOrEqual(3);
    const named = installing.filter((line) => !/ (?:\.[/\\])\S+\.tgz$/.test(line) && !/ install --global$/.test(line));
    expect(named).toEqual([]);
  });

  test('by what Scorebook itself says', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(sources.filter((file) => /\bnpx\b/.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });
});

test('the README has at most 130 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(130);
});

test('the scripts, files and packages that they name are there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, script = ''] of everything.matchAll(/npm run ([a-z]+(?::[a-z]+)?)/g))
    expect(Object.keys(scripts)).toContain(script);
  for (const { path, text } of all) {
    for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(join(dirname(path), link.replace(/#.*/, ''))), `${path}: ${link}`).toBe(true);
    }
  }
  const explained = [...everything.matchAll(/^\| ([a-z@][\w@/, .-]+) \| /gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  expect(explained).toEqual(expect.arrayContaining([...importedPackages(), ...instruments.map(({ key }) => key)]));
});

test('the table of dependencies has the packages of package.json, and no others', () => {
  const {
    dependencies,
    devDependencies,
  }: Record<string, Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, table = ''] = /^## Dependencies\n(.*?)^## /ms.exec(everything) ?? [];
  const listed = [...table.matchAll(/^\| ([^|]+) \| /gm)].flatMap(([, names = '']) => names.split(', '));
  expect(listed.slice(2).toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
});

/** The packages that the source imports. */
function importedPackages(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join('src', file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:from|import\()\s*'((?:@[a-z-]+\/)?[a-z][\w-]*)[^'.:]*'/g)].map(([, name = '']) => name),
  );
  expect(names.length).toBeGreaterThan(30);
  return [...new Set(names)];
}
