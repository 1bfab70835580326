import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { pruneRegister } from '../../../operations/register/pruneRegister.ts';
import type { RefusedFile } from '../../../register/rows/pruneRefused.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { bytesText } from '../../../spreadsheet/zip/readErrors.ts';
import { ukTime } from '../../../time.ts';
import { type CommonOptions, counted, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface PruneOptions extends CommonOptions {
  readonly olderThan: string;
  readonly dryRun?: boolean;
}

export function pruneCommand(register: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(register.command('prune'))
    .summary('remove the bytes of files that were refused long ago')
    .description(
      'Removes the bytes of files that were refused long ago, and makes the register smaller. Their names, sizes, SHA-256 and findings stay, and every return that was accepted.',
    )
    .option('--older-than <days>', 'only files that were refused more than this many days ago', '90')
    .option('--dry-run', 'show what would be removed, and remove nothing')
    .action(async (options: PruneOptions) => {
      done(await prune(surroundings, options));
    });
}

async function prune(surroundings: CommandContext, options: PruneOptions): Promise<ExitCode> {
  const days = daysIn(options.olderThan);
  const isDry = options.dryRun === true;
  const sizeBefore = statSync(options.register, { throwIfNoEntry: false })?.size ?? 0;
  const files = await withExistingRegister(surroundings, options.register, isDry ? 'read' : 'write', (context) =>
    pruneRegister(context, { olderThan: days, dryRun: isDry }),
  );
  const { size } = statSync(options.register);
  if (options.json === true) {
    printJson(surroundings, { register: options.register, dryRun: isDry, files, bytesBefore: sizeBefore, bytes: size });
    return exitCodes.done;
  }
  for (const file of files.slice(0, maxLines)) surroundings.out(`${lineOf(file)}\n`);
  if (files.length > maxLines) surroundings.out(`and ${files.length - maxLines} more, which --json lists\n`);
  const stored = files.reduce((sum, file) => sum + file.stored, 0);
  const what = `${counted(files.length, 'refused file')} older than ${counted(days, 'day')}, ${bytesText(stored)}`;
  surroundings.out(
    isDry
      ? `${options.register}: ${what}, would be removed.\n`
      : `${options.register}: ${what}, removed; the register had ${bytesText(sizeBefore)} and has ${bytesText(size)}.\n`,
  );
  return exitCodes.done;
}

/** Files that are printed. */
const maxLines = 20;

const lineOf = ({ id, name, stored, refused }: RefusedFile): string =>
  printable(`return ${id}, refused ${ukTime(refused)}: ${name.slice(-200)}, ${bytesText(stored)}`);

/** @throws UsageError for what is no number of days. */
function daysIn(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(`--older-than "${text}" is not a number of days. Write it in figures, as in --older-than 90.`);
}
