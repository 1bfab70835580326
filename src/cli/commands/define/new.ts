import { instruments } from '../../../../definitions/index.ts';
import { writeNewText } from '../../../disk/files/newFile.ts';
import { startDefinition } from '../../../operations/definitions/startDefinition.ts';
import type { AddCommand } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

export const newCommand: AddCommand = (program, action) =>
  program
    .command('new')
    .usage('<key> [options]')
    .summary('begin the definition of an instrument')
    .description('Writes a small definition with comments, to be changed: it passes `check` and generates as it is.')
    .argument('<key>', 'key of the new instrument: lower-case letters, digits, hyphens, dots')
    .option('--out <file>', 'where it goes, a file ending in .yaml (default: <key>.yaml)')
    .action(action(begin));

function begin({ out: print, now }: CommandContext, key: string, options: { readonly out?: string }): ExitCode {
  const definition = startDefinition({ instruments, now }, key);
  const { out: path = `${key}.yaml` } = options;
  if (!/\.ya?ml$/i.test(path)) throw new UsageError(`--out ${path} does not end in .yaml. Give the file that ending.`);
  writeNewText(path, definition);
  print(`${path} written. Change it, then: scorebook check ${path}\n`);
  return exitCodes.done;
}
