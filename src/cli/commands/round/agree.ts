import { basename } from 'node:path';
import { readFileAt } from '../../../disk/files/readFile.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { agreeScores } from '../../../operations/agreeScores.ts';
import type { RecordedScores } from '../../../register/rows/agreedScores.ts';
import { type AddCommand, type RoundOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

export const agreeCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('agree'))
    .usage('<file> [options]')
    .summary('record scores that the partners of an area agreed on')
    .description(
      'Records what the partners of an area agreed on after each had answered. What they answered stays; the roll-up shows both.',
    )
    .argument(
      '<file>',
      'Excel workbook (.xlsx), or text that Excel saves (.csv, .txt), with the columns area, question, level, date and present (roles, no names of people)',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .action(action(agree));

async function agree(surroundings: CommandContext, path: string, options: RoundOptions): Promise<ExitCode> {
  const { round } = options;
  const file = { name: basename(path), bytes: readFileAt(path) };
  const { instrument, findings, counts } = await withRegister(surroundings, options, 'write', (context) =>
    agreeScores(context, options, file),
  );
  printFindings(surroundings, findings, options);
  printResult(surroundings, options, { round, instrument, ...counts, findings }, [
    `Round ${round}: ${summary(counts)}`,
  ]);
  return exitCodes.done;
}

const summary = ({ recorded, changed, withdrawn, unchanged }: RecordedScores): string =>
  `${counted(recorded, 'agreed score')} recorded, ${changed} changed, ${withdrawn} withdrawn, ${unchanged} as before`;
