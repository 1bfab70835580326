import type { Command } from 'commander';
import { correctAnswer } from '../../../operations/rounds/returns/correctAnswer.ts';
import { acceptDoubts, preferReturn, setReturnsAside } from '../../../operations/rounds/returns/decideReturns.ts';
import { mergeReturns } from '../../../operations/rounds/returns/mergeReturns.ts';
import type { AddCommand, CommonOptions } from '../../options/common.ts';
import { withReason } from '../../options/reasonOptions.ts';
import { returnNumber } from '../../options/returnNumber.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printChanges } from '../../output/printChanges.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';

/** Adds the decisions about returns to the command `return`. */
export const addDecisions: AddCommand = (command, action) => {
  withDecisionOptions(command.command('accept'), '<id>')
    .summary('accept warnings about a return')
    .description(
      'Accepts warnings about a return: no count or list has them any more, and no correction is asked for because of them.',
    )
    .requiredOption('--warning <code...>', 'codes of warnings, as the workbook of findings and import --json show them')
    .action(action(accept));
  withDecisionOptions(command.command('set-aside'), '<id...>')
    .summary('let returns not count')
    .description(
      'Sets returns aside: they do not count, and another of the same partner does, if there is one. They stay in the register.',
    )
    .action(action(setAside));
  withDecisionOptions(command.command('prefer'), '<id>')
    .summary('let one of several returns of a partner count')
    .description('Prefers a return: it counts, and not the last that came in time.')
    .action(action(prefer));
  withDecisionOptions(command.command('correct'), '<id>', '--question <reference> --answer <text>')
    .summary('correct one answer of the return that counts')
    .description(
      'Corrects one answer, as after a telephone call. What came stays in the register; every figure has the corrected answer, and the roll-up and the export mark it.',
    )
    .requiredOption(
      '--question <reference>',
      'its reference as the workbook shows it, as in 1.2.3; for a row that the partner added, as in "Participants 2"',
    )
    .option('--field <name>', 'which of its fields, by key or heading, as in evidence (default: the score or choice)')
    .option('--answer <text>', 'the answer as it would be typed into the workbook, as in 3 or 31/03/2027')
    .option('--blank', 'take the answer away')
    .action(action(correct));
  withDecisionOptions(command.command('merge'), '<id...>')
    .summary('put halves together: several returns of a partner become one')
    .description(
      'Puts returns of one partner together: a new return has what any of them answers, and counts instead of them. Where they contradict each other, each answer is listed and nothing is changed, unless --prefer says which of them is right.',
    )
    .option('--prefer <id>', 'the return of which the answers are taken where they contradict each other')
    .action(action(merge));
};

interface DecisionOptions extends CommonOptions {
  readonly reason: string;
  readonly by?: string;
}

const withDecisionOptions = (command: Command, ids: '<id...>' | '<id>', others?: string): Command =>
  withReason(
    command
      .usage(`${ids}${others === undefined ? '' : ` ${others}`} --reason <text> [options]`)
      .argument(ids, 'numbers of returns, as shown by import and status --json'),
  );

async function setAside(
  surroundings: CommandContext,
  ids: readonly string[],
  options: DecisionOptions,
): Promise<ExitCode> {
  const request = { ids: ids.map(returnNumber), reason: options.reason };
  const made = await withRegister(surroundings, options, 'record', (context) => setReturnsAside(context, request));
  return printChanges(surroundings, options, made);
}

async function accept(
  surroundings: CommandContext,
  id: string,
  { warning, ...options }: DecisionOptions & { readonly warning: readonly string[] },
): Promise<ExitCode> {
  const request = { id: returnNumber(id), codes: warning, reason: options.reason };
  const made = await withRegister(surroundings, options, 'record', (context) => acceptDoubts(context, request));
  return printChanges(surroundings, options, made);
}

async function prefer(surroundings: CommandContext, id: string, options: DecisionOptions): Promise<ExitCode> {
  const request = { id: returnNumber(id), reason: options.reason };
  const made = await withRegister(surroundings, options, 'record', (context) => preferReturn(context, request));
  return printChanges(surroundings, options, made);
}

interface CorrectOptions extends DecisionOptions {
  readonly question: string;
  readonly field?: string;
  readonly answer?: string;
  readonly blank?: boolean;
}

async function correct(surroundings: CommandContext, id: string, options: CorrectOptions): Promise<ExitCode> {
  const { question, field, answer, blank = false, reason } = options;
  if ((answer === undefined) !== blank) {
    throw new UsageError(
      'Say what the answer is: either --answer with the text, as in --answer 3, or --blank to take it away.',
    );
  }
  const request = { id: returnNumber(id), question, answer, reason, ...(field === undefined ? {} : { field }) };
  const made = await withRegister(surroundings, options, 'record', (context) => correctAnswer(context, request));
  return printChanges(surroundings, options, made);
}

async function merge(
  surroundings: CommandContext,
  ids: readonly string[],
  { prefer: preferred, ...options }: DecisionOptions & { readonly prefer?: string },
): Promise<ExitCode> {
  const request = {
    ...{ ids: ids.map(returnNumber), reason: options.reason },
    ...(preferred === undefined ? {} : { prefer: returnNumber(preferred) }),
  };
  const made = await withRegister(surroundings, options, 'write', (context) => mergeReturns(context, request));
  return printChanges(surroundings, options, made);
}
