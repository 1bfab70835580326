import { type Command, Option } from 'commander';
import { type CommandContext, type ExitCode, UsageError } from '../terminal/context.ts';
import { hidePassword } from './hidePassword.ts';

/** Adds a command to the program. */
export type AddCommand = (program: Command, action: Action) => void;

/** Turns the work of a command into its action: the result becomes the exit code. */
export type Action = <Args extends readonly unknown[]>(
  work: (surroundings: CommandContext, ...args: Args) => ExitCode | Promise<ExitCode>,
) => (...args: Args) => Promise<void>;

export interface CommonOptions {
  readonly register: string;
  readonly json?: boolean;
}

/** Options of a command that works on a round and writes something. */
export interface RoundOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
}

/** Adds the options that all commands share. */
export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--register <place>', 'the register of what was issued and returned: a file, or a PostgreSQL database')
        .default('output/register.db')
        .env('SCOREBOOK_REGISTER')
        .argParser(hidePassword),
    )
    .addOption(new Option('--json', 'write the result to standard output as JSON, and nothing else there'));

/** @throws UsageError for an option that is given without a value. */
export function refuseEmpty(option: string, value: string | undefined, cure: string): void {
  if (value?.trim() === '') throw new UsageError(`${option} is empty. ${cure}`);
}

/** An input of an operation as the command line writes it: `overdueAt` is `--overdue-at`. */
export const optionName = (input: string): string =>
  `--${input.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
