import { type Finding, FindingsError } from '../../finding/index.ts';
import type { MailboxInUse } from '../../intake/files/mailboxFiles.ts';
import { mboxMessages, messageTooLarge } from '../../intake/files/mboxMessages.ts';
import type { FileToImport } from '../../intake/files/receivedFiles.ts';
import { readMailbox } from '../../mail/mailbox/readMailbox.ts';
import type { Queue } from '../../register/queue/openQueue.ts';
import type { WaitingFile, WaitingImport } from '../../register/queue/waitingFile.ts';
import { rememberMessage, seenMessages } from '../../register/rows/seenMessages.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { queueOf } from './queueOf.ts';

export interface QueueRequest {
  /** Returns of this round only are to be accepted; those of any round when absent. */
  readonly round?: string;
  /** When the files came; as the e-mail says, or now, when absent. */
  readonly received?: Date;
  readonly files: readonly FileToImport[];
  /** A mailbox of which new messages are queued, too. */
  readonly mailbox?: MailboxInUse;
}

export interface QueuedReturns {
  /** The number of files, and of messages, that wait now. */
  readonly queued: number;
  /** What could not be queued, by its path. */
  readonly refused: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
}

/** Files that are stored in one transaction, and their bytes. */
const batch = { files: 100, bytes: 16 * 1024 * 1024 } as const;

/**
 * Stores returned files for workers, which import them: `workQueue`. Nothing is read but what messages an mbox or a mailbox has.
 *
 * @param onFile Called after each file is stored, with their number.
 * @throws Refusal when the register is a file, which has no queue.
 */
export async function queueReturns(
  context: OperationContext,
  { files, mailbox, round, received }: QueueRequest,
  onFile?: (queued: number) => void,
): Promise<QueuedReturns> {
  const queue = await queueOf(context.register);
  const common: WaitingImport = {
    queued: context.now().toISOString(),
    ...(round === undefined ? {} : { round }),
    ...(received === undefined ? {} : { stated: received.toISOString() }),
  };
  const refused: { readonly path: string; readonly findings: readonly Finding[] }[] = [];
  let queued = 0;
  const store = async (waiting: readonly WaitingFile[]): Promise<void> => {
    await queue.add(waiting);
    queued += waiting.length;
    onFile?.(queued);
  };
  let waiting: WaitingFile[] = [];
  let bytes = 0;
  for (const one of files) {
    for (const found of waitingFiles(one, common)) {
      if ('findings' in found) {
        refused.push(found);
        continue;
      }
      waiting.push(found);
      bytes += found.bytes.length;
      if (waiting.length < batch.files && bytes < batch.bytes) continue;
      await store(waiting);
      [waiting, bytes] = [[], 0];
    }
  }
  await store(waiting);
  if (mailbox !== undefined) {
    for await (const found of queueMailbox(context, queue, mailbox, common)) {
      if ('findings' in found) {
        refused.push(found);
        continue;
      }
      queued += 1;
      onFile?.(queued);
    }
  }
  return { queued, refused };
}

type Found = WaitingFile | { readonly path: string; readonly findings: readonly Finding[] };

/** A file, or each message of an mbox. */
function* waitingFiles({ path, name, read }: FileToImport, common: WaitingImport): Generator<Found> {
  try {
    const content = read();
    if (!('pieces' in content)) {
      yield { path, name, bytes: content, import: common };
      return;
    }
    for (const { name: inside, content: message, delivered } of mboxMessages(content.pieces)) {
      if ('size' in message) {
        yield { path: `${path} > ${inside}`, ...messageTooLarge(message.size) };
        continue;
      }
      const separated = delivered === undefined ? {} : { separated: delivered.toISOString() };
      yield {
        ...{ path, name, bytes: message.bytes },
        import: { ...common, message: { name: inside, ...separated } },
      };
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield { path, findings: failure.findings };
  }
}

/** Each message counts as seen once it is stored. */
async function* queueMailbox(
  { register, now }: OperationContext,
  queue: Queue,
  { address, folder, since }: MailboxInUse,
  common: WaitingImport,
): AsyncGenerator<Found> {
  const wanted = { folder, ...(since === undefined ? {} : { since }) };
  try {
    for await (const message of readMailbox(address, { ...wanted, seen: (place) => seenMessages(register, place) })) {
      const { content, uid, delivered } = message;
      if (content !== 'seen') {
        const name = `message ${uid}`;
        if ('bytes' in content) {
          const arrived = delivered === undefined ? {} : { delivered: delivered.toISOString() };
          const file: WaitingFile = {
            ...{ path: folder, name: folder, bytes: content.bytes },
            import: { ...common, message: { name, ...arrived } },
          };
          await queue.add([file]);
          yield file;
        } else {
          yield { path: `${folder} > ${name}`, ...messageTooLarge(content.size) };
        }
      }
      await rememberMessage(register, message.folder, message, now());
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield { path: folder, findings: failure.findings };
  }
}
