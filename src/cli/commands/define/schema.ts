import { definitionJsonSchema } from '../../../instrument/model/definitionJsonSchema.ts';
import type { AddCommand } from '../../options/common.ts';
import { exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

export const schemaCommand: AddCommand = (program, action) =>
  program
    .command('schema')
    .summary('the JSON Schema of definitions, for editors')
    .description(
      'Prints the JSON Schema of definitions. An editor that has it completes and checks while one writes: name it in a JSON file as "$schema", or on the first line of a YAML file as "# yaml-language-server: $schema=…".',
    )
    .action(
      action((surroundings) => {
        printResult(surroundings, { json: true }, definitionJsonSchema(), []);
        return exitCodes.done;
      }),
    );
