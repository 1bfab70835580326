import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach } from 'vitest';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { run } from '../../src/cli/run.ts';
import { describeUkTime } from '../../src/time.ts';
import { fillIn } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';
import { filledOnce } from './filledOnce.ts';
import type { Ran } from './workplace.ts';

/** The command as it is installed: `npm run build` bundles it. */
export const builtCommand = join(import.meta.dirname, '..', '..', 'dist', 'bundle', 'main.js');

/** The deadline of `generate`, as people read it. */
export const due = describeUkTime(new Date('2026-12-18T12:00:00Z'));

/** A folder in which the PCT self-assessment goes out to partners X01 and X02 in round 2026. */
export interface SmallRound {
  /** A path below the folder. */
  readonly at: (...parts: readonly string[]) => string;
  /** The time at which commands run; it can be changed. */
  readonly clock: { now: Date };
  /** Runs a command line; nothing but the folder is touched. */
  readonly scorebook: (args: readonly string[], isTerminal?: boolean) => Promise<Ran>;
  readonly register: () => readonly string[];
  /** `generate` as it should be given, with options added or, by being given again, replaced. */
  readonly generate: (...more: readonly string[]) => Promise<Ran>;
  /** What `generate` writes, without running it for each test anew. */
  readonly issued: () => Promise<void>;
  readonly workbook: (code?: string) => string;
  /** The workbook of a partner, filled in, under a name in the folder of returns. */
  readonly fillInReturn: (name?: string, code?: string, slips?: boolean) => string;
  /** Every file in the folder, the register's own aside. */
  readonly files: () => readonly string[];
  /**
   * Gives the register a new file, as if the process that wrote it had ended. A connection that was closed stays open in this
   * process until its statements are garbage, and SQLite gives its descriptor to the next connection to the same file, which
   * can then write whatever the mode of the file: https://sqlite.org/src/file/src/os_unix.c, `findReusableFd`.
   */
  readonly renewRegister: () => void;
  /** Carries out a command as somebody whom the system refuses something; the superuser it never does. */
  readonly asNobody: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Gives every test of a file such a folder, with the list of partners in it and nothing else, and removes it. */
export function smallRound(): SmallRound {
  let folder = '';
  const clock = { now: new Date() };
  const at: SmallRound['at'] = (...parts) => join(folder, ...parts);
  beforeEach(() => {
    clock.now = new Date('2026-11-20T10:00:00Z');
    folder = mkdtempSync(join(tmpdir(), 'scorebook-cli-'));
    const lines = ['X01,Ashmere PCT,a@ashmere.example', 'X02,Bramblewick PCT,b@bramblewick.example'];
    writeFileSync(at('partners.csv'), `code,name,email\n${lines.join('\n')}\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const scorebook: SmallRound['scorebook'] = async (args, isTerminal = false) => {
    let out = '';
    let err = '';
    const code = await run(args, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isTerminal,
      now: () => clock.now,
    });
    return { code, out, err };
  };

  const register: SmallRound['register'] = () => ['--register', at('register.db')];

  const generate: SmallRound['generate'] = (...more) =>
    scorebook([
      ...['generate', 'pct-self-assessment', '--partners', at('partners.csv'), '--round', '2026'],
      ...['--due', '2026-12-18 12:00', '--return-to', 'returns@region.example'],
      ...['--out', at('workbooks'), ...register(), ...more],
    ]);

  const issued: SmallRound['issued'] = () =>
    filledOnce('a small round', folder, async () => {
      const { code, err } = await generate();
      if (code !== 0) throw new Error(err);
    });

  const workbook: SmallRound['workbook'] = (code = 'X01') => at('workbooks', `pct-self-assessment_2026_${code}.xlsx`);

  const fillInReturn: SmallRound['fillInReturn'] = (name = 'return.xlsx', code = 'X01', slips = false) => {
    const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.5, slips };
    const path = at('returns', name);
    const typed = sampleReturn(pctSelfAssessment, manner, 6 + Number(code.slice(1)));
    mkdirSync(at('returns'), { recursive: true });
    writeFileSync(path, fillIn(readFileSync(workbook(code)), typed));
    return path;
  };

  const files: SmallRound['files'] = () =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('register.db'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();

  const renewRegister: SmallRound['renewRegister'] = () => {
    for (const ending of ['', '-wal']) {
      if (existsSync(at(`register.db${ending}`))) copyFileSync(at(`register.db${ending}`), at(`renewed.db${ending}`));
    }
    const database = new Database(at('renewed.db'));
    database.exec('pragma wal_checkpoint(truncate)');
    database.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(at(`register.db${ending}`), { force: true });
    renameSync(at('renewed.db'), at('register.db'));
  };

  const asNobody: SmallRound['asNobody'] = async (work) => {
    const { getuid, seteuid } = process;
    if (getuid?.() !== 0 || seteuid === undefined) return work();
    // SQLite's -wal and -shm may still be there while this process lives.
    const registers = readdirSync(folder).filter((file) => file.startsWith('register.db'));
    for (const path of [folder, ...[...files(), ...registers].map((file) => at(file))]) {
      const { mode } = statSync(path);
      if ((mode & 0o200) !== 0) chmodSync(path, mode | 0o066 | ((mode & 0o100) >> 3) | ((mode & 0o100) >> 6));
    }
    seteuid(65_534);
    try {
      return await work();
    } finally {
      seteuid(0);
    }
  };

  return { at, clock, scorebook, register, generate, issued, workbook, fillInReturn, files, renewRegister, asNobody };
}
