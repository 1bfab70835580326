import { Command, CommanderError } from 'commander';
import { FindingsError } from '../finding/index.ts';
import { nearestName } from '../instrument/model/nearestName.ts';
import { Refusal } from '../refusal.ts';
import { checkCommand } from './commands/define/check.ts';
import { exampleCommand } from './commands/define/example.ts';
import { instrumentsCommand } from './commands/define/instruments.ts';
import { newCommand } from './commands/define/new.ts';
import { schemaCommand } from './commands/define/schema.ts';
import { showCommand } from './commands/define/show.ts';
import { wordingCommand } from './commands/define/wording.ts';
import { registerCommand } from './commands/register/register.ts';
import { returnCommand } from './commands/register/return.ts';
import { exportCommand } from './commands/results/export.ts';
import { feedbackCommand } from './commands/results/feedback.ts';
import { rollUpCommand } from './commands/results/rollup.ts';
import { agreeCommand } from './commands/round/agree.ts';
import { correctCommand } from './commands/round/correct.ts';
import { generateCommand } from './commands/round/generate.ts';
import { importCommand } from './commands/round/importReturns.ts';
import { receiptCommand } from './commands/round/receipt.ts';
import { remindCommand } from './commands/round/remind.ts';
import { sendCommand } from './commands/round/send.ts';
import { statusCommand } from './commands/round/status.ts';
import { optionName } from './options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from './terminal/context.ts';
import { printFindings, printResult } from './terminal/print.ts';

/**
 * Carries out one command line, without the program's own name.
 *
 * @returns 0 when done, 1 when done with errors found in the data, 2 when the command was given wrongly.
 * @throws whatever is not the user's mistake.
 */
export async function run(args: readonly string[], surroundings: CommandContext): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = scorebook(surroundings);
  for (const add of [...roundCommands, ...instrumentCommands]) {
    add(program, (work) => async (...given) => {
      code = await work(surroundings, ...given);
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError && failure.code === 'commander.missingMandatoryOptionValue') {
      for (const line of unknownOptions(program, args)) surroundings.err(line);
    }
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    if (failure instanceof UsageError || failure instanceof Refusal) {
      const text = failure instanceof Refusal ? failure.describe(optionName) : failure.message;
      surroundings.err(`error: ${text}\n`);
      return exitCodes.wrongUsage;
    }
    if (failure instanceof FindingsError) {
      const { findings } = failure;
      if (args.includes('--json')) printResult(surroundings, { json: true }, { findings }, []);
      else printFindings(surroundings, findings);
      return exitCodes.errorsInData;
    }
    throw failure;
  }
}

/** Unknown options. Commander does not report them when a required option is missing, although a typo in that option is the usual cause. */
function unknownOptions(program: Command, [name, ...args]: readonly string[]): readonly string[] {
  const command = program.commands.find((candidate) => candidate.name() === name);
  const known = command?.options.flatMap(({ long }) => long ?? []) ?? [];
  const unknown = command?.parseOptions([...args]).unknown.filter((arg) => arg.startsWith('--')) ?? [];
  return unknown.map((option) => {
    const meant = nearestName(option, known);
    return `error: unknown option '${option}'\n${meant === undefined ? '' : `(Did you mean ${meant}?)\n`}`;
  });
}

const roundCommands = [
  generateCommand,
  sendCommand,
  remindCommand,
  importCommand,
  receiptCommand,
  correctCommand,
  agreeCommand,
  statusCommand,
  rollUpCommand,
  feedbackCommand,
  exportCommand,
  returnCommand,
  registerCommand,
  wordingCommand,
];
const instrumentCommands = [instrumentsCommand, showCommand, checkCommand, newCommand, schemaCommand, exampleCommand];

const scorebook = ({ out, err }: CommandContext): Command =>
  new Command('scorebook')
    .description('Self-assessments as Excel workbooks: generate them for partners, import what comes back, roll it up.')
    .version('0.1.0', '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('(run scorebook <command> --help for details)')
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
