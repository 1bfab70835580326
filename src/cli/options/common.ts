import { type Command, Option } from 'commander';
import { instruments } from '../../../definitions/index.ts';
import { type Finding, findingLine, hasErrors } from '../../finding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import { roundInstrument } from '../../rounds/round/roundInstrument.ts';
import { type Round, roundNames, roundsNamed } from '../../rounds/round/roundStatus.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../terminal/context.ts';

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

/** @throws UsageError for a key that no definition has. */
export function instrumentNamed(key: string): Instrument {
  const instrument = instruments.findLast((candidate) => candidate.key === key);
  if (instrument === undefined) {
    throw new UsageError(
      `There is no instrument "${key}". There are: ${instruments.map((known) => known.key).join(', ')}.`,
    );
  }
  return instrument;
}

export interface RoundInUse {
  readonly round: Round;
  readonly instrument: Instrument;
}

/**
 * The rounds of a name with their instruments, or the one of a certain instrument.
 *
 * @throws UsageError when the register has none such, or an instrument of it is not installed.
 */
export async function roundsInUse(
  register: Register,
  name: string,
  key: string | undefined,
): Promise<readonly RoundInUse[]> {
  const named = await roundsNamed(register, name);
  const rounds = named.filter((round) => key === undefined || round.instrument === key);
  if (rounds.length === 0) {
    if (named.length > 0) {
      throw new UsageError(
        `Round "${name}" has no instrument "${key}". It has: ${named.map(({ instrument }) => instrument).join(', ')}.`,
      );
    }
    const known = await roundNames(register);
    throw new UsageError(
      `The register has no round "${name}". ${known.length === 0 ? 'It has none yet: generate the workbooks first, or check --register.' : `It has: ${known.join(', ')}.`}`,
    );
  }
  return Promise.all(rounds.map((round) => withInstrument(register, round)));
}

/**
 * The one round of a name, or of a name and a certain instrument.
 *
 * @throws UsageError when there is none such, or several.
 */
export async function onlyRound(register: Register, name: string, key: string | undefined): Promise<RoundInUse> {
  const rounds = await roundsInUse(register, name, key);
  const [only, ...others] = rounds;
  if (only === undefined || others.length > 0) {
    throw new UsageError(
      `Round "${name}" has several instruments: add --instrument with one of ${rounds.map(({ instrument }) => instrument.key).join(', ')}.`,
    );
  }
  return only;
}

async function withInstrument(register: Register, round: Round): Promise<RoundInUse> {
  const instrument = await roundInstrument(register, instruments, round);
  if (instrument === undefined) {
    throw new UsageError(
      `The instrument ${round.instrument}, edition ${round.edition}, of that round is not installed here.`,
    );
  }
  return { round, instrument };
}

/** Prints a result as JSON. */
export function printJson({ out }: CommandContext, result: unknown): void {
  out(`${JSON.stringify(result, undefined, 2)}\n`);
}

/** Prints an object as JSON whose first property is a list, one entry after the other: together they may not fit into memory. */
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
