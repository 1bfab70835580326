import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { sendWorkbooks, type WorkbooksIn } from '../../../operations/sendWorkbooks.ts';
import { readingProblemOf } from '../../files/writeFile.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { printDelivered } from '../../output/printDelivered.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
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
  const usual = join('output', options.round, 'workbooks');
  const workbooksIn = (known: string | undefined): ReturnType<WorkbooksIn> => {
    const folder = existingFolder(options.workbooks ?? known ?? usual);
    return { folder, read: (fileName) => workbookAt(join(folder, fileName)) };
  };
  const delivered = await withExistingRegister(surroundings, options.register, 'write', (context) =>
    withProgress(surroundings, options, (watcher) => sendWorkbooks(context, options, posting, workbooksIn, watcher)),
  );
  return printDelivered(surroundings, options, posting.server?.name, delivered);
}

/** @throws UsageError when there is no such folder. */
function existingFolder(folder: string): string {
  if (existsSync(folder)) return folder;
  throw new UsageError(`There is no folder ${folder}. Say with --workbooks where the workbooks are, or generate them.`);
}

function workbookAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined;
    throw new UsageError(`${path} cannot be read: ${readingProblemOf(failure)}.`);
  }
}
