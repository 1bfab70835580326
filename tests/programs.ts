import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { z } from 'zod';
import { hasGnumeric } from './savedBy.ts';
import { hasLibreOffice } from './tools/libreOffice.ts';

/** Real programs that tests put workbooks through. The gate requires them; elsewhere their tests are skipped. */
export const withLibreOffice = describeWith('LibreOffice', hasLibreOffice());
export const withGnumeric = describeWith('Gnumeric', hasGnumeric());
/** Debian's openpyxl belongs to Debian's Python. */
export const withOpenpyxl = describeWith('openpyxl', answers('/usr/bin/python3', '-c', 'import openpyxl'));
/** A real IMAP server. */
export const withDovecot = describeWith('Dovecot', answers('dovecot', '--version'));
/** Python reads e-mails by itself. */
export const withPython = describeWith('Python', answers('/usr/bin/python3', '-c', 'import email'));
/** LibreOffice's own interface, for which Debian's Python has a package. */
export const withUno = describeWith('python3-uno', hasLibreOffice() && answers('/usr/bin/python3', '-c', 'import uno'));

function describeWith(program: string, installed: boolean): typeof describe.skip {
  const required = process.env['SCOREBOOK_REQUIRE_PROGRAMS'] === '1';
  if (installed || required) return describe;
  console.warn(`${program} is not installed: its tests are skipped.`);
  return describe.skip;
}

function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;
}

/** A cell, its row and column counted from 1. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What may be typed into a cell, as LibreOffice understands it. */
export interface CellRule {
  readonly type: string;
  readonly operator: string;
  readonly formula: string;
  /** What the drop-down list offers: the values that are stored. */
  readonly entries: readonly (number | string)[];
  /** How the cells that hold the list show them. */
  readonly shown: readonly string[];
  readonly listShows: boolean;
  readonly alert: string;
  readonly errorShows: boolean;
  readonly errorTitle: string;
  readonly error: string;
  readonly promptShows: boolean;
  readonly promptTitle: string;
  readonly prompt: string;
  readonly blankAllowed: boolean;
}

const scripts = join('tests', 'tools', 'office');

/** Cells of a workbook. */
export interface CellsIn {
  readonly workbook: Uint8Array;
  readonly cells: readonly CellPlace[];
}

/** The rules of cells of each workbook, read through LibreOffice's own interface, in the order of the cells. */
export function rulesInLibreOffice(all: readonly CellsIn[]): readonly (readonly CellRule[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-rules-'));
  try {
    const names = all.map((_, index) => join(folder, `${index}.xlsx`));
    for (const [index, { workbook }] of all.entries()) writeFileSync(names[index] ?? '', workbook);
    const script = join(scripts, 'validations.py');
    const input = JSON.stringify(
      all.map(({ cells }) => cells.map(({ sheet, row, column }) => ({ sheet, row, column }))),
    );
    const options = { input, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
    const read = spawnSync('/usr/bin/python3', ['-B', script, ...names], options);
    if (read.status !== 0) throw new Error(`LibreOffice did not give the rules: ${read.error?.message ?? read.stderr}`);
    const rules: readonly (readonly CellRule[])[] = JSON.parse(read.stdout);
    return rules;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fittedHeights = z.record(z.string(), z.record(z.string(), z.array(z.number())));

/** The heights that LibreOffice gives to the rows of workbooks, in points, in the order of the workbooks, by sheet. */
export function rowHeightsInLibreOffice(
  workbooks: readonly Uint8Array[],
): readonly Readonly<Record<string, readonly number[]>>[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-heights-'));
  try {
    const names = workbooks.map((bytes, index) => {
      const name = join(folder, `${index}.xlsx`);
      writeFileSync(name, bytes);
      return name;
    });
    const script = join(scripts, 'rowHeights.py');
    const read = spawnSync('/usr/bin/python3', ['-B', script, ...names], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (read.status !== 0)
      throw new Error(`LibreOffice did not give the heights: ${read.error?.message ?? read.stderr}`);
    const heights = fittedHeights.parse(JSON.parse(read.stdout));
    return names.map((name) => heights[name] ?? {});
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
