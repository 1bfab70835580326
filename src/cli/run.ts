import { Command, CommanderError } from 'commander';
import { FindingsError } from '../finding/index.ts';
import { nearestName } from '../instrument/model/nearestName.ts';
import { ownProperty } from '../instrument/model/ownProperty.ts';
import { Refusal } from '../refusal.ts';
import { type AddCommand, optionName } from './options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from './terminal/context.ts';
import { printFindings, printResult } from './terminal/print.ts';
import { withAdvice } from './terminal/withAdvice.ts';

/**
 * Carries out one command line, without the program's own name.
 *
 * @returns 0 when done, 1 when done with errors found in the data, 2 when the command was given wrongly.
 * @throws whatever is not the user's mistake.
 */
export const run = (args: readonly string[], surroundings: CommandContext): Promise<ExitCode> =>
  withAdvice(surroundings, (advised) => runLine(args, advised));

async function runLine(args: readonly string[], surroundings: CommandContext): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = scorebook(surroundings);
  for (const load of neededFor(args)) {
    const add = await load();
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
function unknownOptions(program: Command, args: readonly string[]): readonly string[] {
  const { command, rest } = commandOf(program, args);
  const known = command.options.flatMap(({ long }) => long ?? []);
  const unknown = command.parseOptions([...rest]).unknown.filter((arg) => arg.startsWith('--'));
  return unknown.map((option) => {
    const meant = nearestName(option, known);
    return `error: unknown option '${option}'\n${meant === undefined ? '' : `(Did you mean ${meant}?)\n`}`;
  });
}

/** The command that a line names, which may be one of another, and what follows its name. */
function commandOf(
  parent: Command,
  [name, ...rest]: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } {
  const command = parent.commands.find((candidate) => candidate.name() === name);
  if (command !== undefined) return commandOf(command, rest);
  return { command: parent, rest: name === undefined ? [] : [name, ...rest] };
}

/** The commands by name, in the order of the help. Each is loaded when needed: loading all takes longer than most of them run. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  generate: async () => (await import('./commands/round/generate.ts')).generateCommand,
  send: async () => (await import('./commands/round/send.ts')).sendCommand,
  remind: async () => (await import('./commands/round/remind.ts')).remindCommand,
  import: async () => (await import('./commands/round/importReturns.ts')).importCommand,
  work: async () => (await import('./commands/round/work.ts')).workCommand,
  receipt: async () => (await import('./commands/round/receipt.ts')).receiptCommand,
  correct: async () => (await import('./commands/round/correct.ts')).correctCommand,
  review: async () => (await import('./commands/round/review.ts')).reviewCommand,
  agree: async () => (await import('./commands/round/agree.ts')).agreeCommand,
  round: async () => (await import('./commands/rounds/round.ts')).roundCommand,
  status: async () => (await import('./commands/round/status.ts')).statusCommand,
  rollup: async () => (await import('./commands/results/rollup.ts')).rollUpCommand,
  feedback: async () => (await import('./commands/results/feedback.ts')).feedbackCommand,
  export: async () => (await import('./commands/results/export.ts')).exportCommand,
  return: async () => (await import('./commands/register/return.ts')).returnCommand,
  register: async () => (await import('./commands/register/register.ts')).registerCommand,
  wording: async () => (await import('./commands/define/wording.ts')).wordingCommand,
  instruments: async () => (await import('./commands/define/instruments.ts')).instrumentsCommand,
  show: async () => (await import('./commands/define/show.ts')).showCommand,
  check: async () => (await import('./commands/define/check.ts')).checkCommand,
  new: async () => (await import('./commands/define/new.ts')).newCommand,
  schema: async () => (await import('./commands/define/schema.ts')).schemaCommand,
  example: async () => (await import('./commands/define/example.ts')).exampleCommand,
};

/** The commands that a command line needs: the one that it names, none for the version, and otherwise all, for the help. */
function neededFor([first = '', ...others]: readonly string[]): readonly (() => Promise<AddCommand>)[] {
  const named = ownProperty(commands, first);
  if (named !== undefined) return [named];
  return first === '--version' && others.length === 0 ? [] : Object.values(commands);
}

const scorebook = ({ out, err }: CommandContext): Command =>
  new Command('scorebook')
    .description('Self-assessments as Excel workbooks: generate them for partners, import what comes back, roll it up.')
    .version('0.1.0', '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('(run scorebook <command> --help for details)')
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
