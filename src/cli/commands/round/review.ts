import { join } from 'node:path';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { timeFindings } from '../../../finding/timeFindings.ts';
import { counted, firstFew } from '../../../finding/wording/quote.ts';
import { generateReviews, type ReviewFile } from '../../../operations/generateReviews.ts';
import { nameAnswerChange } from '../../../rounds/returns/shownAnswers.ts';
import { describeUkTime } from '../../../time.ts';
import { type AddCommand, type RoundOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { importCommand } from './importReturns.ts';

interface ReviewOptions extends RoundOptions {
  readonly due?: string;
  readonly returnTo?: string;
  readonly partner?: readonly string[];
  readonly changeDue?: boolean;
  readonly changeReturnTo?: boolean;
}

/** Second opinions of assessors. What comes back is read as every return. */
export const reviewCommand: AddCommand = (program, action) => {
  const review = program
    .command('review')
    .summary("write assessors' workbooks, and read what comes back")
    .description(
      'Writes a workbook for each partner that has returned, in which an assessor gives a second opinion on its answers; and reads what comes back. It is stored beside the self-scores: roll-up and feedback show both, the difference, and what was agreed.',
    )
    .helpCommand(false);
  withCommonOptions(review.command('generate'))
    .usage('--round <name> [options]')
    .summary('write a workbook for each partner that has returned')
    .description(
      'Writes a workbook for each partner that has returned, with its answers and its evidence. Assessors give their own levels, say how good the evidence is, and recommend what comes next.',
    )
    .requiredOption('--round <name>', 'name of the round that is reviewed')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--due <time>', 'by when assessors return them, in UK time; needed once')
    .option('--return-to <address>', 'where assessors return them (default: as for the self-assessment)')
    .option('--change-due', 'with --due: move the deadline of reviews that went out')
    .option('--change-return-to', 'with --return-to: change it for reviews that went out')
    .option('--partner <code...>', 'only about these partners')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/reviews)')
    .action(action(generate));
  importCommand(review, action);
};

async function generate(surroundings: CommandContext, options: ReviewOptions): Promise<ExitCode> {
  const { round, out: folder = join('output', round, 'reviews') } = options;
  refuseEmpty('--out', folder, 'Give a folder, or leave it out.');
  const due = options.due === undefined ? undefined : timeGiven('--due', options.due, '29/01/2027 17:00');
  if (due !== undefined) {
    printFindings(surroundings, timeFindings('--due', options.due ?? '', due), options);
  }
  const request = { ...options, due: due?.instant };
  const result = await withRegister(surroundings, options, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => generateReviews(context, request, folderAt(folder), watcher)),
  );
  const { instrument, files, findings } = result;
  const written = files.filter(({ file, outcome }) => file !== undefined && outcome !== 'left').length;
  const given = files.flatMap(({ file, partner }) => (file === undefined ? [] : partner));
  printResult(surroundings, options, { round, instrument, due: result.due.toISOString(), folder, files, findings }, [
    ...files.map(describeFile),
    ...(given.length === 0
      ? []
      : [
          `Give each to its assessor: Scorebook does not send it. To record that: scorebook round sent ${given.length > fewCodes ? 'CODE' : given.join(' ')} --round ${round} --instrument ${instrument} --reason TEXT`,
        ]),
    `${counted(written, 'review workbook')} in ${folder}, to be returned by ${describeUkTime(result.due)}. Who has returned one: scorebook status --round ${round} --instrument ${instrument}`,
  ]);
  return exitCodeFor(findings);
}

/** Codes that are written out in a command. */
const fewCodes = 5;

const outcomes: Readonly<Record<ReviewFile['outcome'], string>> = {
  written: 'written',
  replaced: 'written in place of one that nobody had filled in',
  unchanged: 'unchanged',
  left: 'not written',
  'no-return': 'has returned nothing yet',
};

const describeFile = ({ partner, file, outcome, carried }: ReviewFile): string =>
  `${partner}: ${file === undefined ? '' : `${file}, `}${outcomes[outcome]}${carried === undefined || outcome === 'left' ? '' : describeCarried(carried)}`;

function describeCarried({ from, open }: NonNullable<ReviewFile['carried']>): string {
  const what = `, with what review ${from} says`;
  return open.length === 0
    ? what
    : `${what}; open again, because the partner's answer has changed: ${firstFew(open.map(nameAnswerChange))}`;
}
