import type { MailboxInUse } from '../../intake/files/mailboxFiles.ts';
import { mailboxAddress } from '../../mail/mailbox/mailboxAddress.ts';
import { parseUkTime, ukTime } from '../../time.ts';
import { type CommandContext, UsageError } from '../terminal/context.ts';
import { dayGiven } from './timeGiven.ts';
import { warnOfPassword } from './warnOfPassword.ts';

/** The variable with the address of the mailbox, so that its password is in no list of commands. */
const variable = 'SCOREBOOK_IMAP';

/** A folder of a mailbox, as the command line names it. */
export interface MailboxOptions {
  /** True when the address is in the environment. */
  readonly imap?: string | true;
  readonly folder?: string;
  readonly since?: string;
}

/** Undefined when no mailbox is asked for. @throws UsageError for options that cannot be carried out. */
export function mailboxIn(
  { imap, folder, since }: MailboxOptions,
  surroundings: CommandContext,
): MailboxInUse | undefined {
  const { environment = {}, now } = surroundings;
  if (imap === undefined) {
    const stray = [folder === undefined ? [] : '--folder', since === undefined ? [] : '--since'].flat();
    if (stray.length === 0) return undefined;
    throw new UsageError(`${stray.join(' and ')} belongs to a mailbox. Give --imap, too, or leave it out.`);
  }
  warnOfPassword(surroundings, '--imap', imap, variable);
  const known = imap === true ? environment[variable] : imap;
  if (known === undefined) {
    throw new UsageError(
      `--imap: no mailbox is given. Set ${variable} to its address, as in imaps://USER:PASSWORD@imap.region.example.`,
    );
  }
  const address = mailboxAddress(known);
  if (typeof address === 'string') {
    throw new UsageError(`${imap === true ? variable : '--imap'} cannot be used. ${address}`);
  }
  if (folder?.trim() === '')
    throw new UsageError('--folder is empty. Give the name of a folder, as in --folder INBOX.');
  return { address, folder: folder ?? 'INBOX', ...(since === undefined ? {} : { since: dayIn(since, now()) }) };
}

function dayIn(text: string, now: Date): Date {
  const day = parseUkTime(`${dayGiven('--since', text, '01/12/2026')} 00:00`)?.instant ?? now;
  if (day > now) {
    throw new UsageError(
      `--since "${text}" is in the future: it is now ${ukTime(now)} in the UK. Give an earlier day, or leave --since out.`,
    );
  }
  return day;
}
