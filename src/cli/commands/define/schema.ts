import type { Command } from 'commander';
import { definitionJsonSchema } from '../../../instrument/model/definitionJsonSchema.ts';
import { printJson } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

export function schemaCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('schema')
    .summary('the JSON Schema of definitions, for editors')
    .description(
      'Prints the JSON Schema of definitions. An editor that has it completes and checks while one writes: name it in a JSON file as "$schema", or on the first line of a YAML file as "# yaml-language-server: $schema=…".',
    )
    .action(() => {
      printJson(surroundings, definitionJsonSchema());
      done(exitCodes.done);
    });
}
