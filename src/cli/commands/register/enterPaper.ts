import { returnFiles } from '../../../disk/read/returnFiles.ts';
import { enterPaper } from '../../../operations/rounds/returns/enterPaper.ts';
import type { AddCommand, CommonOptions } from '../../options/common.ts';
import { withReason } from '../../options/reasonOptions.ts';
import { receivedAt } from '../../options/receivedAt.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printChanges } from '../../output/printChanges.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { printFindings } from '../../terminal/print.ts';

interface EnterOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly received?: string;
  readonly reason: string;
}

/** Adds the entering of what came on paper to the command `return`. */
export const addEnterPaper: AddCommand = (command, action) => {
  withReason(
    command
      .command('enter')
      .usage('<code> <file> --paper --round <name> --reason <text> [options]')
      .summary('enter a return that came on paper')
      .description(
        'Enters a return that came on paper, after you have typed it into the workbook of that partner. It counts like any other, and status, tracker, roll-up and export mark it as entered from paper.',
      )
      .argument('<code>', 'the code of the partner')
      .argument('<file>', 'the workbook into which you typed the answers')
      .requiredOption('--paper', 'it came on paper; what came as a file is imported instead ("scorebook import")')
      .requiredOption('--round <name>', 'the round that it is for')
      .option('--instrument <key>', 'where the round has several')
      .option('--received <time>', 'when the paper came, in UK time, as in "17/12/2026 16:30" (default: now)'),
  ).action(action(enter));
};

async function enter(
  surroundings: CommandContext,
  partner: string,
  path: string,
  options: EnterOptions,
): Promise<ExitCode> {
  const { round, instrument, reason } = options;
  const { findings: ofTime, ...stated } = receivedAt(options.received, surroundings.now());
  const [file, ...others] = returnFiles([path]);
  const bytes = others.length > 0 ? undefined : file?.read();
  if (file === undefined || !(bytes instanceof Uint8Array)) {
    throw new UsageError(
      `${path} is not one workbook. Give the path of the .xlsx file into which you typed the answers.`,
    );
  }
  printFindings(surroundings, ofTime, options);
  const request = {
    ...{ partner, round, reason, file: { name: file.name, bytes }, ...stated },
    ...(instrument === undefined ? {} : { instrument }),
  };
  const made = await withRegister(surroundings, options, 'write', (context) => enterPaper(context, request));
  return printChanges(surroundings, options, made);
}
