import { join } from 'node:path';
import { workbooksAt } from '../../../disk/files/folderAt.ts';
import { foundFolder } from '../../../disk/files/foundFolder.ts';
import { sendWorkbooks, type WorkbooksIn } from '../../../operations/sendWorkbooks.ts';
import type { AddCommand } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface SendOptions extends MailOptions {
  readonly workbooks?: string;
}

export const sendCommand: AddCommand = (program, action) =>
  withMailOptions(program.command('send'))
    .summary('write an e-mail to each partner with its workbook, or send it')
    .description(
      'Writes one e-mail for each partner, with its workbook as it was issued, as a file that opens ready to be sent in Outlook, Apple Mail or Thunderbird. With --smtp it sends them: nobody gets the same workbook twice.',
    )
    .option('--workbooks <folder>', 'where the workbooks are (default: where they were generated)')
    .action(action(send));

async function send(surroundings: CommandContext, options: SendOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const workbooksIn: WorkbooksIn = (known = join('output', options.round, 'workbooks')) =>
    workbooksAt(options.workbooks ?? foundFolder(known, options.register));
  const delivered = await withRegister(surroundings, options, 'record', (context) =>
    withProgress(surroundings, options, (watcher) => sendWorkbooks(context, options, posting, workbooksIn, watcher)),
  );
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}
