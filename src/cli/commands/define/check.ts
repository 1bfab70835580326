import { basename } from 'node:path';
import { readInstrumentFile } from '../../../disk/read/readInstrument.ts';
import { describeCounts } from '../../../instrument/model/countParts.ts';
import { checkDefinition } from '../../../operations/definitions/checkDefinition.ts';
import type { AddCommand } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

export const checkCommand: AddCommand = (program, action) =>
  program
    .command('check')
    .usage('<file> [options]')
    .summary('check the definition of an instrument')
    .description('Checks a whole definition, also whether it fits into a workbook, and reports all its faults at once.')
    .argument('<file>', 'a definition: .json, .yaml, .yml, or a built .js or .mjs that exports an instrument')
    .option('--json', 'write the result to standard output as JSON')
    .action(action(check));

async function check(
  surroundings: CommandContext,
  file: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const { findings, ...checked } = checkDefinition(await readInstrumentFile(file), basename(file));
  const { key, edition, counts, positions } = checked;
  printFindings(surroundings, findings, options);
  printResult(surroundings, options, { file, ...checked, fits: true, findings }, [
    `${file}: ${key}, edition ${edition}: ${describeCounts(counts)}. It is sound and fits into a workbook.`,
    ...(positions.length === 0 ? [] : ['Positions that typical answers have:']),
    ...positions.map(({ answers, position }) => `  ${answers}: ${position}`),
  ]);
  return exitCodes.done;
}
