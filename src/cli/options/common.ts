import { type Command, Option } from 'commander';
import { type Finding, findingLine, hasErrors } from '../../finding/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../terminal/context.ts';

export interface CommonOptions {
  readonly register: string;
  readonly json?: boolean;
}

/** Adds the options that all commands share. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--register <path>', 'the register of what was issued and returned').default('output/register.db'),
    )
    .addOption(new Option('--json', 'write the result to standard output as JSON, and nothing else there'));
}

/** Prints a result as JSON. */
export function printJson({ out }: CommandContext, result: unknown): void {
  out(`${JSON.stringify(result, undefined, 2)}\n`);
}

/** Prints an object as JSON, its first property a list, entry by entry: together they may not fit into memory. */
export async function printJsonList(
  { out }: CommandContext,
  name: string,
  entries: AsyncIterable<unknown>,
  others: Readonly<Record<string, unknown>>,
): Promise<void> {
  out(`{\n  ${JSON.stringify(name)}: [`);
  let isFirst = true;
  for await (const entry of entries) {
    out(`${isFirst ? '' : ','}\n    ${JSON.stringify(entry, undefined, 2).replaceAll('\n', '\n    ')}`);
    isFirst = false;
  }
  const rest = JSON.stringify(others, undefined, 2).slice(1);
  out(`${isFirst ? '' : '\n  '}]${rest === '}' ? '\n}' : `,${rest}`}\n`);
}

export function printFindings({ err }: CommandContext, findings: readonly Finding[]): void {
  for (const found of findings) err(`${findingLine(found)}\n`);
}

export const exitCodeFor = (findings: readonly Finding[]): ExitCode =>
  hasErrors(findings) ? exitCodes.errorsInData : exitCodes.done;

export const percent = (share: number | undefined): string =>
  share === undefined ? '-' : `${Math.floor(share * 100)}%`;

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** An input of an operation as the command line writes it: `overdueAt` is `--overdue-at`. */
export const optionName = (input: string): string =>
  `--${input.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
