import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveInLibreOffice } from './tools/libreOffice.ts';

export const hasGnumeric = (): boolean => spawnSync('ssconvert', ['--version'], { stdio: 'ignore' }).status === 0;

/** The files as LibreOffice saves them, with formulas calculated afresh. Many at once: it is slow to start. */
export const savedByLibreOffice = (files: readonly Uint8Array[]): readonly Uint8Array[] =>
  savedBy(files, (names, out) => saveInLibreOffice(names, out, 'xlsx'));

/** The files as Gnumeric saves them, with formulas calculated afresh. */
export const savedByGnumeric = (files: readonly Uint8Array[]): readonly Uint8Array[] =>
  savedBy(files, (names, out) => {
    for (const [index, name] of names.entries()) {
      const to = join(out, `${index}.xlsx`);
      const saved = spawnSync('ssconvert', ['--recalc', '--export-type=Gnumeric_Excel:xlsx2', name, to]);
      if (saved.status !== 0) throw new Error(`Gnumeric did not save: ${saved.stderr}`);
    }
  });

/**
 * The files with formulas calculated afresh, each by one program: every third by LibreOffice, which takes four times as long,
 * the others by Gnumeric.
 */
export function savedInTurn(files: readonly Uint8Array[]): readonly Uint8Array[] {
  const isThird = (_file: unknown, index: number): boolean => index % 3 === 0;
  const thirds = savedByLibreOffice(files.filter(isThird)).values();
  const others = savedByGnumeric(files.filter((file, index) => !isThird(file, index))).values();
  return files.flatMap((file, index) => {
    const { value } = (isThird(file, index) ? thirds : others).next();
    return value === undefined ? [] : [value];
  });
}

/** The files as openpyxl saves them: it stores values and formulas, and calculates nothing. */
export const savedByOpenpyxl = (files: readonly Uint8Array[]): readonly Uint8Array[] =>
  savedBy(files, (names, out) => {
    const script =
      'import sys, openpyxl\nfor i, f in enumerate(sys.argv[2:]): openpyxl.load_workbook(f).save(f"{sys.argv[1]}/{i}.xlsx")';
    const saved = spawnSync('/usr/bin/python3', ['-c', script, out, ...names]);
    if (saved.status !== 0) throw new Error(`openpyxl did not save: ${saved.stderr}`);
  });

function savedBy(
  files: readonly Uint8Array[],
  save: (names: readonly string[], out: string) => void,
): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-saved-'));
  const out = mkdtempSync(join(tmpdir(), 'scorebook-saved-'));
  try {
    const names = files.map((bytes, index) => {
      const name = join(folder, `${index}.xlsx`);
      writeFileSync(name, bytes);
      return name;
    });
    save(names, out);
    return files.map((_bytes, index) => new Uint8Array(readFileSync(join(out, `${index}.xlsx`))));
  } finally {
    for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
  }
}
