import { assertOverwritable, saveWorkbookAt } from '../../../disk/save/saveWorkbookAt.ts';
import { reportStatus } from '../../../operations/reportStatus.ts';
import { writeTracker } from '../../../rollup/writeTracker.ts';
import { type AddCommand, type RoundOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { statusData, statusLines } from '../../output/statusLines.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

interface StatusOptions extends RoundOptions {
  readonly all?: boolean;
}

export const statusCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('status'))
    .summary('who has returned, and who has not')
    .description(
      'Shows who has returned a workbook, when, how complete and with what findings; who has not; and what is to be done next.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only this instrument of the round')
    .option('--all', 'show each partner, however many there are')
    .option('--out <file>', 'also write a workbook with a row for each partner, what went out to it and what came back')
    .action(action(status));

async function status(surroundings: CommandContext, options: StatusOptions): Promise<ExitCode> {
  const now = surroundings.now();
  const { out, register, all = false } = options;
  if (out !== undefined) assertOverwritable(out, register, 'tracker');
  const { trackers, senders } = await withRegister(surroundings, options, 'read', (context) =>
    reportStatus(context, options),
  );
  if (out !== undefined) saveWorkbookAt(out, await writeTracker(trackers, now), register, 'tracker');
  const result = trackers.map((tracker) => statusData(tracker, senders));
  printResult(surroundings, options, result, [
    ...trackers.flatMap((tracker) => statusLines(tracker, all, surroundings.columns)),
    ...(out === undefined ? [] : [`${out} written`]),
  ]);
  return exitCodes.done;
}
