import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { propertiesAt } from '../../../disk/files/propertiesAt.ts';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { FindingsError, finding } from '../../../finding/index.ts';
import { instrumentNamed } from '../../../instrument/instrumentNamed.ts';
import { writeExample } from '../../../operations/definitions/writeExample.ts';
import { isExample, stampFromProperties } from '../../../workbook/layout/stamp.ts';
import { printJson } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface ExampleOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export function exampleCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
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
    .action(async (key: string, options: ExampleOptions) => {
      done(await example(surroundings, key, options));
    });
}

async function example(surroundings: CommandContext, key: string, options: ExampleOptions): Promise<ExitCode> {
  const bytes = await writeExample({ instruments, now: surroundings.now }, instrumentNamed(key, instruments));
  const file = options.out ?? join('output', 'examples', `${key}.xlsx`);
  checkPlace(file);
  writeFileWhole(file, bytes);
  if (options.json === true) printJson(surroundings, { file, instrument: key });
  else surroundings.out(`${file}: worked example of ${key}\n`);
  return exitCodes.done;
}

/** An example overwrites nothing but an example. */
function checkPlace(path: string): void {
  if (path.trim() === '') throw new UsageError('--out is empty. Give the path of a file, as in --out example.xlsx.');
  if (!/\.xlsx$/i.test(path)) {
    throw new UsageError(`--out ${path} does not end in .xlsx. The example is an Excel workbook: give it that ending.`);
  }
  if (existsSync(path) && !statSync(path).isDirectory() && !isExampleAt(path)) {
    throw new FindingsError([finding('output.not-an-example', { file: basename(path) }, {})]);
  }
}

function isExampleAt(path: string): boolean {
  const stamp = stampFromProperties(propertiesAt(path) ?? new Map());
  return stamp !== undefined && isExample(stamp);
}
