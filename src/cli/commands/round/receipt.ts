import { writeReceipts } from '../../../operations/writeReceipts.ts';
import type { AddCommand } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { withProgress } from '../../terminal/progress.ts';

export const receiptCommand: AddCommand = (program, action) =>
  withMailOptions(program.command('receipt'))
    .summary('write an e-mail that acknowledges each return, or send it')
    .description(
      'Writes an e-mail for each return that is not acknowledged yet: when it came, how complete it is, the position of each part, and the findings.',
    )
    .action(action(receipt));

async function receipt(surroundings: CommandContext, options: MailOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const delivered = await withRegister(surroundings, options, 'record', (context) =>
    withProgress(surroundings, options, (watcher) => writeReceipts(context, options, posting, watcher)),
  );
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}
