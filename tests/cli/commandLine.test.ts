import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtCommand, smallRound } from './smallRound.ts';

const { at, scorebook } = smallRound();

describe('a mistyped command line', () => {
  test.each([
    ['no command', [], 'Usage: scorebook'],
    ['a command that there is not', ['genrate'], "unknown command 'genrate'"],
    ['an option that there is not', ['status', '--round', '2026', '--jsno'], "unknown option '--jsno'"],
    ['an option without its value', ['status', '--round'], "option '--round <name>' argument missing"],
    ['a missing option', ['rollup'], "required option '--round <name>' not specified"],
    ['a missing argument', ['check'], 'missing required argument'],
    ['an import of nothing', ['import'], 'Nothing to import is named'],
    ['an argument too many', ['status', '2026', '--round', '2026'], 'too many arguments'],
  ])('with %s ends with 2 and a message', async (_what, args, message) => {
    const { code, out, err } = await scorebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('is answered with what was probably meant', async () => {
    expect((await scorebook(['genrate'])).err).toContain('Did you mean generate?');
    expect((await scorebook(['status', '--round', '2026', '--jsno'])).err).toContain('Did you mean --json?');
    const { err } = await scorebook(['send', '--roud', '2026']);
    expect(err).toContain("required option '--round <name>' not specified");
    expect(err).toContain("unknown option '--roud'\n(Did you mean --round?)");
  });

  test('of a command that is part of another, its own options are known', async () => {
    const missing = await scorebook(['return', 'set-aside', '3', '--register', 'register.db']);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining("required option '--reason <text>'") });
    expect(missing.err).not.toContain('unknown option');
    const mistyped = await scorebook(['round', 'withdraw', 'A1', '--round', '2026', '--reson', 'dissolved']);
    expect(mistyped.err).toContain("unknown option '--reson'\n(Did you mean --reason?)");
  });
});

describe('help', () => {
  test('names every command', async () => {
    const { code, out, err } = await scorebook(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const command of ['generate', 'import', 'status', 'rollup', 'return', 'register'])
      expect(out).toContain(`\n  ${command} `);
  });

  test.each([
    ['generate', 'scorebook generate [instrument] --round <name> [options]'],
    ['import', 'scorebook import [path...] [options]'],
    ['status', 'scorebook status [options]'],
    ['rollup', 'scorebook rollup [options]'],
  ])('of %s shows its options, the arguments before them', async (command, usage) => {
    const { code, out } = await scorebook([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: ${usage}\n`);
    for (const option of ['--register <place>', '--json']) expect(out).toContain(option);
  });

  test('has a version', async () => {
    expect(await scorebook(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  });
});

describe('the built command', () => {
  const node = (...args: readonly string[]) =>
    spawnSync('node', [builtCommand, ...args], { cwd: at(), encoding: 'utf8' });

  test('is there', () => {
    expect(existsSync(builtCommand), 'Run npm run build first (npm test does).').toBe(true);
  });

  test('prints its help', () => {
    expect(node('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage: scorebook'),
    });
  });

  test("reports a user's mistake without a stack trace", () => {
    for (const args of [['status'], ['status', '--round', '2026'], ['rollup', '--round', '2026'], ['import', 'none']]) {
      const { status, stdout, stderr } = node(...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toMatch(/^\s+at |node:|\.js/m);
    }
  });

  test('works in the folder in which it is called, with its own places for everything', () => {
    const made = node(
      'generate',
      'pct-self-assessment',
      '--partners',
      'partners.csv',
      '--round',
      '2026',
      '--due',
      '2026-12-18',
      '--return-to',
      'returns@region.example',
    );
    expect(made).toMatchObject({ status: 0, stderr: expect.stringMatching(/^1\/2 .*\n2\/2 .*\n$/) });
    expect(existsSync(at('output', '2026', 'workbooks', 'pct-self-assessment_2026_X01.xlsx'))).toBe(true);
    expect(existsSync(at('output', 'register.db'))).toBe(true);
    expect(node('status', '--round', '2026')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 of 2') });
    expect(node('rollup', '--round', '2026').status).toBe(0);
    expect(existsSync(at('output', '2026', 'roll-up_pct-self-assessment_2026.xlsx'))).toBe(true);
  });

  test('ends quietly when its reader closes the pipe', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${builtCommand}" generate --help | true`],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  test('names the places of a bug in the sources', () => {
    // A function that every command calls, broken before the command starts.
    const broken = 'Object.hasOwn = () => { throw new Error("a bug"); };';
    const preload = `--import=data:text/javascript,${encodeURIComponent(broken)}`;
    const { status, stderr } = spawnSync('node', [preload, builtCommand, 'status'], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('a bug');
    expect(stderr).toMatch(/src\/instrument\/model\/ownProperty\.ts:\d+/);
    expect(stderr).toMatch(/src\/cli\/run\.ts:\d+/);
  });
});
