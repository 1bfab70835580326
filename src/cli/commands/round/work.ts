import { counted } from '../../../finding/wording/quote.ts';
import { workQueue } from '../../../operations/queue/workQueue.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { importProgress } from '../../output/importProgress.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

interface WorkOptions extends CommonOptions {
  readonly untilEmpty?: boolean;
}

export const workCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('work'))
    .summary('import the files that wait in the queue')
    .description(
      'Imports the files that "import --queue" has stored, in the order in which they came, and waits for more until it is stopped. Any number of workers may run, on any machines. The file of a worker that ends goes to another; one that has ended three is recorded as refused.',
    )
    .option('--until-empty', 'end when nothing waits any more')
    .action(action(work));

async function work(surroundings: CommandContext, options: WorkOptions): Promise<ExitCode> {
  const { json = false, untilEmpty = false } = options;
  const stopped = surroundings.stopped?.();
  const request = { untilEmpty, ...(stopped === undefined ? {} : { stopped }) };
  return withRegister(surroundings, options, 'write', async (context) => {
    const printed = importProgress(surroundings, 'import the file by itself for a workbook with all of them');
    const { imported, hasErrors } = await workQueue(context, request, json ? undefined : printed.print);
    printResult(surroundings, options, { imported, hasErrors }, [
      ...printed.lines(),
      `${counted(imported, 'file')} read`,
    ]);
    return hasErrors ? exitCodes.errorsInData : exitCodes.done;
  });
}
