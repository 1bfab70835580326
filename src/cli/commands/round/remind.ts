import { join } from 'node:path';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { remind } from '../../../operations/remind.ts';
import type { AddCommand } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface RemindOptions extends MailOptions {
  readonly before?: string;
  readonly corrections?: string;
}

export const remindCommand: AddCommand = (program, action) =>
  withMailOptions(program.command('remind'))
    .summary('write an e-mail to each partner who is not done, or send it')
    .description(
      'Writes an e-mail to each partner who has returned nothing, or has a return that is incomplete (it says what is open) or has errors (with a workbook to correct them in, except where answers are about individual people). Partners who are done get none, and nobody gets two on one day.',
    )
    .option(
      '--before <days>',
      'the reminder for this many days before the deadline: not earlier, and once to each partner',
    )
    .option('--corrections <folder>', 'where the workbooks to correct go (default: output/<round>/corrections)')
    .action(action(writeReminders));

async function writeReminders(surroundings: CommandContext, options: RemindOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const { before, corrections = join('output', options.round, 'corrections'), ...others } = options;
  if (before !== undefined && !/^\d{1,3}$/.test(before)) {
    throw new UsageError(`--before "${before}" is no number of days. Write one in figures, as in --before 7.`);
  }
  const request = { ...others, ...(before === undefined ? {} : { before: Number(before) }) };
  const delivered = await withRegister(surroundings, options, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => remind(context, request, posting, folderAt(corrections), watcher)),
  );
  for (const { instrument, begins, partners } of delivered.waiting) {
    surroundings.err(
      `${instrument}: ${partners === undefined ? 'nobody is' : `${partners.join(', ')} ${partners.length === 1 ? 'is' : 'are'} not`} reminded yet, as the reminder of ${counted(Number(before), 'day')} before the deadline begins on ${begins}.\n`,
    );
  }
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}
