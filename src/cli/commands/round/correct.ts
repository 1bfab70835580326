import { join } from 'node:path';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { correctReturns } from '../../../operations/correctReturns.ts';
import type { CorrectedPartner } from '../../../operations/workbooks/correctOne.ts';
import { type AddCommand, type RoundOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { exitCodeFor, printResult } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';

interface CorrectOptions extends RoundOptions {
  readonly partner?: readonly string[];
  readonly all?: boolean;
}

export const correctCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('correct'))
    .usage('--round <name> (--partner <code...> | --all) [options]')
    .summary('write workbooks in which partners correct what they returned')
    .description(
      'Writes a fresh workbook for each partner with something to correct or still open, with all its answers, and marks and lists the cells in question. When it comes back it counts instead of the earlier return.',
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'for these partners')
    .option('--all', 'for every partner with something to correct or still open')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/corrections)')
    .action(action(correct));

async function correct(surroundings: CommandContext, options: CorrectOptions): Promise<ExitCode> {
  const { round, partner, all = false, out: folder = join('output', round, 'corrections') } = options;
  if ((partner === undefined) === !all) {
    throw new UsageError('For whom? Give either --partner with codes, as in --partner 5E1, or --all.');
  }
  refuseEmpty('--out', folder, 'Give a folder, or leave it out.');
  const { files, findings } = await withRegister(surroundings, options, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => correctReturns(context, options, folderAt(folder), watcher)),
  );
  const written = files.filter(({ file, outcome }) => file !== undefined && outcome !== 'left').length;
  printResult(surroundings, options, { round, folder, files, findings }, [
    ...files.map(describePartner),
    `${counted(written, 'correction workbook')} in ${folder}. Round ${round}.`,
  ]);
  return exitCodeFor(findings);
}

const outcomes: Readonly<Record<CorrectedPartner['outcome'], string>> = {
  written: 'written',
  replaced: 'written in place of one that nobody had filled in',
  unchanged: 'unchanged',
  left: 'not written',
  'nothing-to-correct': 'nothing to correct',
  'no-return': 'has returned nothing yet',
};

function describePartner({ partner, outcome, file, corrections }: CorrectedPartner): string {
  return file === undefined
    ? `${partner}: ${outcomes[outcome]}`
    : `${partner}: ${file}, ${counted(corrections, 'thing')} to look at, ${outcomes[outcome]}`;
}
