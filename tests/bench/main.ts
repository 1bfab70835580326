import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import { workbookWriter, writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { ordinaryReturn } from '../hostile/ordinaryReturn.ts';
import { largeRegion } from '../rollup/largeRegion.ts';
import { forExceljs, loadReturns, loadWithExceljs, reportImport, writeReturns } from './importing.ts';
import { inOwnProcess } from './ownProcess.ts';
import { peakMb } from './peakMb.ts';
import { reportRollUps, timeRollUp } from './rollingUp.ts';
import { reportSizes } from './sizes.ts';
import { met, print, reportSpeed } from './target.ts';
import { writeRound } from './writeRound.ts';

/**
 * Speed as ratios within one run: our reader beside exceljs and a bare unzip on one returned workbook; 151 workbooks
 * generated beside a plain exceljs write of the same cells; 1,000 returns imported beside exceljs loading them; roll-ups of
 * more and more partners; and what hostile files cost. Each measure has a process of its own, so that its peak memory is
 * its own. `npm run bench -- hostile` does one of these alone. What takes an hour, `sizes`, is only done alone.
 */

/** What reading is to reach: its speed as a multiple of that of exceljs, its time as a multiple of a bare unzip. */
const wantedOfReading = { speed: 4, cost: 2.2 } as const;

const count = 151;
const due = new Date('2026-12-18T12:00:00Z');

/** What generating is to reach, as multiples of the speed of a plain loop with exceljs over the same cells. */
const wanted = { blank: 10, withLastRound: 4 } as const;

/** Peak memory of 1,000 workbooks beside that of 151, if none is held: some noise of the collector is allowed. */
const flat = 1.15;

interface Figure {
  readonly name: string;
  /** Milliseconds: the fastest of the runs, or the whole for one run. */
  readonly ms: number;
}

const reports: Readonly<Record<string, (only?: string) => void | Promise<void>>> = {
  start: reportStarts,
  read: reportReaders,
  generate: reportGenerating,
  import: reportImport,
  rollup: reportRollUps,
  sizes: reportSizes,
  // The hostile files take memory as soon as they are loaded, which is to count in no other figure.
  postgres: async (only) => (await import('./onServer.ts')).reportServer(only),
  hostile: async (only) => (await import('./hostile.ts')).reportHostile(only),
};

/** What is run in processes of its own, and printed as JSON. */
const measures: Readonly<Record<string, (...args: readonly string[]) => Promise<unknown>>> = {
  readers: async () => ({ figures: await compareReaders(), peakMb: peakMb() }),
  'generate-blank': async (size = '') => {
    const details = await issued(Number(size));
    const write = workbookWriter(instrument);
    return timed('Scorebook', async () => {
      for (const one of details) await write(one);
    });
  },
  'generate-last-round': async () => {
    const details = withLastRounds(await issued(count));
    const write = workbookWriter(instrument);
    return timed('Scorebook', async () => {
      for (const one of details) await write(one);
    });
  },
  'generate-plainly': async () => {
    const [first] = await issued(1);
    return timePlainly(first);
  },
  'generate-last-round-plainly': async () => {
    const [first] = withLastRounds(await issued(1));
    return timePlainly(first);
  },
  'write-returns': (folder = '', some) => writeReturns(folder, some === undefined ? undefined : Number(some)),
  'load-returns': (folder = '', some = '') => loadReturns(folder, Number(some)),
  'write-round': (place = '', size = '', about = '') =>
    writeRound(place, Number(size), about === 'people' ? about : 'partners'),
  'roll-up': (folder = '', size = '') => timeRollUp(folder, Number(size)),
  'write-hostile': async (folder = '', only = '') => (await import('./hostile.ts')).writeHostile(folder, only),
};

const [, , chosen, ...args] = process.argv;
if (chosen === undefined) {
  for (const [name, report] of Object.entries(reports)) if (name !== 'sizes') await report();
} else if (chosen in reports) await reports[chosen]?.(args[0]);
else process.stdout.write(JSON.stringify(await measures[chosen]?.(...args)));

interface Measured {
  readonly figures: readonly Figure[];
  readonly peakMb: number;
}

/** The process prints what `timed` gave. */
function measured(...args: readonly string[]): Measured {
  return inOwnProcess('main', ...args) as Measured;
}

function reportReaders(): void {
  const readers = measured('readers');
  const [unzip = 0, own = 0, exceljs = 0] = readers.figures.map(({ ms }) => ms);
  print('One returned workbook, fastest of 200 interleaved runs after 40:');
  for (const { name, ms } of readers.figures) print(`  ${name.padEnd(22)} ${ms.toFixed(2)} ms`);
  const [speed, cost] = [exceljs / own, own / unzip];
  reportSpeed('beside exceljs.load', speed, wantedOfReading.speed);
  const times = `${cost.toFixed(1)} times as long as a bare unzip (wanted: at most ${wantedOfReading.cost})`;
  print(`  ${times}: ${met(cost <= wantedOfReading.cost)}`);
}

/** How long the built command takes to start, as multiples of a program that does nothing: the shortest of many runs. */
function reportStarts(): void {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-start-'));
  try {
    const command = join('dist', 'bundle', 'main.js');
    const register = ['--register', join(folder, 'register.db'), '--round', '2026'];
    const list = join('definitions', 'partners', 'sample-region.csv');
    const workbooks = ['--partners', list, '--due', '2026-12-18', '--out', join(folder, 'workbooks')];
    spawnSync('node', [command, 'generate', instrument.key, ...workbooks, ...register]);
    const shortest = (...args: readonly string[]): number =>
      Math.min(...Array.from({ length: 12 }, () => elapsed(() => void spawnSync('node', args))));
    const nothing = shortest('-e', '0');
    print('Starting the command, beside node -e 0, the shortest of 12 runs:');
    for (const [what, args, most] of [
      ['--version', ['--version'], 5],
      ['status', ['status', ...register], 7],
    ] as const) {
      const times = shortest(command, ...args) / nothing;
      print(`  ${what}: ${times.toFixed(1)} times as long (wanted: at most ${most}): ${met(times <= most)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function elapsed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function reportGenerating(): void {
  const plain = measured('generate-plainly');
  const last = measured('generate-last-round-plainly');
  const [some, more] = [measured('generate-blank', String(count)), measured('generate-blank', '1000')];
  const withLast = measured('generate-last-round');
  print(`Generating ${count} workbooks, beside a plain exceljs write of the same cells:`);
  reportSpeed('blank', ratio(plain, some), wanted.blank);
  reportSpeed('with the last round', ratio(last, withLast), wanted.withLastRound);
  const growth = more.peakMb / some.peakMb;
  const grown = `1,000 blank workbooks: peak ${more.peakMb.toFixed(0)} MB, ${some.peakMb.toFixed(0)} MB for ${count}`;
  print(`  ${grown} (wanted: at most ${flat} times): ${met(growth <= flat)}`);
}

/** As one waits for it: the processor's time would also count threads that collect garbage meanwhile. */
function ratio(theirs: Measured, own: Measured): number {
  const [slow = 0, fast = 1] = [theirs.figures[0]?.ms, own.figures[0]?.ms];
  return slow / fast;
}

async function compareReaders(): Promise<readonly Figure[]> {
  const file = await ordinaryReturn(await openRegister(':memory:'));
  const theirs = forExceljs(file);
  const readers: readonly (readonly [string, () => unknown])[] = [
    ['bare unzip (fflate)', () => unzipSync(file)],
    ['Scorebook', () => readPackage(file)],
    ['exceljs.load', () => loadWithExceljs(theirs)],
  ];
  const times = readers.map((): number[] => []);
  for (let run = 0; run < 240; run += 1) {
    for (const [index, [, read]] of readers.entries()) {
      const start = performance.now();
      await read();
      if (run >= 40) times[index]?.push(performance.now() - start);
    }
  }
  // Not the median, which on a busy machine measures how often others interrupted the run.
  return readers.map(([name], index) => ({ name, ms: Math.min(...(times[index] ?? [])) }));
}

async function timed(name: string, work: () => Promise<void>): Promise<Measured> {
  const start = performance.now();
  await work();
  return { figures: [{ name, ms: performance.now() - start }], peakMb: peakMb() };
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let run = 0; run < times; run += 1) await work();
}

/** The details of workbooks that a register has issued. */
async function issued(partners: number): Promise<readonly IssueDetails[]> {
  const register = await openRegister(':memory:');
  const workbooks = await issueWorkbooks(register, {
    instrument,
    round: 'bench',
    due,
    now: new Date('2026-11-02T09:00:00Z'),
    partners: Array.from({ length: partners }, (_, index) => ({ code: `X${index}`, name: `Sample partner ${index}` })),
  });
  await register.close();
  return workbooks.map((workbook) => ({ ...workbook, due }));
}

/** Each partner has answers of its own in the last round, and every seventh has none. */
function withLastRounds(details: readonly IssueDetails[]): readonly IssueDetails[] {
  const { partners } = largeRegion(instrument, details.length);
  return details.map((one, index) => ({
    ...one,
    lastRound: lastRoundOf(instrument, {
      ...{ round: 'before', instrument },
      response: partners[index]?.result?.response,
    }),
  }));
}

async function timePlainly(details: IssueDetails | undefined): Promise<Measured> {
  if (details === undefined) throw new Error('No workbook was issued');
  const cells = await cellsOf(await writeWorkbook(instrument, details));
  return timed('exceljs', () => repeat(count, () => writePlainly(cells)));
}

type PlainSheet = readonly (readonly [row: number, column: number, value: string | number | boolean])[];

async function cellsOf(file: Uint8Array = new Uint8Array()): Promise<readonly PlainSheet[]> {
  return readPackage(file).sheets.map((sheet) =>
    [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].map(([column, { value }]) => [row, column, value.value] as const),
    ),
  );
}

async function writePlainly(sheets: readonly PlainSheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  sheets.forEach((cells, index) => {
    const sheet = workbook.addWorksheet(`Sheet ${index + 1}`);
    for (const [row, column, value] of cells) sheet.getCell(row, column).value = value;
  });
  await workbook.xlsx.writeBuffer();
}
