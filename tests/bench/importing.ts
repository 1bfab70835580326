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

const few = 300;
const all = 1_000;
/** So many sets of answers come round again, from other partners each time: writing workbooks takes longer than reading them. */
const fills = 20;
const due = new Date('2026-12-18T12:00:00Z');

/** Half of the partners answer with care; the others leave gaps and paste what the lists do not allow. */
const careful = { levels: [0.15, 0.5, 0.3], notApplicable: 0.03, diligence: 0.7 };
const hasty = { levels: [0.3, 0.3, 0.1], notApplicable: 0.1, diligence: 0.2, slips: true };

interface Run {
  readonly ms: number;
  readonly processorMs: number;
  readonly peakMb: number;
}

/**
 * Imports 300 and 1,000 returns from a folder into a register, with one thread and with two more that read, and lets exceljs
 * load the same files and do no more. Prints files to a second, peak memory and the ratios.
 */
export function reportImport(): void {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-bench-'));
  try {
    inOwnProcess('main', 'write-returns', folder);
    const measured = (what: string, count: number, ...args: readonly string[]): Run => {
      const figures = inOwnProcess('main', what, folder, String(count), ...args) as Run;
      const speed = (count / figures.ms) * 1000;
      process.stdout.write(
        `  ${[what, ...args].join(' ').padEnd(17)} ${String(count).padStart(5)} files: ${speed.toFixed(0).padStart(4)} files/s, processor ${figures.processorMs.toFixed(0)} ms, peak ${figures.peakMb.toFixed(0)} MB\n`,
      );
      return figures;
    };
    process.stdout.write('Returns imported from disk into a register, beside exceljs.load of the same files alone:\n');
    for (const count of [few, all]) {
      const theirs = measured('load-returns', count);
      for (const workers of [1, 2]) {
        const own = measured('import-returns', count, String(workers));
        process.stdout.write(
          `    the import is ${(theirs.ms / own.ms).toFixed(1)} times as fast (wanted with 2 workers: at least 5), by the processor's time ${(theirs.processorMs / own.processorMs).toFixed(1)} times; peak memory wanted: at most ${250 + 80 * workers} MB\n`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** The whole command as it is installed, with the workbook of findings; its loading counts. */
export async function importReturns(folder: string, count: number, workers: number): Promise<Run> {
  const path = join(folder, `imported-${count}-${workers}.db`);
  copyFileSync(join(folder, 'issued.db'), path);
  const files = Array.from({ length: count }, (_, index) => join(folder, `${index}.xlsx`));
  const command = new URL('../../bundle/main.js', import.meta.url);
  process.argv = [
    process.execPath,
    command.pathname,
    'import',
    ...files,
    '--register',
    path,
    '--workers',
    `${workers}`,
  ];
  let said = '';
  const write = process.stdout.write;
  process.stdout.write = (text) => {
    said += String(text);
    return true;
  };
  process.stderr.write = () => true;
  const timed = startTimes();
  await import(command.href);
  const times = timed();
  process.stdout.write = write;
  process.exitCode = 0;
  if (!said.includes(`${count} files: ${count} accepted`)) throw new Error(said);
  return { ...times, peakMb: peakMb() };
}

export async function loadReturns(folder: string, count: number): Promise<Run> {
  const timed = startTimes();
  for (let index = 0; index < count; index += 1) await loadWithExceljs(readFileSync(join(folder, `${index}.xlsx`)));
  return { ...timed(), peakMb: peakMb() };
}

/** Gives the time that has gone since, and what the processor worked in it, of all threads. */
function startTimes(): () => Pick<Run, 'ms' | 'processorMs'> {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, processorMs: (user + system) / 1000 };
  };
}

export async function loadWithExceljs(file: Uint8Array): Promise<void> {
  // exceljs's types name a Buffer of their own; it takes Node's.
  await new ExcelJS.Workbook().xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
}
