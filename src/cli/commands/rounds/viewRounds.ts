import { listRounds } from '../../../operations/rounds/changes/listRounds.ts';
import { showRound } from '../../../operations/rounds/changes/showRound.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { roundLines, roundListLines } from '../../output/roundLines.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';

export const addRoundViews: AddCommand = (round, action) => {
  withCommonOptions(round.command('list'))
    .summary('all rounds of the register')
    .description('Lists all rounds: instrument, deadline, whether they are open, and how many partners returned.')
    .action(action(printRounds));
  withCommonOptions(round.command('show'))
    .usage('<round> [options]')
    .summary('everything that a round remembers')
    .description(
      'Shows what a round was given, which partners have a later deadline or left it, workbooks that say another deadline than their partner has, and every change with who made it, when and why.',
    )
    .argument('<round>', 'name of the round')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .action(action(show));
};

/** Prints the rounds of the register. */
export async function printRounds(surroundings: CommandContext, options: CommonOptions): Promise<ExitCode> {
  const rounds = await withRegister(surroundings, options, 'results', listRounds);
  printResult(surroundings, options, { rounds }, roundListLines(rounds, surroundings.columns));
  return exitCodes.done;
}

interface ShowOptions extends CommonOptions {
  readonly instrument?: string;
}

async function show(surroundings: CommandContext, round: string, options: ShowOptions): Promise<ExitCode> {
  const shown = await withRegister(surroundings, options, 'read', (context) =>
    showRound(context, { ...options, round }),
  );
  const findings = shown.flatMap((one) => one.findings);
  const result = shown.map(({ round: { round: name, ...settings }, instrument, ...one }) => ({
    ...{ round: name, ...settings, edition: instrument.edition, instrument: instrument.key },
    ...one,
  }));
  printResult(
    surroundings,
    options,
    result,
    shown.flatMap((one, index) => [...(index === 0 ? [] : ['']), ...roundLines(one, surroundings.columns)]),
  );
  printFindings(surroundings, findings, options);
  return exitCodeFor(findings);
}
