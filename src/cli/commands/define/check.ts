import { basename } from 'node:path';
import type { Command } from 'commander';
import { readInstrumentFile } from '../../../disk/read/readInstrument.ts';
import { describeCounts } from '../../../instrument/model/countParts.ts';
import { checkDefinition } from '../../../operations/definitions/checkDefinition.ts';
import { printFindings, printJson } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

export function checkCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .usage('<file> [options]')
    .summary('check the definition of an instrument')
    .description('Checks a whole definition, also whether it fits into a workbook, and reports all its faults at once.')
    .argument('<file>', 'a definition: .json, .yaml, .yml, or a built .js or .mjs that exports an instrument')
    .option('--json', 'write the result to standard output as JSON')
    .action(async (path: string, { json }: { readonly json?: boolean }) => {
      await check(surroundings, path, json === true);
      done(exitCodes.done);
    });
}

async function check(surroundings: CommandContext, path: string, json: boolean): Promise<void> {
  const instrument = await readInstrumentFile(path);
  const { key, edition, title, counts, findings } = checkDefinition(instrument, basename(path));
  if (json) printJson(surroundings, { file: path, key, edition, title, counts, fits: true, findings });
  else {
    printFindings(surroundings, findings);
    surroundings.out(
      `${path}: ${key}, edition ${edition}: ${describeCounts(counts)}. It is sound and fits into a workbook.\n`,
    );
  }
}
