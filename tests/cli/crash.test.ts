import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.ts';

/** How often an import is killed: SCOREBOOK_KILLS=50 for the long run. Another seed kills at other moments. */
const kills = Number(process.env['SCOREBOOK_KILLS'] ?? 3);
const seed = Number(process.env['SCOREBOOK_SEED'] ?? 1);

const main = join(import.meta.dirname, '..', '..', 'dist', 'bundle', 'main.js');
const files = 12;

let place: Workplace;
/** What one import that nobody disturbs makes of the returns. */
let clean: Held;
/** How long it takes, in milliseconds, beside what else the machine does. */
let duration: number;
/** How many bytes it writes. */
let written: number;

beforeAll(async () => {
  place = openWorkplace();
  await place.generate(10);
  for (let index = 1; index <= 10; index += 1) {
    const partner = `X${String(index).padStart(2, '0')}`;
    place.put(`returns/${partner}.xlsx`, place.filledIn(partner, index));
  }
  place.put('returns/X01 corrected.xlsx', place.filledIn('X01', 99));
  place.put('returns/note.txt', 'Sorry, it will be late.');
  await place.scorebook('register', 'backup', place.at('start.db'));
  const register = fresh('clean');
  const start = performance.now();
  written = await bytesWritten(register);
  duration = performance.now() - start;
  clean = await held(register);
}, 60_000);
afterAll(() => place.remove());

/** The register as it was when the workbooks had gone out. */
function fresh(name: string): string {
  mkdirSync(place.at(name));
  const register = place.at(name, 'register.db');
  copyFileSync(place.at('start.db'), register);
  return register;
}

/** With one thread: it is the register that matters here, and threads take as long to start as the files to read. */
const importing = (register: string): readonly string[] => [
  ...[main, 'import', place.at('returns'), '--register', register],
  ...['--workers', '1'],
];

/** What a register holds, but for numbers and times. Refused files are judged anew each time, and that is logged. */
type Held = Readonly<Record<string, readonly unknown[]>>;

async function held(register: string): Promise<Held> {
  const database = new Database(register);
  const rows = (query: string): readonly unknown[] => database.prepare(query).raw().all();
  const ofReturn = 'join return on return.id = return_id';
  try {
    return {
      files: rows('select sha256, name, length(bytes) from file order by 1'),
      returns: rows('select file, status, workbook, coverage, band from return order by 1'),
      answers: rows(`select file, section, subject, field, state, value from answer ${ofReturn} order by 1, 2, 3, 4`),
      findings: rows(`select file, position, code, place, facts, message from finding ${ofReturn} order by 1, 2`),
      log: rows(`select what, details from log where what != 'refused' order by 1, 2`),
      counting: await countingFiles(register, database),
    };
  } finally {
    database.close();
  }
}

/** The file that counts for each partner. */
async function countingFiles(register: string, database: Database.Database): Promise<readonly unknown[]> {
  const { out } = await place.scorebook('status', '--round', '2026', '--json', '--register', register);
  const [{ partners }]: [{ partners: { code: string; counting: { id: number } | null }[] }] = JSON.parse(out);
  const name = database.prepare('select name from file join return on file = sha256 where id = ?').raw();
  return partners.map(({ code, counting }) => [code, counting === null ? null : name.get(counting.id)]);
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function* random(start: number): Generator<number, never> {
  let state = start >>> 0;
  for (;;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

const ended = (child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));

/** Starts an import, and kills it as soon as `isTime` says so. Resolves to whether it was still running then. */
async function killed(register: string, isTime: (written: number) => boolean): Promise<boolean> {
  const child = spawn(process.execPath, importing(register), { stdio: 'ignore' });
  const end = ended(child);
  let running = true;
  void end.then(() => {
    running = false;
  });
  while (running && !isTime(writtenTo(register))) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  return (await end).signal === 'SIGKILL';
}

/** Bytes that SQLite has written of what is not yet in the register's own file. */
const writtenTo = (register: string): number => statSync(`${register}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** How much an import that nobody disturbs writes. */
async function bytesWritten(register: string): Promise<number> {
  let max = 0;
  const wasKilled = await killed(register, (bytes) => {
    max = Math.max(max, bytes);
    return false;
  });
  expect(wasKilled).toBe(false);
  return max;
}

test('one import takes in what there is', () => {
  expect(clean['returns']).toHaveLength(files);
  expect(clean['answers']?.length).toBeGreaterThan(files * 100);
  expect(clean['counting']).toContainEqual(['X01', ['X01.xlsx']]);
});

describe('an import that is killed and run again gives what one clean run gives', () => {
  const numbers = random(seed);
  const moments = Array.from({ length: kills }, (_, index) => [index + 1, numbers.next().value] as const);
  let cutShort = 0;

  // Most of the time is spent reading; two of three are killed in the midst of writing instead.
  test.each(moments)(
    '%i: at %f of all',
    async (index, moment) => {
      const register = fresh(`killed-${index}`);
      const start = performance.now();
      const isTime =
        index % 3 === 0
          ? () => performance.now() - start >= moment * duration
          : (bytes: number) => bytes >= moment * written;
      if (await killed(register, isTime)) cutShort += 1;
      const check = await place.scorebook('register', 'check', '--register', register);
      expect([check.code, check.err]).toEqual([0, expect.not.stringContaining('error:')]);
      const again = spawnSync(process.execPath, importing(register), { encoding: 'utf8' });
      expect([again.status, again.stderr]).toEqual([1, expect.stringContaining(`${files}/${files}`)]);
      expect(await held(register)).toEqual(clean);
      expect((await place.scorebook('register', 'check', '--register', register)).out).toContain('nothing is wrong');
    },
    60_000,
  );

  test('most were killed before they had ended', () => {
    expect(cutShort).toBeGreaterThan(kills / 2);
  });
});

test('two imports at once on one register both finish, and nothing is there twice', async () => {
  const register = fresh('two');
  const both = [1, 2].map(() => ended(spawn(process.execPath, importing(register), { stdio: 'ignore' })));
  expect(await Promise.all(both)).toEqual([
    { code: 1, signal: null },
    { code: 1, signal: null },
  ]);
  // Which of two returns of one partner came last depends on which command was first at each.
  const { counting: _, ...rest } = await held(register);
  const { counting: __, ...expected } = clean;
  expect(rest).toEqual(expected);
  expect((await place.scorebook('register', 'check', '--register', register)).out).toContain('nothing is wrong');
}, 60_000);

/** Whether a small disk can be made in memory, for which one has to be the superuser of a machine that allows it. */
const canMount =
  process.platform === 'linux' &&
  spawnSync('sh', [
    '-c',
    'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d"; r=$?; rmdir "$d"; exit $r',
  ]).status === 0;
if (!canMount) console.warn('No disk can be mounted here, so full and read-only disks are not tried.');

describe.skipIf(!canMount)('on a disk of its own', () => {
  /** Carries out work on a register that has so many bytes left on its disk. */
  async function onDisk(name: string, left: number, work: (register: string, disk: Disk) => Promise<void>) {
    const folder = place.at(name);
    mkdirSync(folder);
    const mount = (...args: readonly string[]): void => {
      expect(spawnSync('mount', args, { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    };
    const size = Math.ceil((statSync(place.at('start.db')).size + left) / 4_096) * 4_096;
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
    const register = join(folder, 'register.db');
    copyFileSync(place.at('start.db'), register);
    try {
      await work(register, { change: (options) => mount('-o', `remount,${options}`, folder) });
    } finally {
      // Lazily, because SQLite closes its files when this process ends.
      spawnSync('umount', ['--lazy', folder]);
    }
  }
  interface Disk {
    readonly change: (options: string) => void;
  }

  const run = (register: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, importing(register), { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const stackTrace = /^\s+at |node:|\.js/m;

  test.each([40, 700])(
    'that is full after %i KB more, it ends with a message and goes on when there is room',
    async (kilobytes) => {
      await onDisk(`full-${kilobytes}`, kilobytes * 1_024, async (register, disk) => {
        const full = run(register);
        expect(full.stderr).toMatch(/the disk is full/);
        expect(full.stderr).not.toMatch(stackTrace);
        expect(full.status).not.toBe(0);
        expect((await place.scorebook('register', 'check', '--register', register)).err).not.toContain('error');
        disk.change('size=50m');
        expect(run(register).status).toBe(1);
        expect(await held(register)).toEqual(clean);
      });
    },
    60_000,
  );

  test('that cannot be written to, it ends with a message, and can be read', async () => {
    await onDisk('read-only', 1_000_000, async (register, disk) => {
      disk.change('ro');
      const before = readFileSync(register);
      expect(run(register)).toEqual({
        status: 2,
        stdout: '',
        stderr: `error: The register ${register} cannot be opened: it may only be read, and this command writes to it. Check --register.\n`,
      });
      expect(readFileSync(register).equals(before)).toBe(true);
      for (const command of [
        ['status', '--round', '2026'],
        ['register', 'check'],
        ['register', 'backup', place.at('copy.db')],
      ]) {
        expect(await place.scorebook(...command, '--register', register)).toMatchObject({ code: 0, err: '' });
      }
      expect(existsSync(place.at('copy.db'))).toBe(true);
    });
  }, 60_000);

  test('that is full, a copy of the register is not left there half-written', async () => {
    await onDisk('no-room', 50_000, async (register) => {
      const { code, err } = await place.scorebook('register', 'backup', `${register}.copy`, '--register', register);
      expect([code, err]).toEqual([1, expect.stringContaining('the disk is full')]);
      expect(existsSync(`${register}.copy`)).toBe(false);
    });
  });
});
