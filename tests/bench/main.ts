import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { fillIn } from '../../src/demo/fillIn.ts';
import { sampleReturn } from '../../src/demo/sampleReturns.ts';
import { importReturn } from '../../src/register/importReturn.ts';
import { issueWorkbooks } from '../../src/register/issueWorkbooks.ts';
import { openRegister, type Register } from '../../src/register/openRegister.ts';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { largeRegion } from '../rollup/largeRegion.ts';

/**
 * Speed as ratios within one run: our reader beside exceljs and a bare unzip on one returned workbook; 151 workbooks
 * generated beside a plain exceljs write of the same cells; 151 returns imported beside exceljs loading them; roll-ups of
 * more and more partners. Each measure has a process of its own, so that its peak memory is its own.
 */

const count = 151;
/** Partners whose answers are rolled up. */
const sizes = [151, 1_000, 10_000] as const;
const due = new Date('2026-12-18T12:00:00Z');
const manner = { levels: [0.15, 0.5, 0.3], notApplicable: 0.03, diligence: 0.7 };

interface Figure {
  readonly name: string;
  /** Milliseconds: median of the runs, or the whole for one run. */
  readonly ms: number;
}

const measures: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: async () => [],
  readers: compareReaders,
  generate: async () => [await timed('ours', async () => void (await generate(await openRegister(':memory:'))))],
  'plain exceljs write': async () => {
    const cells = await cellsOf((await generate(await openRegister(':memory:'), 1))[0]);
    return [await timed('exceljs', () => repeat(count, () => writePlainly(cells)))];
  },
  import: async () => {
    const { register, files } = await returned();
    return [await timed('ours', () => importAll(register, files))];
  },
  'exceljs load': async () => {
    const { files } = await returned();
    return [
      await timed('exceljs', async () => {
        for (const file of files) await loadWithExceljs(file);
      }),
    ];
  },
  ...Object.fromEntries(sizes.map((size) => [rollUpOf(size), () => timeRollUp(size)])),
};

const [, , measure] = process.argv;
if (measure === undefined) report();
else {
  const figures = await measures[measure]?.();
  process.stdout.write(JSON.stringify({ figures, peakMb: process.resourceUsage().maxRSS / 1024 }));
}

function report(): void {
  const bare = inOwnProcess('start').peakMb;
  const readers = inOwnProcess('readers');
  const [unzip = 0, ours = 0, exceljs = 0] = readers.figures.map(({ ms }) => ms);
  const print = (line: string): boolean => process.stdout.write(`${line}\n`);
  print('One returned workbook, median of 41 interleaved runs after 15:');
  for (const { name, ms } of readers.figures) print(`  ${name.padEnd(22)} ${ms.toFixed(2)} ms`);
  print(
    `  ours is ${(exceljs / ours).toFixed(1)} times as fast as exceljs.load (wanted: at least 4), and costs ${(ours / unzip).toFixed(1)} times a bare unzip`,
  );
  const pair = (title: string, one: string, peer: string, peerName: string): void => {
    const [a, b] = [inOwnProcess(one), inOwnProcess(peer)];
    const [mine = 0, theirs = 0] = [a.figures[0]?.ms, b.figures[0]?.ms];
    print(
      `${title}: ${seconds(mine)}, peak ${a.peakMb.toFixed(0)} MB; ${peerName}: ${seconds(theirs)}, peak ${b.peakMb.toFixed(0)} MB; ratio of times ${(mine / theirs).toFixed(2)}`,
    );
  };
  pair(`Generating ${count} workbooks`, 'generate', 'plain exceljs write', 'plain exceljs write of the same cells');
  pair(`Importing ${count} returns`, 'import', 'exceljs load', 'exceljs.load of the same files alone');
  printRollUps(print);
  print(`(The process with everything loaded and nothing done: peak ${bare.toFixed(0)} MB.)`);
}

/** Were time and memory to grow faster than the number of partners, the ratios would rise. */
function printRollUps(print: (line: string) => void): void {
  const each = sizes.map((size) => ({ size, ...inOwnProcess(rollUpOf(size)) }));
  for (const { size, figures, peakMb } of each) {
    const ms = figures[0]?.ms ?? 0;
    const first = (each[0]?.figures[0]?.ms ?? 0) / count;
    print(
      `Roll-up of ${size} partners: ${seconds(ms)}, ${(ms / size).toFixed(1)} ms each (${(ms / size / first).toFixed(2)} times that of ${count}), peak ${peakMb.toFixed(0)} MB`,
    );
  }
}

function rollUpOf(size: number): string {
  return `roll-up of ${size}`;
}

async function timeRollUp(size: number): Promise<readonly Figure[]> {
  const made = new Date('2027-01-04T09:00:00Z');
  // The first one also pays for what is loaded only when it is needed.
  await writeRollUp(largeRegion(instrument, 3), made);
  const rollUp = largeRegion(instrument, size);
  return [await timed('ours', async () => void (await writeRollUp(rollUp, made)))];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function inOwnProcess(name: string): { figures: readonly Figure[]; peakMb: number } {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`The measure ${name} failed: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

async function compareReaders(): Promise<readonly Figure[]> {
  const [file = new Uint8Array()] = (await returned(1)).files;
  const readers: readonly (readonly [string, () => unknown])[] = [
    ['bare unzip (fflate)', () => unzipSync(file)],
    ['ours', () => readPackage(file)],
    ['exceljs.load', () => loadWithExceljs(file)],
  ];
  const times = readers.map((): number[] => []);
  for (let run = 0; run < 56; run += 1) {
    for (const [index, [, read]] of readers.entries()) {
      const start = performance.now();
      await read();
      if (run >= 15) times[index]?.push(performance.now() - start);
    }
  }
  return readers.map(([name], index) => ({ name, ms: median(times[index] ?? []) }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(name: string, work: () => Promise<void>): Promise<Figure> {
  const start = performance.now();
  await work();
  return { name, ms: performance.now() - start };
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let run = 0; run < times; run += 1) await work();
}

async function generate(register: Register, partners = count): Promise<readonly Uint8Array[]> {
  const issued = await issueWorkbooks(register, {
    instrument,
    round: 'bench',
    due,
    now: new Date('2026-11-02T09:00:00Z'),
    partners: Array.from({ length: partners }, (_, index) => ({ code: `X${index}`, name: `Sample partner ${index}` })),
  });
  const files: Uint8Array[] = [];
  for (const workbook of issued) files.push(await writeWorkbook(instrument, { ...workbook, due }));
  return files;
}

async function returned(partners = count): Promise<{ register: Register; files: readonly Uint8Array[] }> {
  const register = await openRegister(':memory:');
  const files = await generate(register, partners);
  return { register, files: files.map((file, index) => fillIn(file, sampleReturn(instrument, manner, index))) };
}

async function importAll(register: Register, files: readonly Uint8Array[]): Promise<void> {
  for (const [index, bytes] of files.entries()) {
    const imported = await importReturn(
      register,
      { instruments: [instrument] },
      { name: `${index}.xlsx`, bytes, received: due },
    );
    if (imported.status !== 'accepted') throw new Error(`Return ${index} was ${imported.status}`);
  }
}

async function loadWithExceljs(file: Uint8Array): Promise<void> {
  // exceljs's types name a Buffer of their own; it takes Node's.
  await new ExcelJS.Workbook().xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
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
