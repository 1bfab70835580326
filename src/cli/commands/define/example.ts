import { join } from 'node:path';
import { Option } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { saveExample } from '../../../disk/save/saveExample.ts';
import { instrumentNamed } from '../../../instrument/instrumentNamed.ts';
import { writeExample } from '../../../operations/definitions/writeExample.ts';
import type { AddCommand } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

interface ExampleOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export const exampleCommand: AddCommand = (program, action) =>
  program
    .command('example')
    .usage('<instrument> [options]')
    .summary('write a workbook filled in with the worked example')
    .description(
      'Writes the workbook of an instrument, filled in with the worked example in its definition. It is not to be returned: an import refuses it.',
    )
    .argument('<instrument>', 'key of the instrument, such as needs-outcomes-options')
    .option('--out <file>', 'where it goes (default: output/examples/<instrument>.xlsx)')
    .addOption(new Option('--json', 'write the result to standard output as JSON, and nothing else there'))
    .action(action(example));

async function example(surroundings: CommandContext, key: string, options: ExampleOptions): Promise<ExitCode> {
  const { out: file = join('output', 'examples', `${key}.xlsx`) } = options;
  const { now } = surroundings;
  saveExample(file, await writeExample({ instruments, now }, instrumentNamed(key, instruments)));
  printResult(surroundings, options, { file, instrument: key }, [`${file}: worked example of ${key}`]);
  return exitCodes.done;
}
