import { assertOverwritable, saveWorkbookAt } from '../../../disk/save/saveWorkbookAt.ts';
import type { Finding } from '../../../finding/index.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { countQueue } from '../../../operations/queue/countQueue.ts';
import { reportStatus } from '../../../operations/reportStatus.ts';
import type { Tracker } from '../../../rollup/load/tracker.ts';
import { writeTracker } from '../../../rollup/writeTracker.ts';
import { describeUkTime } from '../../../time.ts';
import { type AddCommand, type RoundOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { statusData } from '../../output/statusData.ts';
import { statusLines } from '../../output/statusLines.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';
import { printRounds } from '../rounds/viewRounds.ts';

interface StatusOptions extends Omit<RoundOptions, 'round'> {
  readonly round?: string;
  readonly all?: boolean;
  readonly queue?: boolean;
}

export const statusCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('status'))
    .summary('who has returned, and who has not')
    .description(
      'Shows who has returned a workbook, when, how complete and with what findings; who has not; and what is to be done next.',
    )
    .option('--round <name>', 'name of the round; without it, all rounds are listed')
    .option('--instrument <key>', 'only this instrument of the round')
    .option('--all', 'show each partner, however many there are')
    .option('--out <file>', 'also write a workbook with a row for each partner, what went out to it and what came back')
    .option('--queue', 'only show what waits to be imported by "scorebook work"')
    .action(action(status));

async function status(surroundings: CommandContext, options: StatusOptions): Promise<ExitCode> {
  const now = surroundings.now();
  const { round, out, register, all = false } = options;
  if (options.queue === true) return showQueue(surroundings, options);
  if (round === undefined) return listAll(surroundings, options);
  if (out !== undefined) assertOverwritable(out, register, 'tracker');
  const { trackers, senders, findings } = await withRegister(surroundings, options, 'results', (context) =>
    reportStatus(context, { ...options, round }),
  );
  if (out !== undefined) saveWorkbookAt(out, await writeTracker(trackers, now), register, 'tracker');
  const foundIn = (tracker: Tracker): readonly Finding[] => findings.get(tracker.instrument.key) ?? [];
  printFindings(surroundings, trackers.flatMap(foundIn), options);
  const result = trackers.map((tracker) => ({ ...statusData(tracker, senders), findings: foundIn(tracker) }));
  printResult(surroundings, options, result, [
    ...trackers.flatMap((tracker) => statusLines(tracker, all, surroundings.columns)),
    ...(out === undefined ? [] : [`${out} written`]),
  ]);
  return exitCodes.done;
}

/** What waits is of any round: nobody has read it. */
async function showQueue(surroundings: CommandContext, options: StatusOptions): Promise<ExitCode> {
  const given = (['round', 'out', 'instrument', 'all'] as const).filter((name) => options[name] !== undefined);
  if (given.length > 0)
    throw new UsageError(`--${given.join(' and --')}: not with --queue, as nobody knows yet of which round a file is.`);
  const { waiting, beingRead, oldest } = await withRegister(surroundings, options, 'read', countQueue);
  const since = oldest === undefined ? '' : `, the oldest since ${describeUkTime(oldest)}`;
  const line =
    waiting + beingRead === 0
      ? 'Nothing waits to be imported'
      : `${counted(waiting, 'file')} waiting, ${beingRead} being read${since}`;
  printResult(surroundings, options, { waiting, beingRead, oldest: oldest?.toISOString() ?? null }, [line]);
  return exitCodes.done;
}

/** What is asked of one round cannot be done for all. */
function listAll(surroundings: CommandContext, options: StatusOptions): Promise<ExitCode> {
  const given = (['out', 'instrument', 'all'] as const).filter((name) => options[name] !== undefined);
  if (given.length === 0) return printRounds(surroundings, options);
  throw new UsageError(`--${given.join(' and --')}: of which round? Add --round with its name.`);
}
