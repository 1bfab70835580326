import { FindingsError } from '../../finding/index.ts';
import type { Received } from '../../intake/files/received.ts';
import { defaultMailLimits } from '../../mail/limits/limits.ts';
import { mailTooLarge } from '../../mail/limits/readErrors.ts';
import { type MailboxAddress, mailboxAddress } from '../../mail/mailbox/mailboxAddress.ts';
import { type MailboxMessage, readMailbox } from '../../mail/mailbox/readMailbox.ts';
import { type UnpackContext, type Unpacked, unpackMail } from '../../mail/unpackMail.ts';
import { rememberMessage, seenMessages } from '../../register/rows/seenMessages.ts';
import type { Register } from '../../register/tables/register.ts';
import { parseUkTime, ukTime } from '../../time.ts';
import { warnOfPassword } from '../options/warnOfPassword.ts';
import { type CommandContext, UsageError } from '../terminal/context.ts';

/** Where the address of the mailbox stands, so that its password stands in no list of commands. */
const variable = 'SCOREBOOK_IMAP';

/** A folder of a mailbox, as the command line names it. */
export interface MailboxOptions {
  /** True when the address stands in the environment. */
  readonly imap?: string | true;
  readonly folder?: string;
  readonly since?: string;
}

export interface MailboxInUse {
  readonly address: MailboxAddress;
  readonly folder: string;
  readonly since?: Date;
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
  const day = parseUkTime(`${text} 00:00`)?.instant;
  if (day === undefined) throw new UsageError(`--since "${text}" is not a day. Write it as in --since 2026-12-01.`);
  if (day > now) {
    throw new UsageError(
      `--since "${text}" is in the future: it is now ${ukTime(now)} in the UK. Give an earlier day, or leave --since out.`,
    );
  }
  return day;
}

/**
 * What is new in a mailbox, messages unpacked. A message is remembered as seen when the next one is asked for: everything
 * that was in it has been recorded then, however the command ends.
 */
export async function* mailboxFiles(
  register: Register,
  { address, folder, since }: MailboxInUse,
  unpacking: UnpackContext,
): AsyncGenerator<Received> {
  const received = (file: Unpacked, { uid, following }: Pick<MailboxMessage, 'uid' | 'following'>): Received => {
    const path = file.path === '' ? folder : `${folder} > ${file.path}`;
    return { ...file, path, name: path, source: `${folder} > ${uid}`, following: file.following + following };
  };
  const wanted = { folder, ...(since === undefined ? {} : { since }) };
  const seen = (place: MailboxMessage['folder']) => seenMessages(register, place);
  try {
    for await (const message of readMailbox(address, { ...wanted, seen })) {
      for await (const file of filesIn(message, unpacking)) yield received(file, message);
      await rememberMessage(register, message.folder, message, unpacking.now);
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield received({ path: '', content: { findings: failure.findings }, following: 0 }, { uid: 0, following: 0 });
  }
}

async function* filesIn(
  { content, uid, delivered }: MailboxMessage,
  unpacking: UnpackContext,
): AsyncGenerator<Unpacked> {
  if (content === 'seen') return;
  const name = `message ${uid}`;
  if ('bytes' in content) {
    const times = delivered === undefined ? {} : { delivered };
    yield* unpackMail(content.bytes, { ...unpacking, name, ...times }, {}, true);
  } else {
    const { messageBytes } = defaultMailLimits;
    yield { path: name, content: mailTooLarge('size', content.size, messageBytes), following: 0 };
  }
}
