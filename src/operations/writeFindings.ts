import { type Finding, FindingsError } from '../finding/index.ts';
import type { FindingsOfImport, ImportRecord } from '../intake/files/importRecord.ts';
import type { Register } from '../register/tables/register.ts';
import type { ImportedFile } from '../rollup/load/importFindings.ts';
import { linkBetween } from '../rollup/sheets/findings/linkBetween.ts';
import { writeImportFindings } from '../rollup/writeImportFindings.ts';
import { roundsNamed } from '../rounds/round/roundStatus.ts';
import type { OperationContext } from './rounds/operationContext.ts';

export interface FindingsRequest {
  readonly files: readonly ImportedFile[];
  /** Whether none of the files has a finding. */
  readonly isQuiet: boolean;
  /** Path of the workbook; the usual one when absent. */
  readonly path?: string;
}

/** Where workbooks of findings are saved. */
export interface FindingsPlaces {
  /** The usual path: in the folder of a round, or beside those of all rounds. */
  readonly usualPath: (round: string | undefined) => string;
  /** Whether there is a file, a workbook of findings or a return. */
  readonly isThere: (path: string) => boolean;
  /** Saves a workbook whole or not at all. @throws FindingsError when that cannot be done. */
  readonly save: (path: string, bytes: Uint8Array) => void;
}

export interface WrittenFindings {
  /** Absent when it was not written, for the problems or because nothing was found. */
  readonly path?: string;
  readonly problems: readonly Finding[];
}

/**
 * Writes the findings of an import as a workbook. Without a path of its own it goes into the folder of the round where all
 * files are of one, and only when there are findings or an older one to replace. The import is done by then, so a
 * failure to save is reported and not thrown.
 */
export async function writeFindings(
  { register, now }: Pick<OperationContext, 'register' | 'now'>,
  { files, isQuiet, path: stated }: FindingsRequest,
  { usualPath, isThere, save }: FindingsPlaces,
): Promise<WrittenFindings> {
  const rounds = [...new Set(files.flatMap(({ stored }) => stored?.round ?? []))];
  const path = stated ?? usualPath(rounds.length === 1 ? rounds[0] : undefined);
  // What a mailbox gave yesterday is not given again: the findings of it stay until something new comes.
  if (files.length === 0 && stated === undefined) return { problems: [] };
  if (isQuiet && stated === undefined && !isThere(path)) return { problems: [] };
  try {
    const linked = files.map((file) => (isThere(file.file) ? { ...file, ...linkBetween(path, file.file) } : file));
    save(path, await writeImportFindings(linked, now(), await markingOf(register, rounds), register.limits));
    return { path, problems: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { problems: failure.findings };
    throw failure;
  }
}

/** The protective markings of all rounds. */
async function markingOf(register: Register, names: readonly string[]): Promise<string | undefined> {
  const rounds = (await Promise.all(names.map((name) => roundsNamed(register, name)))).flat();
  const markings = [...new Set(rounds.flatMap(({ marking }) => marking ?? []))];
  return markings.length === 0 ? undefined : markings.join(' – ');
}

/** The files of an import as the workbook shows them. */
export const filesWithFindings = (
  records: readonly ImportRecord[],
  findingsOf: FindingsOfImport,
): readonly ImportedFile[] =>
  records.map((record) => ({
    file: record.path,
    outcome: outcomes[record.status],
    ...(record.stored === undefined ? {} : { stored: record.stored }),
    findings: () => findingsOf(record),
  }));

const outcomes = {
  accepted: 'accepted',
  'already-imported': 'already imported',
  refused: 'refused',
  'no-return': 'no return',
} as const satisfies Record<ImportRecord['status'], ImportedFile['outcome']>;
