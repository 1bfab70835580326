import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileFiles } from '../hostile/hostileFiles.ts';
import { mail, mbox } from '../mail/mails.ts';
import { zipParts } from '../spreadsheet/parts.ts';
import { builtCommand } from './smallRound.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * An import gives with several threads what it gives without any, as where threads cannot be started. The command is the built
 * one: threads run from the bundle.
 */

let place: Workplace;
const runs = new Map<string, Run>();
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(20);
  writeReturns();
  await place.scorebook('register', 'backup', place.at('start.db'));
  runs.set('none', importWith('none', [preload, withoutThreads]));
  runs.set('3', importWith('3', [preload]));
}, 240_000);
afterAll(() => place.remove());

const partners = Array.from({ length: 20 }, (_, index) => `X${String(index + 1).padStart(2, '0')}`);

/** Returns of all kinds, mixed: files are imported in the order of their names. */
function writeReturns(): void {
  const filled = new Map(partners.map((code) => [code, place.filledIn(code)]));
  const of = (code: string): Uint8Array => filled.get(code) ?? new Uint8Array();
  const put = (name: string, bytes: Uint8Array | string): string => place.put(join('returns', name), bytes);
  for (const code of partners) put(`${code}.xlsx`, of(code));
  // Other answers of the same partner, the answers of another one, and the same bytes again.
  for (const code of partners.slice(0, 8)) put(`${code} corrected.xlsx`, place.filledIn(code, 99));
  for (const code of partners.slice(8, 10)) put(`${code} copied.xlsx`, place.filledIn(code, 7));
  for (const code of partners.slice(4, 10)) put(`copy of ${code}.xlsx`, of(code));
  for (const code of partners.slice(10, 13)) {
    put(`${code} blank.xlsx`, readFileSync(place.at('workbooks', `pct-self-assessment_2026_${code}.xlsx`)));
  }
  const hostile = hostileFiles.filter((_, index) => index % 10 === 0);
  for (const [index, { make }] of hostile.entries()) put(`X${10 + index} hostile.xlsx`, make(of('X10')));
  for (const code of ['X05', 'X06']) put(`${code} note.txt`, 'Sorry, it will be late.');
  put('empty.xlsx', '');
  const archived = partners.slice(13, 17).map((code) => [`${code}.xlsx`, place.filledIn(code, 50)] as const);
  put('X07 archive.zip', zipParts(Object.fromEntries([...archived, ['X01.xlsx', of('X01')]])));
  const letter = (code: string): string =>
    mail({ attached: [{ name: `${code}.xlsx`, bytes: place.filledIn(code, 51) }] });
  put('X08 message.eml', letter('X18'));
  put('X09 messages.mbox', mbox(letter('X19'), letter('X20'), mail({ text: 'The file follows.' })));
}

/** A file as it is printed. */
interface Printed {
  readonly status: string;
  readonly findings: readonly { readonly code: string }[];
}

interface Run {
  readonly status: number | null;
  readonly files: readonly Printed[];
  /** Progress and messages. */
  readonly err: string;
  readonly threads: number;
  /** Every row of every table, bytes by their digest. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

function runOf(threads: 'none' | '3'): Run {
  const run = runs.get(threads);
  if (run === undefined) throw new Error(`There was no import with ${threads} threads`);
  return run;
}

/** Runs before the command: the clock always shows the same time, so that all times are equal, and each thread is noted. */
const preload = `data:text/javascript,${encodeURIComponent(`
  const now = Date.parse('2026-12-01T09:00:00Z');
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [now] : given)); }
    static now() { return now; }
  };
  process.on('worker', () => process.stderr.write('(a thread)\\n'));`)}`;

/** Runs before the command, too: no thread can be started. */
const withoutThreads = `data:text/javascript,${encodeURIComponent(`
  import { syncBuiltinESMExports } from 'node:module';
  import threads from 'node:worker_threads';
  threads.Worker = class { constructor() { throw new Error('No threads here'); } };
  syncBuiltinESMExports();`)}`;

function importWith(name: string, preloads: readonly string[]): Run {
  const folder = place.at(`with ${name}`);
  mkdirSync(folder);
  const register = join(folder, 'register.db');
  copyFileSync(place.at('start.db'), register);
  const options = ['--register', register, '--workers', '3', '--json'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...preloads.flatMap((one) => ['--import', one]), builtCommand, 'import', place.at('returns'), ...options],
    { encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  const [err, threads] = [stderr.replaceAll('(a thread)\n', ''), stderr.split('(a thread)').length - 1];
  return { status, files: JSON.parse(stdout).files, err, threads, tables: tablesOf(register) };
}

function tablesOf(register: string): Run['tables'] {
  const database = new Database(register);
  const rows = (query: string): readonly unknown[][] => database.prepare(query).raw().all() as unknown[][];
  const shown = (value: unknown): unknown =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? createHash('sha256')
          .update(new Uint8Array(value as ArrayBuffer))
          .digest('hex')
      : value;
  try {
    const names = rows(`select name from sqlite_master where type = 'table' order by name`).flat().map(String);
    const all = (name: string) => rows(`select * from "${name}" order by rowid`);
    return Object.fromEntries(names.map((name) => [name, all(name).map((row) => JSON.stringify(row.map(shown)))]));
  } finally {
    database.close();
  }
}

test('the returns are of all kinds, and threads read them', () => {
  const { files, threads } = runOf('none');
  expect(files.length).toBeGreaterThanOrEqual(60);
  expect(new Set(files.map(({ status }) => status))).toEqual(
    new Set(['accepted', 'refused', 'already-imported', 'no-return']),
  );
  expect([threads, runOf('3').threads]).toEqual([0, 3]);
  const codes = files.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(codes).toEqual(expect.arrayContaining(['return.contradicts', 'return.like-another', 'return.damaged']));
});

describe('with three threads as with none', () => {
  test('the same is printed', () => {
    expect(runOf('3').files).toEqual(runOf('none').files);
    expect([runOf('3').status, runOf('3').err]).toEqual([runOf('none').status, runOf('none').err]);
  });

  test('the register has the same rows in every table, times and log among them', () => {
    const [none, three] = [runOf('none').tables, runOf('3').tables];
    expect(Object.keys(three)).toEqual(Object.keys(none));
    expect(none['answer']?.length).toBeGreaterThan(10_000);
    for (const name of Object.keys(none)) expect(three[name], name).toEqual(none[name]);
  });
});

test.each(['0', '-1', '1.5', 'many', '100'])('--workers %s is refused', async (workers) => {
  const { code, err } = await place.scorebook('import', place.at('returns'), '--workers', workers);
  expect([code, err]).toEqual([2, expect.stringContaining(`--workers "${workers}"`)]);
});
