import { basename } from 'node:path';
import type { Command } from 'commander';
import { readFileAt } from '../../../disk/files/readFile.ts';
import { agreeScores } from '../../../operations/agreeScores.ts';
import type { RecordedScores } from '../../../register/rows/agreedScores.ts';
import { type CommonOptions, counted, printFindings, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

interface AgreeOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
}

export function agreeCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('agree'))
    .usage('<file> [options]')
    .summary('record scores that the partners of an area agreed on')
    .description(
      'Records what the partners of an area agreed on after each had answered. What they answered stays; the roll-up shows both.',
    )
    .argument('<file>', 'CSV with the columns area, question, level, date and present (roles, no names of people)')
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .action(async (file: string, options: AgreeOptions) => {
      done(await agree(surroundings, file, options));
    });
}

async function agree(surroundings: CommandContext, file: string, options: AgreeOptions): Promise<ExitCode> {
  const { instrument, findings, counts } = await withExistingRegister(
    surroundings,
    options.register,
    'write',
    (context) => agreeScores(context, options, { name: basename(file), bytes: readFileAt(file) }),
  );
  if (options.json === true) {
    printJson(surroundings, { round: options.round, instrument, ...counts, findings });
  } else {
    printFindings(surroundings, findings);
    surroundings.out(`Round ${options.round}: ${summary(counts)}\n`);
  }
  return exitCodes.done;
}

const summary = ({ recorded, changed, withdrawn, unchanged }: RecordedScores): string =>
  `${counted(recorded, 'agreed score')} recorded, ${changed} changed, ${withdrawn} withdrawn, ${unchanged} as before`;
