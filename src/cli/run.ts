import { Command, CommanderError } from 'commander';
import { FindingsError } from '../finding.ts';
import { nearestName } from '../instrument/nearestName.ts';
import { agreeCommand } from './agree.ts';
import { checkCommand } from './check.ts';
import { printFindings, printJson } from './common.ts';
import { correctCommand } from './correct.ts';
import { exampleCommand } from './example.ts';
import { exportCommand } from './export.ts';
import { feedbackCommand } from './feedback.ts';
import { generateCommand } from './generate.ts';
import { importCommand } from './importReturns.ts';
import { instrumentsCommand } from './instruments.ts';
import { newCommand } from './new.ts';
import { receiptCommand } from './receipt.ts';
import { registerCommand } from './register.ts';
import { remindCommand } from './remind.ts';
import { returnCommand } from './return.ts';
import { rollUpCommand } from './rollup.ts';
import { schemaCommand } from './schema.ts';
import { sendCommand } from './send.ts';
import { showCommand } from './show.ts';
import { statusCommand } from './status.ts';
import { type ExitCode, exitCodes, type Surroundings, UsageError } from './surroundings.ts';
import { wordingCommand } from './wording.ts';

/**
 * Carries out one command line, without the program's own name.
 *
 * @returns 0 when done, 1 when done with errors found in the data, 2 when the command was given wrongly.
 * @throws whatever is not the user's mistake.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = scorebook(surroundings, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError && failure.code === 'commander.missingMandatoryOptionValue') {
      for (const line of unknownOptions(program, args)) surroundings.err(line);
    }
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    if (failure instanceof UsageError) {
      surroundings.err(`error: ${failure.message}\n`);
      return exitCodes.wrongUsage;
    }
    if (failure instanceof FindingsError) {
      if (args.includes('--json')) printJson(surroundings, { findings: failure.findings });
      else printFindings(surroundings, failure.findings);
      return exitCodes.errorsInData;
    }
    throw failure;
  }
}

/** Options that a command has not, which commander does not tell of where one that is needed is missing: it may be one of them. */
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

function scorebook(surroundings: Surroundings, done: (code: ExitCode) => void): Command {
  const program = new Command('scorebook')
    .description('Self-assessments as Excel workbooks: generate them for partners, import what comes back, roll it up.')
    .version('0.1.0', '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('(run scorebook <command> --help for details)')
    .configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err })
    .exitOverride();
  for (const add of [...roundCommands, ...instrumentCommands]) add(program, surroundings, done);
  return program;
}
