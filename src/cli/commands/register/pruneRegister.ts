import { sizeAt } from '../../../disk/files/fileAt.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { pruneRegister } from '../../../operations/register/pruneRegister.ts';
import type { RefusedFile } from '../../../register/rows/pruneRefused.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { bytesText } from '../../../spreadsheet/zip/readErrors.ts';
import { ukTime } from '../../../time.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

interface PruneOptions extends CommonOptions {
  readonly olderThan: string;
  readonly dryRun?: boolean;
}

export const pruneCommand: AddCommand = (register, action) =>
  withCommonOptions(register.command('prune'))
    .summary('remove the bytes of files that were refused long ago')
    .description(
      'Removes the bytes of files that were refused long ago, and makes the register smaller. Their names, sizes, SHA-256 and findings stay, and every return that was accepted.',
    )
    .option('--older-than <days>', 'only files that were refused more than this many days ago', '90')
    .option('--dry-run', 'show what would be removed, and remove nothing')
    .action(action(prune));

async function prune(surroundings: CommandContext, options: PruneOptions): Promise<ExitCode> {
  const { register, olderThan, dryRun = false } = options;
  if (!/^\d{1,5}$/.test(olderThan)) {
    throw new UsageError(
      `--older-than "${olderThan}" is not a number of days. Write it in figures, as in --older-than 90.`,
    );
  }
  const days = Number(olderThan);
  const bytesBefore = sizeAt(register);
  const files = await withRegister(surroundings, options, dryRun ? 'read' : 'write', (context) =>
    pruneRegister(context, { olderThan: days, dryRun }),
  );
  const bytes = sizeAt(register);
  const stored = files.reduce((sum, file) => sum + file.stored, 0);
  const what = `${register}: ${counted(files.length, 'refused file')} older than ${counted(days, 'day')}, ${bytesText(stored)}`;
  printResult(surroundings, options, { register, dryRun, files, bytesBefore, bytes }, [
    ...files.slice(0, maxLines).map(describeFile),
    ...(files.length > maxLines ? [`and ${files.length - maxLines} more, which --json lists`] : []),
    dryRun
      ? `${what}, would be removed.`
      : `${what}, removed; the register had ${bytesText(bytesBefore)} and has ${bytesText(bytes)}.`,
  ]);
  return exitCodes.done;
}

/** Files that are printed. */
const maxLines = 20;

const describeFile = ({ id, name, stored, refused }: RefusedFile): string =>
  printable(`return ${id}, refused ${ukTime(refused)}: ${name.slice(-200)}, ${bytesText(stored)}`);
