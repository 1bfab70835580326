import { findingLines, hasErrors, type RecordedFinding } from '../../finding/index.ts';
import { wholePercent } from '../../finding/wording/percent.ts';
import { type CommandContext, type ExitCode, exitCodes } from './context.ts';

/** Prints a result: as JSON where that is asked for, otherwise as lines of text. */
export function printResult(
  { out }: CommandContext,
  { json }: { readonly json?: boolean },
  result: unknown,
  lines: readonly string[],
): void {
  out(json === true ? `${JSON.stringify(result, undefined, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
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

/** Prints findings as messages, once what many parts have; not with `json`, where they are part of the result. */
export function printFindings(
  { err }: CommandContext,
  findings: readonly RecordedFinding[],
  { json }: { readonly json?: boolean } = {},
): void {
  if (json !== true) for (const line of findingLines(findings)) err(`${line}\n`);
}

export const exitCodeFor = (findings: readonly RecordedFinding[]): ExitCode =>
  hasErrors(findings) ? exitCodes.errorsInData : exitCodes.done;

export const percent = (share: number | undefined): string => (share === undefined ? '-' : wholePercent(share));
