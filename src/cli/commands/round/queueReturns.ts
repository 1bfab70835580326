import { counted } from '../../../finding/wording/quote.ts';
import type { MailboxInUse } from '../../../intake/files/mailboxFiles.ts';
import type { FileToImport } from '../../../intake/files/receivedFiles.ts';
import { queueReturns } from '../../../operations/queue/queueReturns.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import type { CommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

/** What is for the import itself cannot be asked of the one who only stores the files. */
const notForQueue = ['as', 'findings', 'workers'] as const;

/** Stores returned files for workers. */
export async function queueAll(
  surroundings: CommandContext,
  { files, round, mailbox, received }: Wanted,
  options: QueueOptions,
): Promise<ExitCode> {
  const given = notForQueue.filter((name) => options[name] !== undefined);
  if (given.length > 0) {
    throw new UsageError(`--${given.join(' and --')}: not with --queue, which only stores the files. Leave it out.`);
  }
  const request = {
    files,
    ...(round === undefined ? {} : { round }),
    ...(mailbox === undefined ? {} : { mailbox }),
    ...(received === undefined ? {} : { received }),
  };
  return withRegister(surroundings, options, 'write', async (context) => {
    const { queued, refused } = await queueReturns(context, request);
    for (const { path, findings } of refused) {
      if (options.json !== true) surroundings.err(`${printable(path)}: not queued\n`);
      printFindings(surroundings, findings, options);
    }
    printResult(surroundings, options, { queued, refused }, [
      `${counted(queued, 'file')} queued. Imported by: scorebook work. What waits: scorebook status --queue`,
    ]);
    return refused.length === 0 ? exitCodes.done : exitCodes.errorsInData;
  });
}

interface QueueOptions extends CommonOptions {
  readonly as?: string;
  readonly findings?: string;
  readonly workers?: string;
}

interface Wanted {
  readonly files: readonly FileToImport[];
  readonly round: string | undefined;
  readonly mailbox: MailboxInUse | undefined;
  readonly received?: Date;
}
