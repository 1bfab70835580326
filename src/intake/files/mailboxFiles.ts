import { FindingsError } from '../../finding/index.ts';
import type { MailboxAddress } from '../../mail/mailbox/mailboxAddress.ts';
import { type MailboxMessage, readMailbox } from '../../mail/mailbox/readMailbox.ts';
import { type UnpackContext, type Unpacked, unpackMail } from '../../mail/unpackMail.ts';
import { rememberMessage, seenMessages } from '../../register/rows/seenMessages.ts';
import type { Register } from '../../register/tables/register.ts';
import { messageTooLarge } from './mboxMessages.ts';
import type { Received } from './received.ts';

/** A folder of a mailbox, and the day from which messages are wanted. */
export interface MailboxInUse {
  readonly address: MailboxAddress;
  readonly folder: string;
  readonly since?: Date;
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
    yield { path: name, content: messageTooLarge(content.size), following: 0 };
  }
}
