import { join } from 'node:path';
import type { Command } from 'commander';
import { workbooksAt } from '../../../disk/files/folderAt.ts';
import { sendWorkbooks, type WorkbooksIn } from '../../../operations/sendWorkbooks.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

interface SendOptions extends MailOptions {
  readonly workbooks?: string;
}

export function sendCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withMailOptions(program.command('send'))
    .summary('write an e-mail to each partner with its workbook, or send it')
    .description(
      'Writes one e-mail for each partner, with its workbook as it was issued, as a file that opens ready to be sent in Outlook, Apple Mail or Thunderbird. With --smtp it sends them: nobody gets the same workbook twice.',
    )
    .option('--workbooks <folder>', 'where the workbooks are (default: where they were generated)')
    .action(async (options: SendOptions) => {
      done(await send(surroundings, options));
    });
}

async function send(surroundings: CommandContext, options: SendOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const workbooksIn = (known = join('output', options.round, 'workbooks')): ReturnType<WorkbooksIn> =>
    workbooksAt(options.workbooks ?? known);
  const delivered = await withExistingRegister(surroundings, options.register, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => sendWorkbooks(context, options, posting, workbooksIn, watcher)),
  );
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}
