import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Finding, FindingsError } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import type { ImportedFile } from '../../rollup/load/importFindings.ts';
import { findingsKind, writeImportFindings } from '../../rollup/writeImportFindings.ts';
import { roundsNamed } from '../../rounds/round/roundStatus.ts';
import { assertOverwritable } from '../files/overwriteGuard.ts';
import { writeFileWhole } from '../files/writeFile.ts';

/** What has come of writing the workbook. */
export interface WrittenFindings {
  /** Absent when it was not written, for the problems or because nothing was found. */
  readonly path?: string;
  readonly problems: readonly Finding[];
}

/** @throws UsageError or FindingsError where the findings may not be written. */
export function checkFindingsPlace(path: string, register: string): void {
  assertOverwritable(path, register, {
    kind: findingsKind[1],
    noun: 'workbook of findings',
    option: '--findings',
    taken: 'output.not-findings',
  });
}

/**
 * Writes the findings of an import as a workbook. Without a place of its own it goes beside the register, into the folder
 * of the round where all files are of one, and only when there are findings or an older one to replace. The import is done
 * by then, so that a place which is taken is reported and not thrown.
 *
 * @param isQuiet Whether nothing was found in any of the files.
 */
export async function writeFindings(
  register: Register,
  files: readonly ImportedFile[],
  isQuiet: boolean,
  now: Date,
  place: { readonly stated: string | undefined; readonly register: string },
): Promise<WrittenFindings> {
  const rounds = [...new Set(files.flatMap(({ stored }) => stored?.round ?? []))];
  const path = place.stated ?? join(dirname(place.register), ...(rounds.length === 1 ? rounds : []), usualName);
  // What a mailbox gave yesterday is not given again: the findings of it stay until something new comes.
  if (files.length === 0 && place.stated === undefined) return { problems: [] };
  if (isQuiet && place.stated === undefined && !existsSync(path)) return { problems: [] };
  try {
    checkFindingsPlace(path, place.register);
    const linked = files.map((file) => ({ ...file, ...linkFrom(path, file.file) }));
    writeFileWhole(path, await writeImportFindings(linked, now, await markingOf(register, rounds)));
    return { path, problems: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { problems: failure.findings };
    throw failure;
  }
}

/** Imports pass over files of this name. */
const usualName = 'import-findings.xlsx';

/** Excel takes no longer addresses. */
const longestAddress = 2000;

/** How a link in the workbook leads to a file: relative to the workbook, so that both can be moved together. */
function linkFrom(workbook: string, file: string): Pick<ImportedFile, 'address'> {
  // What is inside an archive is not on the disk; and no link may start what is no workbook.
  if (!/\.xlsx$/i.test(file) || !existsSync(file)) return {};
  const way = relative(dirname(resolve(workbook)), resolve(file));
  // From one drive of Windows to another there is no way.
  const address = isAbsolute(way) ? pathToFileURL(way).href : way.split(sep).map(escaped).join('/');
  return address.length > longestAddress ? {} : { address };
}

const escaped = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll('!', '%21');

async function markingOf(register: Register, names: readonly string[]): Promise<string | undefined> {
  const rounds = (await Promise.all(names.map((name) => roundsNamed(register, name)))).flat();
  const markings = [...new Set(rounds.flatMap(({ marking }) => marking ?? []))];
  return markings.length === 0 ? undefined : markings.join(' – ');
}
