import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { FindingsError } from '../../finding/index.ts';
import type { MailFolder, SeenMessages } from '../../register/rows/seenMessages.ts';
import { defaultMailLimits } from '../limits/limits.ts';
import { messageIdIn } from '../message/readInternetMessage.ts';
import type { MailboxAddress } from './mailboxAddress.ts';
import { mailboxProblem } from './mailboxProblem.ts';
import { DeadlinePassed, defaultPatience, inTime, type Patience } from './patience.ts';

/** A message of a mailbox that was not seen before. */
export interface MailboxMessage {
  readonly folder: MailFolder;
  readonly uid: number;
  readonly messageId: string | undefined;
  /** When the mailbox received it. */
  readonly delivered: Date | undefined;
  /** Its size only, where that is over the limit; nothing where it was seen under another number. */
  readonly content: { readonly bytes: Uint8Array } | { readonly size: number } | 'seen';
  /** Messages that come after it. */
  readonly following: number;
}

export interface Wanted {
  readonly folder: string;
  /** Only messages that the mailbox received then or later. */
  readonly since?: Date;
  readonly seen: (folder: MailFolder) => Promise<SeenMessages>;
}

/**
 * Reads what is new in a folder of a mailbox, oldest first. The folder is opened to be read only (EXAMINE): nothing is
 * deleted, moved or marked as read. Messages come in groups of a few megabytes, however many there are.
 *
 * @param patience How long the server may take for each answer.
 * @throws FindingsError with `mailbox.failed`, also when the connection breaks on the way.
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
    return inTime(work, allowed, () => client.close());
  };
  // What breaks the connection is told here; the command that waits for it then only learns that there is none.
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
    // Everything was read by then, however the server takes the farewell.
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
 * Waits for an answer of the server, and no longer than it may take.
 *
 * @param expected Bytes that it has at most: for those beyond no time is given, or there might be no end.
 */
type Patiently = <T>(answer: Promise<T>, expected?: number) => Promise<T>;

/** Bytes of an answer without messages: numbers of a hundred thousand messages, or what is listed of two hundred. */
const listBytes = 1024 * 1024;

/** Bytes of messages that are in memory together; one that is larger comes alone. */
const groupBytes = 8 * 1024 * 1024;
/** Messages whose size and time are asked for at once. */
const listedTogether = 200;

/** Of silence, in milliseconds. */
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
    // A server that sends more than it said ends the connection, not the memory.
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
  const told = (message: FetchMessageObject, content: MailboxMessage['content']): MailboxMessage => {
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
    for (const message of due) if (isSeen(message)) yield told(message, 'seen');
    const unseen = due.filter((message) => !isSeen(message));
    const isLarge = ({ size = 0 }: FetchMessageObject): boolean => size > defaultMailLimits.messageBytes;
    for (const message of unseen) if (isLarge(message)) yield told(message, { size: message.size ?? 0 });
    for (const group of inGroups(unseen.filter((message) => !isLarge(message)))) {
      const sources = await patiently(sourcesOf(client, group), listBytes + bytesOf(group));
      for (const message of group) {
        const bytes = sources.get(message.uid);
        sources.delete(message.uid);
        // Somebody may have deleted it in between.
        if (bytes !== undefined) yield told(message, { bytes });
        else left -= 1;
      }
    }
  }
}

/** Servers search by days of their own zone; the exact time is looked at afterwards. */
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
