import { join } from 'node:path';
import type { Command } from 'commander';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { correctReturns } from '../../../operations/correctReturns.ts';
import type { CorrectedPartner } from '../../../operations/workbooks/correctOne.ts';
import { type CommonOptions, counted, exitCodeFor, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface CorrectOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly partner?: readonly string[];
  readonly all?: boolean;
  readonly out?: string;
}

export function correctCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('correct'))
    .usage('--round <name> (--partner <code...> | --all) [options]')
    .summary('write workbooks in which partners correct what they returned')
    .description(
      'Writes a fresh workbook for each partner with something to correct or still open, with all its answers, and marks and lists the cells in question. When it comes back it counts instead of the earlier return.',
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'for these partners')
    .option('--all', 'for every partner with something to correct or still open')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/corrections)')
    .action(async (options: CorrectOptions) => {
      done(await correct(surroundings, options));
    });
}

async function correct(surroundings: CommandContext, options: CorrectOptions): Promise<ExitCode> {
  if ((options.partner === undefined) === (options.all !== true)) {
    throw new UsageError('For whom? Give either --partner with codes, as in --partner 5E1, or --all.');
  }
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give a folder, or leave it out.');
  const folder = options.out ?? join('output', options.round, 'corrections');
  const { files, findings } = await withExistingRegister(surroundings, options.register, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => correctReturns(context, options, folderAt(folder), watcher)),
  );
  if (options.json === true) printJson(surroundings, { round: options.round, folder, files, findings });
  else {
    for (const file of files) surroundings.out(`${lineOf(file)}\n`);
    const written = files.filter(({ file, outcome }) => file !== undefined && outcome !== 'left').length;
    surroundings.out(`${counted(written, 'correction workbook')} in ${folder}. Round ${options.round}.\n`);
  }
  return exitCodeFor(findings);
}

const outcomes: Readonly<Record<CorrectedPartner['outcome'], string>> = {
  written: 'written',
  replaced: 'written in place of one that nobody had filled in',
  unchanged: 'unchanged',
  left: 'not written',
  'nothing-to-correct': 'nothing to correct',
  'no-return': 'has returned nothing yet',
};

function lineOf({ partner, outcome, file, corrections }: CorrectedPartner): string {
  return file === undefined
    ? `${partner}: ${outcomes[outcome]}`
    : `${partner}: ${file}, ${counted(corrections, 'thing')} to look at, ${outcomes[outcome]}`;
}
