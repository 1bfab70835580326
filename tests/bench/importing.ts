import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import type { IssuedWorkbook } from '../../src/rounds/issue/issue.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { fillIn } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';
import { inOwnProcess } from './ownProcess.ts';
import { peakMb } from './peakMb.ts';
import { startTimes, type Times } from './startTimes.ts';
import { met, print } from './target.ts';

const few = 300;
const all = 1_000;
/** So many sets of answers come round again, from other partners each time: writing workbooks takes longer than reading them. */
const fills = 20;
const due = new Date('2026-12-18T12:00:00Z');

/** Half of the partners answer with care; the others leave gaps and paste what the lists do not allow. */
const careful = { levels: [0.15, 0.5, 0.3], notApplicable: 0.03, diligence: 0.7 };
const hasty = { levels: [0.3, 0.3, 0.1], notApplicable: 0.1, diligence: 0.2, slips: true };

interface Run extends Times {
  readonly peakMb: number;
}

/** Wanted of an import with two threads, as a multiple of the speed of exceljs, and of any import, in megabytes. */
const wanted = { speed: 5, threads: 2, peakMb: (threads: number) => 250 + 80 * threads } as const;

/**
 * Imports 300 and 1,000 returns from a folder into a register, with one thread and with two, and lets exceljs load the same
 * files and do no more. Prints files to a second, peak memory and the ratios.
 */
export function reportImport(): void {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-bench-'));
  try {
    inOwnProcess('main', 'write-returns', folder);
    print('Returns imported from disk into a register, beside exceljs.load of the same files alone:');
    for (const count of [few, all]) {
      const theirs = inOwnProcess('main', 'load-returns', folder, String(count)) as Run;
      describe('exceljs.load', count, theirs);
      for (const threads of [1, wanted.threads]) {
        const own = importReturns(folder, count, threads);
        describe(`import --workers ${threads}`, count, own);
        reportRatios(theirs, own, threads);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(what: string, count: number, { ms, processorMs, peakMb }: Run): void {
  const speed = `${((count / ms) * 1000).toFixed(0).padStart(4)} files/s`;
  const each = `${(processorMs / count).toFixed(1)} ms of the processor for each`;
  print(`  ${what.padEnd(18)} ${String(count).padStart(5)} files: ${speed}, ${each}, peak ${peakMb.toFixed(0)} MB`);
}

function reportRatios(theirs: Run, own: Run, threads: number): void {
  const speed = theirs.ms / own.ms;
  const target = threads === wanted.threads ? ` (wanted: at least ${wanted.speed}): ${met(speed >= wanted.speed)}` : '';
  print(`    ${speed.toFixed(1)} times as fast${target}`);
  print(`    by the processor's time ${(theirs.processorMs / own.processorMs).toFixed(1)} times`);
  const mb = wanted.peakMb(threads);
  print(`    peak memory (wanted: at most ${mb} MB): ${met(own.peakMb <= mb)}`);
}

/** Writes a return of each partner to a folder, and the register that sent their workbooks out. */
export async function writeReturns(folder: string, count: number = all): Promise<null> {
  const register = await openRegister(join(folder, 'issued.db'));
  const issued = await issueWorkbooks(register, {
    instrument,
    round: 'bench',
    due,
    now: new Date('2026-11-02T09:00:00Z'),
    partners: Array.from({ length: count }, (_, index) => {
      const number = String(index).padStart(4, '0');
      return { code: `X${number}`, name: `Sample partner ${number}` };
    }),
  });
  await register.close();
  const [first] = issued;
  if (first === undefined) throw new Error('No workbook was issued');
  const blank = await writeWorkbook(instrument, { ...first, due });
  const filled = Array.from({ length: fills }, (_, index) =>
    fillIn(blank, sampleReturn(instrument, index % 2 === 0 ? careful : hasty, index)),
  );
  for (const [index, workbook] of issued.entries()) {
    writeFileSync(join(folder, `${index}.xlsx`), issuedTo(workbook, first, filled[index % fills]));
  }
  return null;
}

/** The workbook of one partner as if it had been issued to another, with a code and name of the same length. */
function issuedTo(other: IssuedWorkbook, one: IssuedWorkbook, bytes: Uint8Array = new Uint8Array()): Uint8Array {
  const words: readonly (readonly [string, string])[] = [
    [one.stamp.seal, other.stamp.seal],
    [one.stamp.workbook, other.stamp.workbook],
    [one.partner.name, other.partner.name],
    [one.partner.code, other.partner.code],
  ];
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    strToU8(words.reduce((text, [from, to]) => text.replaceAll(from, to), strFromU8(part))),
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** The whole command as it is installed, with the workbook of findings. */
function importReturns(folder: string, count: number, threads: number): Run {
  const path = join(folder, `imported-${count}-${threads}.db`);
  copyFileSync(join(folder, 'issued.db'), path);
  const files = Array.from({ length: count }, (_, index) => join(folder, `${index}.xlsx`));
  const options = ['--register', path, '--workers', String(threads)];
  const run = inOwnProcess('command', 'import', ...files, ...options) as Run & { readonly said: string };
  if (!run.said.includes(`${count} files: ${count} accepted`)) throw new Error(run.said);
  return run;
}

export async function loadReturns(folder: string, count: number): Promise<Run> {
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(folder, `${index} for exceljs.xlsx`), forExceljs(readFileSync(join(folder, `${index}.xlsx`))));
  }
  const timed = startTimes();
  for (let index = 0; index < count; index += 1) {
    await loadWithExceljs(readFileSync(join(folder, `${index} for exceljs.xlsx`)));
  }
  return { ...timed(), peakMb: peakMb() };
}

const workbookPart = 'xl/workbook.xml';

/** A workbook without the names of areas to be printed that grow with what is filled in: exceljs 4.4 throws at formulas there. */
export function forExceljs(file: Uint8Array): Uint8Array {
  const { [workbookPart]: part = new Uint8Array(), ...others } = unzipSync(file);
  const names = /<definedName name="_xlnm\.Print_Area"[^>]*>[^<]*INDEX\([^<]*<\/definedName>/g;
  return zipSync({ [workbookPart]: strToU8(strFromU8(part).replace(names, '')), ...others });
}

export async function loadWithExceljs(file: Uint8Array): Promise<void> {
  // exceljs's types name a Buffer of their own; it takes Node's.
  await new ExcelJS.Workbook().xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
}
