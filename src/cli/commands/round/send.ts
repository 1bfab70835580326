import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { allLetters } from '../../../letters/outgoingMessage.ts';
import { sendingLetters } from '../../../letters/sendingLetters.ts';
import { issuedFiles } from '../../../rounds/issue/issuedFiles.ts';
import { readingProblemOf } from '../../files/writeFile.ts';
import { readWordings } from '../../input/readWordings.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { mailRounds } from '../../options/mailRounds.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { deliverMessages } from '../../output/deliverMessages.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';

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

function send(surroundings: CommandContext, options: SendOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const { sending: wording } = readWordings(options.wording);
  const usual = join('output', options.round, 'workbooks');
  return withExistingRegister(surroundings, options.register, 'write', async (opened) => {
    const { register } = opened;
    const known = await issuedFiles(register);
    const rounds = await mailRounds(opened, options);
    const letters = rounds.map((context) => {
      const folder = workbooksIn(options.workbooks ?? context.round.folder ?? usual);
      const read = (fileName: string): Uint8Array | undefined => workbookAt(join(folder, fileName));
      const partners = context.partners.map(({ partner }) => partner);
      return sendingLetters(context, partners, { folder, read, known }, wording);
    });
    return deliverMessages(surroundings, register, options, posting, allLetters(letters));
  });
}

/** @throws UsageError when there is no such folder. */
function workbooksIn(folder: string): string {
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
