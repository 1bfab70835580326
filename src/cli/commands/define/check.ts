import { basename } from 'node:path';
import type { Command } from 'commander';
import { FindingsError, hasErrors } from '../../../finding/index.ts';
import { checkFit } from '../../../workbook/layout/checkFit.ts';
import { readInstrumentFile } from '../../input/readInstrument.ts';
import { counted, printFindings, printJson } from '../../options/common.ts';
import { countParts } from '../../output/countParts.ts';
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
  const file = basename(path);
  const findings = checkFit(instrument).map((found) => ({ ...found, place: { file, ...found.place } }));
  if (hasErrors(findings)) throw new FindingsError(findings);
  const { key, edition, title } = instrument;
  const counts = countParts(instrument);
  if (json) printJson(surroundings, { file: path, key, edition, title, counts, fits: true, findings });
  else {
    printFindings(surroundings, findings);
    const contents = `${counted(counts.sections, 'section')}, ${counted(counts.questions, 'question')}, ${counted(counts.references, 'table')} for reference`;
    surroundings.out(`${path}: ${key}, edition ${edition}: ${contents}. It is sound and fits into a workbook.\n`);
  }
}
