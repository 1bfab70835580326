import { join } from 'node:path';
import type { Command } from 'commander';
import { saveFeedback } from '../../../disk/save/saveFeedback.ts';
import { writeFeedback } from '../../../operations/writeFeedback.ts';
import { type CommonOptions, counted, exitCodeFor, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface FeedbackOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly partner?: readonly string[];
  readonly out?: string;
}

export function feedbackCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('feedback'))
    .usage('--round <name> [options]')
    .summary('write for each partner how it compares')
    .description(
      'Writes one small workbook for each partner that returned: its positions and answers beside those of its region and of all. Nobody else is named in it, and groups of few are withheld.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'only for these partners')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/feedback)')
    .action(async (options: FeedbackOptions) => {
      done(await write(surroundings, options));
    });
}

async function write(surroundings: CommandContext, options: FeedbackOptions): Promise<ExitCode> {
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give a folder, or leave it out.');
  const folder = options.out ?? join('output', options.round, 'feedback');
  const { files, findings, withoutReturn, left } = await withExistingRegister(
    surroundings,
    options.register,
    'read',
    (context) =>
      withProgress(surroundings, options, (watcher) =>
        writeFeedback(context, options, (workbook) => saveFeedback(folder, workbook), watcher),
      ),
  );
  for (const reason of left) surroundings.err(`${reason}\n`);
  if (withoutReturn.length > 0) {
    surroundings.err(
      `No feedback for partners that have returned nothing that could be used: ${withoutReturn.join(', ')}.\n`,
    );
  }
  if (options.json === true) printJson(surroundings, { round: options.round, folder, files, withoutReturn, findings });
  else {
    const written = files.filter(({ outcome }) => outcome !== 'left').length;
    surroundings.out(`${counted(written, 'feedback workbook')} in ${folder}. Round ${options.round}.\n`);
  }
  return exitCodeFor(findings);
}
