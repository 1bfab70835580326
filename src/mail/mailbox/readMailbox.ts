import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { FindingsError } from '../../finding/index.ts';
import type { MailFolder, SeenMessages } from '../../register/rows/seenMessages.ts';
import { defaultMailLimits } from '../limits/limits.ts';
import { messageIdIn } from '../message/readInternetMessage.ts';
import type { MailboxAddress } from './mailboxAddress.ts';
import { mailboxProblem } from './mailboxProblem.ts';
import { DeadlinePassed, defaultPatience, type Patience, withDeadline } from './patience.ts';

/** A new message of a mailbox. */
export interface MailboxMessage {
  readonly folder: MailFolder;
  readonly uid: number;
  readonly messageId: string | undefined;
  /** The time at which the mailbox received it. */
  readonly delivered: Date | undefined;
  /** The size only, if it is above the limit; `seen` if it was seen under another number. */
  readonly content: { readonly bytes: Uint8Array } | { readonly size: number } | 'seen';
  /** Number of messages that follow. */
  readonly following: number;
}

export interface Wanted {
  readonly folder: string;
  /** Only messages that the mailbox received at that time or later. */
  readonly since?: Date;
  readonly seen: (folder: MailFolder) => Promise<SeenMessages>;
}

/**
 * Reads the new messages of a folder of a mailbox, oldest first. The folder is opened read-only (EXAMINE): nothing is
 * deleted, moved or marked as read. Messages are fetched in groups of a few megabytes.
 *
 * @param patience The time that the server has for each reply.
 * @throws FindingsError with `mailbox.failed`, also if the connection is lost.
 */
export async function* readMailbox(
  address: MailboxAddress,
  wanted: Wanted,
  { answer, slowest }: Patience = defaultPatience,
): AsyncGenerator<MailboxMessage> {
  const client = await clientFor(address);
  const patiently: Patiently = (work, expected = listBytes) => {
    const before = client.stats().received;
    const received = (): number => Math.min(client.stats().received - before, expected);
    const allowed = (): number => answer + (received() / slowest) * 1000;
    return withDeadline(work, allowed, () => client.close());
  };
  // The cause of a lost connection is reported here; the command in progress only fails for want of a connection.
  let broken: unknown;
  client.on('error', (failure) => {
    broken ??= failure;
  });
  try {
    await patiently(client.connect());
    const lock = await patiently(client.getMailboxLock(wanted.folder, { readOnly: true }));
    try {
      yield* newMessages(client, patiently, address, wanted);
    } finally {
      lock.release();
    }
    // Everything has been read, so a failure to log out does not matter.
    await patiently(client.logout()).catch(() => undefined);
  } catch (failure) {
    if (failure instanceof FindingsError) throw failure;
    const cause = failure instanceof DeadlinePassed ? failure : (broken ?? failure);
    throw new FindingsError([mailboxProblem(cause, address, wanted.folder)]);
  } finally {
    client.close();
  }
}

/**
 * Waits for a reply of the server, no longer than allowed.
 *
 * @param expected Its maximum size in bytes. Further bytes do not extend the time, which otherwise might never end.
 */
type Patiently = <T>(answer: Promise<T>, expected?: number) => Promise<T>;

/** Bytes of a reply without messages: the numbers of a hundred thousand messages, or a list of two hundred. */
const listBytes = 1024 * 1024;

/** Bytes of messages that are in memory together; a larger message is fetched alone. */
const groupBytes = 8 * 1024 * 1024;
/** Messages of which size and time are requested at once. */
const listedTogether = 200;

/** Milliseconds without a reply. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };

async function clientFor({ host, port, secure, isHere, user, password }: MailboxAddress): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  return new ImapFlow({
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !isHere }),
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    logger: false,
    disableAutoIdle: true,
    maxLockHoldTime: false,
    // A server that sends more than it announced loses the connection and does not exhaust the memory.
    maxLiteralSize: 2 * defaultMailLimits.messageBytes,
    maxResponseSize: 3 * defaultMailLimits.messageBytes,
    ...timeouts,
  });
}

async function* newMessages(
  client: ImapFlow,
  patiently: Patiently,
  address: MailboxAddress,
  wanted: Wanted,
): AsyncGenerator<MailboxMessage> {
  if (client.mailbox === false) throw new Error('no folder is open');
  const folder = {
    mailbox: address.digest,
    folder: wanted.folder,
    uidValidity: client.mailbox.uidValidity.toString(),
  };
  const seen = await wanted.seen(folder);
  const uids = (await patiently(uidsOf(client, wanted))).filter((uid) => !seen.uids.has(uid));
  let left = uids.length;
  const counted = (message: FetchMessageObject, content: MailboxMessage['content']): MailboxMessage => {
    left -= 1;
    const { uid, internalDate } = message;
    const delivered = internalDate === undefined ? undefined : new Date(internalDate);
    return { folder, uid, messageId: idOf(message), delivered, content, following: left };
  };
  for (let start = 0; start < uids.length; start += listedTogether) {
    const range = uids.slice(start, start + listedTogether).join(',');
    const query = { uid: true, size: true, internalDate: true, headers: ['message-id'] };
    const listed = (await patiently(client.fetchAll(range, query, { uid: true }))).toSorted((a, b) => a.uid - b.uid);
    const isSeen = (message: FetchMessageObject): boolean => seen.formerIds.has(idOf(message) ?? '');
    const isWanted = ({ internalDate }: FetchMessageObject): boolean =>
      wanted.since === undefined || internalDate === undefined || new Date(internalDate) >= wanted.since;
    const due = listed.filter(isWanted);
    left -= listed.length - due.length;
    for (const message of due) if (isSeen(message)) yield counted(message, 'seen');
    const unseen = due.filter((message) => !isSeen(message));
    const isLarge = ({ size = 0 }: FetchMessageObject): boolean => size > defaultMailLimits.messageBytes;
    for (const message of unseen) if (isLarge(message)) yield counted(message, { size: message.size ?? 0 });
    for (const group of inGroups(unseen.filter((message) => !isLarge(message)))) {
      const sources = await patiently(sourcesOf(client, group), listBytes + bytesOf(group));
      for (const message of group) {
        const bytes = sources.get(message.uid);
        sources.delete(message.uid);
        // A message may have been deleted since it was listed.
        if (bytes !== undefined) yield counted(message, { bytes });
        else left -= 1;
      }
    }
  }
}

/** Servers search by days of their own time zone, so the search begins a day early and the exact time is compared afterwards. */
async function uidsOf(client: ImapFlow, { since }: Wanted): Promise<readonly number[]> {
  const day = 24 * 60 * 60 * 1000;
  const found = await client.search(since === undefined ? { all: true } : { since: new Date(since.getTime() - day) }, {
    uid: true,
  });
  if (!Array.isArray(found)) throw new Error('the search was not answered');
  return found.toSorted((a, b) => a - b);
}

const bytesOf = (group: readonly FetchMessageObject[]): number => group.reduce((sum, { size = 0 }) => sum + size, 0);

async function sourcesOf(client: ImapFlow, group: readonly FetchMessageObject[]): Promise<Map<number, Uint8Array>> {
  const range = group.map(({ uid }) => uid).join(',');
  const fetched = await client.fetchAll(range, { uid: true, source: true }, { uid: true });
  return new Map(fetched.flatMap(({ uid, source }) => (source === undefined ? [] : [[uid, source]])));
}

function* inGroups(messages: readonly FetchMessageObject[]): Generator<readonly FetchMessageObject[]> {
  let group: FetchMessageObject[] = [];
  let bytes = 0;
  for (const message of messages) {
    const { size = 0 } = message;
    if (group.length > 0 && bytes + size > groupBytes) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(message);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

const idOf = ({ headers }: FetchMessageObject): string | undefined => messageIdIn(headers?.toString('latin1'));
