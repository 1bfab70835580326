import type { RecordedFinding } from '../../finding/index.ts';
import type { MadeChange } from '../../operations/rounds/changes/makeChanges.ts';
import type { CommonOptions } from '../options/common.ts';
import type { CommandContext, ExitCode } from '../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../terminal/print.ts';
import { madeLines } from './roundLines.ts';

/** Prints the changes that were made, and how to undo them. */
export function printChanges(
  surroundings: CommandContext,
  options: CommonOptions,
  { changes, findings }: { readonly changes: readonly MadeChange[]; readonly findings: readonly RecordedFinding[] },
): ExitCode {
  printFindings(surroundings, findings, options);
  printResult(surroundings, options, { changes, findings }, [
    ...madeLines(changes),
    `To undo: scorebook round undo ${changes.map(({ id }) => id).join(' ')} --reason TEXT`,
  ]);
  return exitCodeFor(findings);
}
