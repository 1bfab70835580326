import { join } from 'node:path';
import type { Command } from 'commander';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { remind } from '../../../operations/remind.ts';
import { counted } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface RemindOptions extends MailOptions {
  readonly before?: string;
  readonly corrections?: string;
}

export function remindCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
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
    .action(async (options: RemindOptions) => {
      done(await writeReminders(surroundings, options));
    });
}

async function writeReminders(surroundings: CommandContext, options: RemindOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const { before: text, corrections = join('output', options.round, 'corrections'), ...others } = options;
  const days = daysBefore(text);
  const request = { ...others, ...(days === undefined ? {} : { before: days }) };
  const delivered = await withExistingRegister(surroundings, options.register, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => remind(context, request, posting, folderAt(corrections), watcher)),
  );
  for (const { instrument, begins } of delivered.waiting) {
    surroundings.err(
      `${instrument}: nobody is reminded yet, as the reminder of ${counted(days ?? 0, 'day')} before the deadline begins on ${begins}.\n`,
    );
  }
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}

function daysBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError(`--before "${text}" is no number of days. Write one in figures, as in --before 7.`);
}
