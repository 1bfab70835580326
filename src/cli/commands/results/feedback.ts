import { join } from 'node:path';
import { saveFeedback } from '../../../disk/save/saveFeedback.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { writeFeedback } from '../../../operations/writeFeedback.ts';
import { type AddCommand, type RoundOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { exitCodeFor, printResult } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';

interface FeedbackOptions extends RoundOptions {
  readonly partner?: readonly string[];
}

export const feedbackCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('feedback'))
    .usage('--round <name> [options]')
    .summary('write for each partner how it compares')
    .description(
      "Writes one small workbook for each partner that returned: its positions, answers, numbers and choices beside those of its region and of all. Nobody else is named in it, and groups of few are withheld. Where answers are about cases, it has a page for each of the partner's own cases instead.",
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'only for these partners')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/feedback)')
    .action(action(write));

async function write(surroundings: CommandContext, options: FeedbackOptions): Promise<ExitCode> {
  const { round, out: folder = join('output', round, 'feedback') } = options;
  refuseEmpty('--out', folder, 'Give a folder, or leave it out.');
  const { files, findings, withoutReturn, left } = await withRegister(surroundings, options, 'results', (context) =>
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
  const written = files.filter(({ outcome }) => outcome !== 'left').length;
  printResult(surroundings, options, { round, folder, files, withoutReturn, findings }, [
    `${counted(written, 'feedback workbook')} in ${folder}. Round ${round}.`,
  ]);
  return exitCodeFor(findings);
}
