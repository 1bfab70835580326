import { join } from 'node:path';
import { folderAt, workbooksAt, workbooksIfAt } from '../../../disk/files/folderAt.ts';
import { foundFolder } from '../../../disk/files/foundFolder.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { remind, type Waiting } from '../../../operations/remind.ts';
import type { WorkbooksIn } from '../../../operations/sendWorkbooks.ts';
import type { AddCommand } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface RemindOptions extends MailOptions {
  readonly before?: string;
  readonly corrections?: string;
  readonly workbooks?: string;
  /** Figures; false for no limit. */
  readonly maxReminders?: string | false;
  readonly daysBetween?: string | false;
}

export const remindCommand: AddCommand = (program, action) =>
  withMailOptions(program.command('remind'))
    .summary('write an e-mail to each partner who is not done, or send it')
    .description(
      'Writes an e-mail to each partner who has returned nothing (with its workbook), or has a return that is incomplete (it says what is open) or has errors (with a workbook to correct them in, except where answers are about individual people). Partners who are done get none, and nobody gets two on one day.',
    )
    .option(
      '--before <days>',
      'the reminder for this many days before the deadline: not earlier, and once to each partner',
    )
    .option(
      '--max-reminders <number>',
      'how many reminders a partner gets at most, counted from its last return (default: as before)',
    )
    .option('--no-max-reminders', 'as many as are asked for')
    .option('--days-between <days>', 'how many days are between two reminders at least (default: as before)')
    .option('--no-days-between', 'on any other day')
    .option('--workbooks <folder>', 'where the workbooks are (default: where they were generated)')
    .option('--corrections <folder>', 'where the workbooks to correct go (default: output/<round>/corrections)')
    .action(action(writeReminders));

async function writeReminders(surroundings: CommandContext, options: RemindOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const { before, corrections = join('output', options.round, 'corrections'), workbooks, ...others } = options;
  const { maxReminders, daysBetween, ...mail } = others;
  const request = {
    ...mail,
    ...(before === undefined ? {} : { before: inFigures('--before', before, 7) }),
    ...(maxReminders === undefined ? {} : { maxReminders: limit('--max-reminders', maxReminders, 3) }),
    ...(daysBetween === undefined ? {} : { daysBetween: limit('--days-between', daysBetween, 7) }),
  };
  const workbooksIn: WorkbooksIn = (known = join('output', options.round, 'workbooks')) =>
    workbooks === undefined ? workbooksIfAt(foundFolder(known, options.register)) : workbooksAt(workbooks);
  const folders = { corrections: folderAt(corrections), workbooksIn };
  const delivered = await withRegister(surroundings, options, 'record', (context) =>
    withProgress(surroundings, options, (watcher) => remind(context, request, posting, folders, watcher)),
  );
  const { waiting } = delivered;
  if (options.json !== true) for (const one of waiting) surroundings.err(`${describeWaiting(one, before)}\n`);
  return printDelivered(surroundings, options, posting.server?.name, delivered, { waiting });
}

/** @throws UsageError for a text that is no whole number. */
function inFigures(option: string, text: string, example: number): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError(`${option} "${text}" is no number. Write one in figures, as in ${option} ${example}.`);
}

const limit = (option: string, text: string | false, example: number): number | false =>
  text === false ? false : inFigures(option, text, example);

function describeWaiting({ instrument, why, begins = '', partners }: Waiting, before = ''): string {
  const who =
    partners === undefined ? 'nobody is' : `${partners.join(', ')} ${partners.length === 1 ? 'is' : 'are'} not`;
  const reasons: Readonly<Record<Waiting['why'], string>> = {
    before: `reminded yet, as the reminder of ${counted(Number(before), 'day')} before the deadline begins on ${begins}.`,
    'days between reminders': `reminded before ${begins}, as the round has a number of days between reminders (--days-between).`,
    'number of reminders': 'reminded any more, having had as many reminders as the round allows (--max-reminders).',
  };
  return `${instrument}: ${who} ${reasons[why]}`;
}
