import { join } from 'node:path';
import { timeFindings } from '../../../finding/timeFindings.ts';
import { closeRound, reopenRound } from '../../../operations/rounds/changes/closeRound.ts';
import { deleteRound } from '../../../operations/rounds/changes/deleteRound.ts';
import { renameRound } from '../../../operations/rounds/changes/renameRound.ts';
import { undoChanges } from '../../../operations/rounds/changes/undoChanges.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withReason } from '../../options/reasonOptions.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printChanges } from '../../output/printChanges.ts';
import { madeLines } from '../../output/roundLines.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import type { ChangeOptions } from './roundAction.ts';

const instrumentOption = ['--instrument <key>', 'only of this instrument, where the round has several'] as const;

export const addRoundChanges: AddCommand = (round, action) => {
  withReason(round.command('close'))
    .usage('<round> --reason <text> [options]')
    .summary('end a round: what comes later does not count')
    .description(
      'Closes a round. What comes later is stored and does not count, also where nothing else came. Until then a return after the deadline counts where none came in time.',
    )
    .argument('<round>', 'name of the round')
    .option(...instrumentOption)
    .option('--at <time>', 'when it closes, in UK time, as in "15/01/2027 12:00" (default: now)')
    .action(action(close));
  withReason(round.command('reopen'))
    .usage('<round> --reason <text> [options]')
    .summary('open a closed round again')
    .description('Opens a round again, so that whatever came counts as before it was closed.')
    .argument('<round>', 'name of the round')
    .option(...instrumentOption)
    .action(action(reopen));
  withReason(round.command('rename'))
    .usage('<round> <name> --reason <text> [options]')
    .summary('give a round another name')
    .description(
      'Gives a round another name, with all its instruments. Workbooks that say the earlier name are still read; their files stay where they are.',
    )
    .argument('<round>', 'its present name')
    .argument('<name>', 'its name from now on')
    .action(action(rename));
  withReason(round.command('undo'))
    .usage('<number...> --reason <text> [options]')
    .summary('undo changes of a round, or make them again')
    .description(
      'Undoes changes, as if they had never been made: all that are named, or none. The number of an undoing makes that change again.',
    )
    .argument('<number...>', 'numbers of changes, as "round show" lists them')
    .action(action(undo));
  withCommonOptions(round.command('delete'))
    .usage('<round> [options]')
    .summary('delete a round to which nothing came back')
    .description('Deletes a round to which nothing came back, such as one with a mistyped name. This cannot be undone.')
    .argument('<round>', 'name of the round')
    .option(...instrumentOption)
    .option('--although-sent', 'also when workbooks were sent, which could not be read any more')
    .action(action(remove));
};

async function close(
  surroundings: CommandContext,
  round: string,
  options: ChangeOptions & { readonly at?: string },
): Promise<ExitCode> {
  const { at: time, ...others } = options;
  const at = time === undefined ? undefined : timeGiven('--at', time, '15/01/2027 12:00');
  if (time !== undefined && at !== undefined) printFindings(surroundings, timeFindings('--at', time, at), options);
  const request = { ...others, round, ...(at === undefined ? {} : { at: at.instant }) };
  const made = await withRegister(surroundings, options, 'write', (context) => closeRound(context, request));
  return printChanges(surroundings, options, made);
}

async function reopen(surroundings: CommandContext, round: string, options: ChangeOptions): Promise<ExitCode> {
  const made = await withRegister(surroundings, options, 'write', (context) =>
    reopenRound(context, { ...options, round }),
  );
  return printChanges(surroundings, options, made);
}

async function rename(
  surroundings: CommandContext,
  round: string,
  name: string,
  options: ChangeOptions,
): Promise<ExitCode> {
  const request = { round, name, reason: options.reason, usualFolder: join('output', round, 'workbooks') };
  const made = await withRegister(surroundings, options, 'write', (context) => renameRound(context, request));
  return printChanges(surroundings, options, made);
}

async function undo(
  surroundings: CommandContext,
  numbers: readonly string[],
  options: ChangeOptions,
): Promise<ExitCode> {
  const wrong = numbers.find((text) => !/^[1-9]\d{0,14}$/.test(text));
  if (wrong !== undefined) {
    throw new UsageError(`"${wrong}" is not the number of a change, as 12 is. "round show" lists them.`);
  }
  const { changes, findings } = await withRegister(surroundings, options, 'write', (context) =>
    undoChanges(context, numbers.map(Number), options.reason),
  );
  const lines = madeLines(changes).map((line, index) =>
    changes[index]?.undone === undefined ? `${line}: made again` : `${line}: undone`,
  );
  printFindings(surroundings, findings, options);
  printResult(surroundings, options, { changes, findings }, lines);
  return exitCodeFor(findings);
}

interface DeleteOptions extends CommonOptions {
  readonly instrument?: string;
  readonly althoughSent?: boolean;
}

async function remove(surroundings: CommandContext, round: string, options: DeleteOptions): Promise<ExitCode> {
  const { rounds } = await withRegister(surroundings, options, 'write', (context) =>
    deleteRound(context, { ...options, round }),
  );
  const folders = rounds.flatMap(({ folder }) => folder ?? []);
  printResult(surroundings, options, { rounds }, [
    ...rounds.map((one) => `Round ${one.round}, ${one.instrument}: deleted.`),
    ...(folders.length === 0 ? [] : [`Its workbooks are still in ${[...new Set(folders)].join(' and ')}.`]),
  ]);
  return exitCodes.done;
}
