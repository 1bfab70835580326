import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { instruments } from '../../definitions/index.ts';
import { type Finding, finding, findingLine } from '../finding.ts';
import { type Imported, importReturn } from '../register/importReturn.ts';
import type { Register } from '../register/openRegister.ts';
import { bandWords } from '../scoring/position.ts';
import { parseUkTime } from '../time.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  percent,
  printJson,
  withCommonOptions,
  withExistingRegister,
} from './common.ts';
import { startProgress } from './progress.ts';
import { type ExitCode, type Surroundings, UsageError } from './surroundings.ts';
import { readingProblemOf } from './writeFile.ts';

interface ImportOptions extends CommonOptions {
  readonly round?: string;
  readonly received?: string;
}

export function importCommand(program: Command, surroundings: Surroundings, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('import'))
    .usage('<path...> [options]')
    .summary('read returned workbooks')
    .description(
      'Reads returned workbooks, checks and scores them and puts them into the register. The same file again changes nothing.',
    )
    .argument('<path...>', 'files, and folders to be searched for them')
    .option('--round <name>', 'accept returns of this round only')
    .option('--received <time>', 'when they came, in UK time, as in "2026-12-17 16:30" (default: now)')
    .action(async (paths: readonly string[], options: ImportOptions) => {
      done(await importReturns(surroundings, paths, options));
    });
}

interface ImportedFile {
  readonly file: string;
  readonly imported: Imported;
}

async function importReturns(
  surroundings: Surroundings,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const received = options.received === undefined ? surroundings.now() : receivedAt(options.received);
  const files = filesAt(paths);
  const imported = await withExistingRegister(options.register, (register) =>
    importAll(surroundings, register, files, received, options),
  );
  const findings = imported.flatMap(({ imported: result }) => ('findings' in result ? result.findings : []));
  if (options.json === true) printJson(surroundings, { files: imported.map(asJson) });
  else surroundings.out(`${summary(imported)}\n`);
  return exitCodeFor(findings);
}

async function importAll(
  surroundings: Surroundings,
  register: Register,
  files: readonly string[],
  received: Date,
  options: ImportOptions,
): Promise<readonly ImportedFile[]> {
  const all: ImportedFile[] = [];
  const progress = startProgress(surroundings, files.length);
  for (const file of files) {
    const imported = await importOne(register, file, received, options.round);
    all.push({ file, imported });
    progress.step(basename(file));
  }
  progress.end();
  if (options.json !== true) for (const one of all) printOne(surroundings, one);
  return all;
}

async function importOne(
  register: Register,
  path: string,
  received: Date,
  round: string | undefined,
): Promise<Imported> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (failure) {
    return { status: 'refused', findings: [finding('return.unreadable', {}, { problem: readingProblemOf(failure) })] };
  }
  const context = { instruments, ...(round === undefined ? {} : { round }) };
  return importReturn(register, context, { name: basename(path), bytes, received });
}

/** Findings of one file that are printed; `--json` gives all of them. */
const mostFindings = 20;

function printOne(surroundings: Surroundings, { file, imported }: ImportedFile): void {
  surroundings.out(`${file}: ${outcome(imported)}\n`);
  if (!('findings' in imported)) return;
  const ordered = imported.findings.toSorted((a, b) => rank(a) - rank(b));
  for (const found of ordered.slice(0, mostFindings)) surroundings.out(`  ${findingLine(found)}\n`);
  const left = ordered.length - mostFindings;
  if (left > 0) surroundings.out(`  and ${counted(left, 'more finding')}: --json lists all.\n`);
}

const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

function outcome(imported: Imported): string {
  switch (imported.status) {
    case 'accepted': {
      const { partner, round, scorecard, findings } = imported;
      const { coverage, band } = scorecard.overall;
      return `accepted: ${partner.code} ${partner.name}, round ${round}; coverage ${percent(coverage)}, position ${bandWords[band]}, ${counted(findings.length, 'finding')}`;
    }
    case 'refused':
      return 'refused';
    case 'already-imported':
      return 'already imported, nothing changed';
  }
}

function summary(all: readonly ImportedFile[]): string {
  const count = (status: Imported['status']): number => all.filter(({ imported }) => imported.status === status).length;
  return `${counted(all.length, 'file')}: ${count('accepted')} accepted, ${count('refused')} refused, ${count('already-imported')} already imported`;
}

function asJson({ file, imported }: ImportedFile): unknown {
  if (imported.status !== 'accepted') return { file, ...imported };
  const { partner, round, instrument, scorecard, findings } = imported;
  const { coverage, band } = scorecard.overall;
  return {
    file,
    status: imported.status,
    partner,
    round,
    instrument: instrument.key,
    coverage: coverage ?? null,
    position: bandWords[band],
    findings,
  };
}

/** Names that systems, Excel and this command leave in folders: they are nobody's return. */
const notReturns = /^(?:\.|~\$|desktop\.ini$)|\.db(?:-wal|-shm)?$/i;

/** The files that paths name, folders searched through, in a stable order. @throws UsageError naming every missing path. */
function filesAt(paths: readonly string[]): readonly string[] {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new UsageError(`There is no file or folder ${missing.join(', ')}. Nothing was imported.`);
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
  if (files.length === 0) throw new UsageError(`There is no file in ${paths.join(', ')}.`);
  return [...new Set(files)];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !notReturns.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function receivedAt(text: string): Date {
  const received = parseUkTime(text);
  if (received === undefined) {
    throw new UsageError(`--received "${text}" is not a date and time. Write it as in --received "2026-12-17 16:30".`);
  }
  return received;
}
